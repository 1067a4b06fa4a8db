namespace ContactCenter.Redaction;

/// <summary>
/// Whether an id or a code reads as a card number. Ids are kept as they are, in the log and on every screen, so one
/// that does is refused where a text would be masked.
/// </summary>
internal static class CardLikeId
{
    private static readonly RedactionPipeline Cards = new(new CardNumberRule());

    private static readonly RedactionPipeline Secrets = new(
        new SecurityCodeRule(), new TrackOneRule(), new TrackTwoRule(), new PinRule(), new PinBlockRule());

    /// <summary>Whether words that people make up hold such a number, or a track, a code or a PIN.</summary>
    internal static bool IsIn(string words) => Is(words) || !Secrets.Redact(words).IsClean;

    /// <summary>As one number, whatever separates its digits; or where it is part of a longer text.</summary>
    internal static bool Is(string id) => IsOneNumber(id) || !Cards.Redact(id).IsClean;

    private static bool IsOneNumber(string id)
    {
        var (sum, prefix) = (default(LuhnSum), 0);
        for (var index = 0; index <= id.Length; index++)
        {
            var digit = index < id.Length ? char.GetNumericValue(id[index]) : -1;
            if (digit is >= 0 and <= 9 && digit == Math.Floor(digit))
            {
                prefix = sum.Count < IssuerRanges.PrefixDigits ? (prefix * 10) + (int)digit : prefix;
                sum.Add((int)digit);
            }
            else if (index == id.Length || char.IsLetter(id[index]))
            {
                // What separates the groups of a number does not end it; a letter does.
                if (sum.Count is >= 13 and <= 19 && sum.IsValid && sum.Varies
                    && IssuerRanges.ConfidenceOf(prefix, sum.Count) is not null)
                {
                    return true;
                }

                (sum, prefix) = (default, 0);
            }
        }

        return false;
    }
}
