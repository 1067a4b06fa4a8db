namespace ContactCenter.Redaction;

/// <summary>What is wrong with the tokens that options ask for.</summary>
internal static class TokenFaults
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <param name="options">The options.</param>
    /// <param name="hasVault">Whether there is a vault to keep the values.</param>
    internal static IEnumerable<string> Of(RedactionOptions options, bool hasVault)
    {
        if (options.Tokens.Count == 0)
        {
            yield break;
        }

        if (!hasVault)
        {
            yield return "tokens need a floor with a vault, which keeps what they stand for";
        }

        if (options.TokenLifetime < Shortest || options.TokenLifetime > Longest)
        {
            yield return $"TokenLifetime is {options.TokenLifetime}, not {Shortest} to {Longest}";
        }

        foreach (var kind in options.Tokens.Distinct())
        {
            if (kind.MustErase || kind == RedactionKind.CardExpiry)
            {
                yield return $"{kind}: it is erased, no token stands for it";
            }

            if (options.Masks.ContainsKey(kind) || options.Replacers.ContainsKey(kind))
            {
                yield return $"{kind}: it has a token, and a mask or a replacer";
            }
        }

        // A number may be found by either rule: its token beside its last four tells whose it is.
        if (options.Tokens.Any(Truncation.IsOfCards)
            && options.Masks.Any(mask => Truncation.IsOfCards(mask.Key)
                && mask.Value is MaskFormat.FirstSixLastFour or MaskFormat.LastFour))
        {
            yield return "card-number, suspected-card-number: "
                + "no truncation of one beside tokens of the other (PCI DSS 3.5.1.1)";
        }
    }
}
