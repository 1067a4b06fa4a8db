namespace ContactCenter.Redaction;

/// <summary>What a finding is: of a card, of a person, or whatever a host's own rule looks for.</summary>
/// <remarks>An immutable value, compared by <see cref="Code"/>; safe to write to logs and metrics.</remarks>
public readonly record struct RedactionKind
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxCodeLength = 64;

    private readonly string? _code;

    private RedactionKind(string code) => _code = code;

    /// <summary>The number of a payment card (PAN).</summary>
    public static RedactionKind CardNumber { get; } = new("card-number");

    /// <summary>The three or four digits that prove a card to be at hand (CVV, CVC, CID).</summary>
    public static RedactionKind SecurityCode { get; } = new("security-code");

    /// <summary>The month and year until which a card is valid.</summary>
    public static RedactionKind CardExpiry { get; } = new("card-expiry");

    /// <summary>The first track of a magnetic stripe.</summary>
    public static RedactionKind TrackOne { get; } = new("track-1");

    /// <summary>The second track of a magnetic stripe, or its equivalent in a chip.</summary>
    public static RedactionKind TrackTwo { get; } = new("track-2");

    /// <summary>The PIN of a card.</summary>
    public static RedactionKind Pin { get; } = new("pin");

    /// <summary>A PIN in the form in which it travels to the issuer (ISO 9564).</summary>
    public static RedactionKind PinBlock { get; } = new("pin-block");

    /// <summary>The international number of a bank account.</summary>
    public static RedactionKind Iban { get; } = new("iban");

    /// <summary>The number of a bank account as its country writes it.</summary>
    public static RedactionKind BankAccount { get; } = new("bank-account");

    /// <summary>The number of a bank in the United States (ABA).</summary>
    public static RedactionKind BankRouting { get; } = new("bank-routing");

    /// <summary>A social security number of the United States.</summary>
    public static RedactionKind UsSocialSecurity { get; } = new("us-social-security");

    /// <summary>The registration number of a resident of Korea.</summary>
    public static RedactionKind KoreanResident { get; } = new("korean-rrn");

    /// <summary>The registration number of a foreigner in Korea.</summary>
    public static RedactionKind KoreanForeigner { get; } = new("korean-frn");

    /// <summary>The number of a passport.</summary>
    public static RedactionKind Passport { get; } = new("passport");

    /// <summary>The number of a driver licence.</summary>
    public static RedactionKind DriverLicence { get; } = new("driver-licence");

    /// <summary>A telephone number.</summary>
    public static RedactionKind PhoneNumber { get; } = new("phone-number");

    /// <summary>An e-mail address.</summary>
    public static RedactionKind EmailAddress { get; } = new("email-address");

    /// <summary>What people call a card number although its check digit, its length or its issuer is wrong.</summary>
    public static RedactionKind SuspectedCardNumber { get; } = new("suspected-card-number");

    /// <summary>A stable kebab-case code; <c>none</c> for the default value.</summary>
    public string Code => _code ?? "none";

    /// <summary>Whether nothing of it may stay: never shown in part, never replaced by what leads back to it.</summary>
    /// <remarks>
    /// Sensitive authentication data by PCI DSS 3.3.1: security code, tracks, PIN and PIN block. Once a payment is
    /// authorised nobody but an issuer may keep it, not even enciphered.
    /// </remarks>
    public bool MustErase => _code is "security-code" or "track-1" or "track-2" or "pin" or "pin-block";

    /// <summary>A kind of the host's own.</summary>
    /// <param name="code">
    /// 1 to <see cref="MaxCodeLength"/> characters in kebab-case: <c>a-z</c>, <c>0-9</c> and single hyphens, starting
    /// with a letter.
    /// </param>
    /// <exception cref="ArgumentException">The code is not of that form.</exception>
    public static RedactionKind Custom(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return TryParse(code, out var kind)
            ? kind
            : throw new ArgumentException("A kind is named in kebab-case, as 'loyalty-number'.", nameof(code));
    }

    /// <summary>The kind that a code names, one of the library's or one of the host's own; never throws.</summary>
    /// <param name="code">The code.</param>
    /// <param name="kind">The kind, or the default value when it is no code.</param>
    /// <returns>Whether it is a code.</returns>
    public static bool TryParse(string? code, out RedactionKind kind)
    {
        var isCode = KebabCase.IsCode(code, MaxCodeLength);
        kind = isCode ? new RedactionKind(code!) : default;
        return isCode;
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
