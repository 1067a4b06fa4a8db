using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>How a requirement compares.</summary>
internal enum ComparisonSign : byte
{
    Equal,
    Unequal,
    Below,
    AtMost,
    Above,
    AtLeast,
}

/// <summary><c>sales &gt;= 10</c>: one attribute beside one value.</summary>
/// <remarks>What is not said, or is of another kind, is unequal, and neither below nor above anything.</remarks>
internal sealed class Comparison(string name, ComparisonSign sign, AttributeValue value)
    : Condition($"{name} {Written(sign)} {value}")
{
    internal override IEnumerable<string> Names => [name];

    internal override bool Matches(AttributeBag agent) => agent.TryGet(name, out var its)
        ? Holds(its)
        : sign is ComparisonSign.Unequal;

    internal override double Score(AttributeBag agent)
    {
        if (!agent.TryGet(name, out var its))
        {
            return sign is ComparisonSign.Unequal ? 1 : 0;
        }

        if (!Holds(its))
        {
            return 0;
        }

        return 1 + sign switch
        {
            ComparisonSign.Above or ComparisonSign.AtLeast => Surplus.Of(its.Number - value.Number),
            ComparisonSign.Below or ComparisonSign.AtMost => Surplus.Of(value.Number - its.Number),
            _ => 0,
        };
    }

    internal override Condition Negated() => sign switch
    {
        ComparisonSign.Equal => new Comparison(name, ComparisonSign.Unequal, value),
        ComparisonSign.Unequal => new Comparison(name, ComparisonSign.Equal, value),
        // No opposite: who has no level at all is neither below 5 nor at least 5.
        _ => base.Negated(),
    };

    internal static string Written(ComparisonSign sign) => sign switch
    {
        ComparisonSign.Equal => "=",
        ComparisonSign.Unequal => "!=",
        ComparisonSign.Below => "<",
        ComparisonSign.AtMost => "<=",
        ComparisonSign.Above => ">",
        _ => ">=",
    };

    private bool Holds(AttributeValue its) => sign switch
    {
        ComparisonSign.Equal => its == value,
        ComparisonSign.Unequal => its != value,
        _ when its.Kind is not AttributeKind.Number => false,
        ComparisonSign.Below => its.Number < value.Number,
        ComparisonSign.AtMost => its.Number <= value.Number,
        ComparisonSign.Above => its.Number > value.Number,
        _ => its.Number >= value.Number,
    };
}

/// <summary><c>language in (french, german)</c>, and its opposite.</summary>
internal sealed class Membership : Condition
{
    private readonly string _name;
    private readonly ImmutableArray<AttributeValue> _values;
    private readonly bool _negated;

    private Membership(string name, ImmutableArray<AttributeValue> values, bool negated)
        : base($"{name} {(negated ? "not in" : "in")} ({string.Join(", ", values)})") =>
        (_name, _values, _negated) = (name, values, negated);

    internal override IEnumerable<string> Names => [_name];

    internal static Condition Of(string name, List<AttributeValue> values, bool negated)
    {
        values.Sort(AttributeValue.Compare);
        ImmutableArray<AttributeValue> distinct = [.. values.Distinct()];
        return distinct is [var only]
            ? new Comparison(name, negated ? ComparisonSign.Unequal : ComparisonSign.Equal, only)
            : new Membership(name, distinct, negated);
    }

    internal override bool Matches(AttributeBag agent) =>
        (agent.TryGet(_name, out var its) && IsListed(its)) != _negated;

    internal override Condition Negated() => new Membership(_name, _values, !_negated);

    private bool IsListed(AttributeValue value) =>
        _values.AsSpan().BinarySearch(new Place(value)) >= 0;

    private readonly struct Place(AttributeValue value) : IComparable<AttributeValue>
    {
        public int CompareTo(AttributeValue other) => AttributeValue.Compare(value, other);
    }
}
