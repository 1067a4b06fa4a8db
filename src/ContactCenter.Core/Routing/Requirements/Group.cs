using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>Several conditions as one: each once, in the order of their texts, none a group of this kind.</summary>
internal abstract class Group : Condition
{
    private protected Group(ImmutableArray<Condition> parts, string text) : base(text) => Parts = parts;

    internal ImmutableArray<Condition> Parts { get; }

    internal override IEnumerable<string> Names => Parts.SelectMany(part => part.Names);

    /// <summary>The points of all parts: to meet both sides of an <c>or</c> is better than to meet one.</summary>
    internal override double Score(AttributeBag agent)
    {
        var score = 0.0;
        foreach (var part in Parts)
        {
            score += part.Score(agent);
        }

        return score;
    }

    private protected static ImmutableArray<Condition> Ordered<TGroup>(
        IEnumerable<Condition> conditions, Constant neutral)
        where TGroup : Group
    {
        var parts = new SortedDictionary<string, Condition>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            foreach (var part in condition is TGroup group ? group.Parts : [condition])
            {
                if (part != neutral)
                {
                    parts.TryAdd(part.Text, part);
                }
            }
        }

        return [.. parts.Values];
    }
}

/// <summary>All of its parts.</summary>
internal sealed class Conjunction : Group
{
    private Conjunction(ImmutableArray<Condition> parts)
        : base(parts, string.Join(" and ", parts.Select(part => part is Disjunction ? $"({part.Text})" : part.Text)))
    {
    }

    internal static Condition Of(IEnumerable<Condition> conditions)
    {
        var parts = Ordered<Conjunction>(conditions, Constant.True);
        return parts switch
        {
            [] => Constant.True,
            [var only] => only,
            _ => new Conjunction(parts),
        };
    }

    internal override bool Matches(AttributeBag agent)
    {
        foreach (var part in Parts)
        {
            if (!part.Matches(agent))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>One of its parts at least.</summary>
internal sealed class Disjunction : Group
{
    private Disjunction(ImmutableArray<Condition> parts)
        : base(parts, string.Join(" or ", parts.Select(part => part.Text)))
    {
    }

    internal static Condition Of(IEnumerable<Condition> conditions)
    {
        var parts = Ordered<Disjunction>(conditions, Constant.False);
        return parts switch
        {
            [] => Constant.False,
            [var only] => only,
            _ => new Disjunction(parts),
        };
    }

    internal override bool Matches(AttributeBag agent)
    {
        foreach (var part in Parts)
        {
            if (part.Matches(agent))
            {
                return true;
            }
        }

        return false;
    }
}
