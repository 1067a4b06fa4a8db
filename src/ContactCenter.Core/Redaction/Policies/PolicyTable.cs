namespace ContactCenter.Redaction;

/// <summary>What is done with a finding, by the rule that made it and by what is known about the text.</summary>
internal sealed class PolicyTable
{
    private readonly RedactionPolicy[][] _named;
    private readonly RedactionPolicy[] _general;
    private readonly RuleIdentity[] _rules;
    private readonly bool _isBalanced;

    public PolicyTable(RedactionOptions options, RuleIdentity[] rules)
    {
        RedactionPolicy[] all = [.. options.AllPolicies().OrderByDescending(policy => policy.Weight)];
        _general = [.. all.Where(policy => policy.Kind is null)];
        _named = Array.ConvertAll(rules, rule => all.Where(policy => policy.Kind == rule.Kind).ToArray());
        _rules = rules;
        _isBalanced = options.Preset == RedactionPreset.Balanced;
    }

    /// <summary>What is done with a finding.</summary>
    /// <param name="found">The finding.</param>
    /// <param name="isWithCard">Whether there is other card data in the text, which is not only suspected.</param>
    /// <param name="context">What is known about the text.</param>
    public RedactionAction ActionOn(in FoundSpan found, bool isWithCard, in RedactionContext context)
    {
        var action = ActionOf(_named[found.Rule], context)
            ?? (_isBalanced && IsDoubtful(found, isWithCard) ? RedactionAction.Flag
                : ActionOf(_general, context) ?? RedactionAction.Redact);
        return context.IsKept && Sorted.Refuses(action) ? RedactionAction.Redact : action;
    }

    /// <summary>Whether any is card data beyond doubt, so that an expiry beside it is a card's.</summary>
    public bool IsAnyCard(FoundSpan[] found)
    {
        foreach (var one in found)
        {
            var kind = _rules[one.Rule].Kind;
            if (kind.MustErase || (kind == RedactionKind.CardNumber && one.Confidence == Confidence.High))
            {
                return true;
            }
        }

        return false;
    }

    private static RedactionAction? ActionOf(RedactionPolicy[] policies, in RedactionContext context)
    {
        foreach (var policy in policies)
        {
            if (policy.Fits(context))
            {
                return policy.Action;
            }
        }

        return null;
    }

    private bool IsDoubtful(in FoundSpan found, bool isWithCard)
    {
        var kind = _rules[found.Rule].Kind;
        return !kind.MustErase
            && (found.Confidence < Confidence.High
                || kind == RedactionKind.SuspectedCardNumber
                || (kind == RedactionKind.CardExpiry && !isWithCard));
    }
}
