using System.Collections.Frozen;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>Counts what the rules of a pipeline find. As many figures as there are rules, whatever is said.</summary>
internal sealed class RedactionTally
{
    // A figure for each action, in the order of its enumeration, and one for failures.
    private const int Failed = (int)RedactionAction.Pass + 1;
    private const int FiguresOfRule = Failed + 1;

    private readonly IReadOnlyList<RuleIdentity> _rules;
    private readonly FrozenDictionary<string, int> _places;
    private readonly long[] _figures;
    private readonly DateTimeOffset _since;
    private long _texts;
    private long _late;

    internal RedactionTally(RedactionPipeline pipeline, DateTimeOffset since)
    {
        (_rules, _since) = (pipeline.Rules, since);
        _places = _rules.Index().ToFrozenDictionary(one => one.Item.Name, one => one.Index, StringComparer.Ordinal);
        _figures = new long[_rules.Count * FiguresOfRule];
    }

    /// <summary>A text that passed.</summary>
    internal void Count(RedactedText text)
    {
        Interlocked.Increment(ref _texts);
        Count(text.Findings);
        Count(text.Unmasked);
    }

    /// <summary>A text that was refused, or that a rule could not judge.</summary>
    internal void Count(in RedactionResult refused)
    {
        Interlocked.Increment(ref _texts);
        Count(refused.DroppedFor);
    }

    /// <summary>A rule that could not judge a text.</summary>
    internal void CountFailure(string? rule)
    {
        if (rule is not null && _places.TryGetValue(rule, out var place))
        {
            Interlocked.Increment(ref _figures[(place * FiguresOfRule) + Failed]);
        }
    }

    /// <summary>A text for which there was no time.</summary>
    internal void CountLate() => Interlocked.Increment(ref _late);

    internal RedactionCounters Read() => new(
        _since,
        Interlocked.Read(ref _texts),
        Interlocked.Read(ref _late),
        [.. _rules.Index().Select(one => Read(one.Item, one.Index * FiguresOfRule))]);

    private void Count(IReadOnlyList<Finding> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var place = _places[findings[i].Rule] * FiguresOfRule;
            Interlocked.Increment(ref _figures[place + (int)findings[i].Action]);
        }
    }

    private RuleCounter Read(RuleIdentity rule, int place)
    {
        return new(rule.Kind, rule.Name, rule.Version)
        {
            Masked = Of(RedactionAction.Redact),
            Dropped = Of(RedactionAction.Drop),
            Blocked = Of(RedactionAction.Block),
            Flagged = Of(RedactionAction.Flag),
            Allowed = Of(RedactionAction.Pass),
            Failed = Interlocked.Read(ref _figures[place + Failed]),
        };

        long Of(RedactionAction action) => Interlocked.Read(ref _figures[place + (int)action]);
    }
}
