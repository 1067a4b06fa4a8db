namespace ContactCenter.Redaction;

/// <summary>What is wrong with the options of a pipeline: all of it at once, and nothing of what was found.</summary>
internal static class RedactionFaults
{
    private const int MostPolicies = 1000;
    private const int MinWorkPerCharacter = 8;
    private const int MaxWorkPerCharacter = 4096;

    /// <param name="options">The options.</param>
    /// <param name="found">What the rules of the pipeline find.</param>
    /// <param name="hasVault">Whether there is a vault for tokens.</param>
    public static string[] Of(RedactionOptions options, IReadOnlySet<RedactionKind> found, bool hasVault) =>
    [
        .. Values(options),
        .. Kinds(options, found),
        .. Policies(options),
        .. Masks(options),
        .. TokenFaults.Of(options, hasVault),
        .. Allowances(options),
    ];

    private static IEnumerable<string> Values(RedactionOptions options)
    {
        foreach (var (name, isKnown) in new[]
        {
            (nameof(options.Preset), Enum.IsDefined(options.Preset)),
            (nameof(options.Mode), Enum.IsDefined(options.Mode)),
            (nameof(options.OutboundMode), Enum.IsDefined(options.OutboundMode ?? RedactionMode.Redact)),
            (nameof(options.MinimumConfidence), Enum.IsDefined(options.MinimumConfidence)),
            (nameof(options.WhenRuleFails), Enum.IsDefined(options.WhenRuleFails)),
        })
        {
            if (!isKnown)
            {
                yield return $"{name} is no member of its enumeration";
            }
        }

        if (options.WorkPerCharacter is < MinWorkPerCharacter or > MaxWorkPerCharacter)
        {
            yield return $"WorkPerCharacter is {options.WorkPerCharacter}, "
                + $"not {MinWorkPerCharacter} to {MaxWorkPerCharacter}";
        }
    }

    private static IEnumerable<string> Kinds(RedactionOptions options, IReadOnlySet<RedactionKind> found) =>
        options.Kinds.Keys
            .Concat(options.Policies.Where(policy => policy?.Kind is not null).Select(policy => policy.Kind!.Value))
            .Concat(options.Masks.Keys)
            .Concat(options.Replacers.Keys)
            .Concat(options.Tokens)
            .Concat(options.Allowances.Select(allowance => allowance.Kind))
            .Distinct()
            .Where(kind => !found.Contains(kind))
            .Select(kind => $"{kind}: no rule finds it");

    private static IEnumerable<string> Policies(RedactionOptions options)
    {
        if (options.Policies.Count > MostPolicies)
        {
            yield return $"there are {options.Policies.Count} policies, more than {MostPolicies}";
            yield break;
        }

        if (options.Policies.Contains(null!))
        {
            yield return "a policy is null";
        }

        RedactionPolicy[] all = [.. options.AllPolicies().Where(policy => policy is not null)];
        foreach (var fault in all.Select(policy => FaultOf(policy, options)).OfType<string>().Distinct())
        {
            yield return fault;
        }

        foreach (var same in all.GroupBy(policy => (policy.Kind, policy.Direction, policy.Author, policy.Queue))
            .Where(same => same.Count() > 1))
        {
            yield return $"{NameOf(same.First())}: {same.Count()} policies name the same";
        }
    }

    private static string? FaultOf(RedactionPolicy policy, RedactionOptions options)
    {
        if (!Enum.IsDefined(policy.Action)
            || !Enum.IsDefined(policy.Direction ?? RedactionDirection.Inbound)
            || !Enum.IsDefined(policy.Author ?? ActorKind.Customer))
        {
            return $"{NameOf(policy)}: its policy has a value that is no member of its enumeration";
        }

        return policy switch
        {
            { Action: not (RedactionAction.Flag or RedactionAction.Pass) } => null,
            { Kind: null } => $"a policy for every kind may not {policy.Action}: name the kinds",
            { Kind.MustErase: true } => $"{NameOf(policy)}: it is erased, no policy may {policy.Action} it",
            { Kind: { } kind } when Truncation.IsOfCards(kind) && !options.AllowUnmaskedCardNumbers =>
                $"{kind}: no policy may {policy.Action} it unless {nameof(options.AllowUnmaskedCardNumbers)} says so",
            _ => null,
        };
    }

    private static IEnumerable<string> Masks(RedactionOptions options)
    {
        foreach (var (kind, format) in options.Masks)
        {
            var fault = format switch
            {
                _ when !Enum.IsDefined(format) => "its mask is no member of its enumeration",
                MaskFormat.Erase or MaskFormat.Label => null,
                _ when kind.MustErase || kind == RedactionKind.CardExpiry =>
                    "it is erased or labelled, never shown in part",
                MaskFormat.FirstSixLastFour when !Truncation.IsOfCards(kind) =>
                    "only card numbers show their first six",
                _ => null,
            };
            if (fault is not null)
            {
                yield return $"{kind}: {fault}";
            }
        }

        MaskFormat[] cards =
            [options.FormatOf(RedactionKind.CardNumber), options.FormatOf(RedactionKind.SuspectedCardNumber)];
        if (cards.Contains(MaskFormat.FirstSixLastFour) && cards.Contains(MaskFormat.LastFour))
        {
            yield return "card-number, suspected-card-number: one truncation for both (PCI DSS 3.5.1.1)";
        }

        foreach (var kind in options.Replacers.Keys.Where(kind => kind.MustErase || kind == RedactionKind.CardExpiry))
        {
            yield return $"{kind}: it is erased, nothing replaces it";
        }

        foreach (var kind in options.Replacers.Keys.Where(kind => options.Replacers[kind] is null))
        {
            yield return $"{kind}: its replacer is null";
        }

        foreach (var kind in options.Replacers.Keys.Where(options.Masks.ContainsKey))
        {
            yield return $"{kind}: it has a mask and a replacer";
        }
    }

    private static IEnumerable<string> Allowances(RedactionOptions options)
    {
        foreach (var allowance in options.Allowances)
        {
            if (!KebabCase.IsCode(allowance.Name, RedactionKind.MaxCodeLength))
            {
                yield return $"{allowance.Kind}: an allowance is named in kebab-case, as 'order-number'";
            }

            if (allowance.Kind.MustErase)
            {
                yield return $"{allowance.Kind}: it is erased, nothing allows it";
            }
        }

        foreach (var name in options.Allowances.GroupBy(allowance => allowance.Name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1))
        {
            yield return $"two allowances are called '{name.Key}'";
        }
    }

    private static string NameOf(RedactionPolicy policy) => policy.Kind?.Code ?? "every kind";
}
