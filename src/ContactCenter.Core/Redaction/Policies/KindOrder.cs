namespace ContactCenter.Redaction;

/// <summary>The order of kinds: of findings that overlap, the one of the earlier kind gives the name.</summary>
/// <remarks>
/// A finding that holds another whole is the more telling one whatever the order: a track its card number, an IBAN the
/// card number that some of its digits happen to make.
/// </remarks>
internal static class KindOrder
{
    // The host's own kinds come last, in the order of their rules.
    private static readonly RedactionKind[] FirstToLast =
    [
        RedactionKind.TrackOne,
        RedactionKind.TrackTwo,
        RedactionKind.PinBlock,
        RedactionKind.CardNumber,
        RedactionKind.Iban,
        RedactionKind.SecurityCode,
        RedactionKind.Pin,
        RedactionKind.KoreanResident,
        RedactionKind.KoreanForeigner,
        RedactionKind.UsSocialSecurity,
        RedactionKind.SuspectedCardNumber,
        RedactionKind.CardExpiry,
        RedactionKind.Passport,
        RedactionKind.DriverLicence,
        RedactionKind.BankAccount,
        RedactionKind.BankRouting,
        RedactionKind.PhoneNumber,
        RedactionKind.EmailAddress,
    ];

    public static int Of(RedactionKind kind)
    {
        var place = Array.IndexOf(FirstToLast, kind);
        return place < 0 ? FirstToLast.Length : place;
    }
}
