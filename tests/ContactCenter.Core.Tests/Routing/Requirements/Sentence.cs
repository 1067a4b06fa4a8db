using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Tests.Routing.Requirements;

/// <summary>The language of requirements told once more, plainly: how it is written, what it means.</summary>
internal abstract record Sentence
{
    internal static string[] Names { get; } = ["a", "b", "level", "sales.kr", "언어"];

    internal static object[] Sayable { get; } =
    [
        -1.5, 0.0, 1.0, 5.0, 10.0, 1e300, true, false, "", "x", "5", "true", "New York",
        "it's \"so\" \\ \n", "\u0007", "어",
    ];

    internal abstract string Written { get; }

    /// <summary>Whether it is met by an agent of whom a number, a bool or a text is said under each name.</summary>
    internal abstract bool IsMetBy(IReadOnlyDictionary<string, object> agent);

    /// <summary>Sentences of up to some sixteen terms.</summary>
    internal static Gen<Sentence> Any { get; } = Gen.Sized(size => OfSize(Math.Min(size, 16)));

    internal static Gen<IReadOnlyDictionary<string, object>> Agents { get; } =
        from subset in Gen.SubListOf(Names)
        from values in Gen.ArrayOf(Gen.Elements(Sayable), Names.Length)
        select (IReadOnlyDictionary<string, object>)subset.Zip(values)
            .ToDictionary(said => said.First, said => said.Second, StringComparer.Ordinal);

    private static Gen<Sentence> OfSize(int size)
    {
        if (size <= 1)
        {
            return Term;
        }

        var half = OfSize(size / 2);
        return Gen.Frequency(
            (1, Term),
            (1, from inner in OfSize(size - 1) select (Sentence)new Not(inner)),
            (2, from left in half from right in half select (Sentence)new And(left, right)),
            (2, from left in half from right in half select (Sentence)new Or(left, right)));
    }

    private static Gen<Sentence> Term { get; } = Gen.OneOf(
        from name in Gen.Elements(Names)
        from equal in Gen.Elements(true, false)
        from value in Gen.Elements(Sayable)
        select (Sentence)new Equal(name, equal, value),
        from name in Gen.Elements(Names)
        from sign in Gen.Elements("<", "<=", ">", ">=")
        from value in Gen.Elements(Sayable.OfType<double>())
        select (Sentence)new Ordered(name, sign, value),
        from name in Gen.Elements(Names)
        from listed in Gen.Elements(true, false)
        from values in Gen.ArrayOf(Gen.Elements(Sayable), 3)
        select (Sentence)new Listed(name, listed, values),
        from name in Gen.Elements(Names) select (Sentence)new Has(name),
        from name in Gen.Elements(Names) select (Sentence)new Skilled(name),
        from always in Gen.Elements(true, false) select (Sentence)new Fixed(always));

    private static string Literal(object value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => "'" + ((string)value).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "'",
    };

    internal sealed record Equal(string Name, bool Wanted, object Value) : Sentence
    {
        internal override string Written => $"{Name}{(Wanted ? "=" : "!=")}{Literal(Value)}";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) =>
            (agent.TryGetValue(Name, out var its) && its.Equals(Value)) == Wanted;
    }

    internal sealed record Ordered(string Name, string Sign, double Value) : Sentence
    {
        internal override string Written => $"{Name} {Sign} {Literal(Value)}";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) =>
            agent.TryGetValue(Name, out var its) && its is double number && Sign switch
            {
                "<" => number < Value,
                "<=" => number <= Value,
                ">" => number > Value,
                _ => number >= Value,
            };
    }

    internal sealed record Listed(string Name, bool Wanted, object[] Values) : Sentence
    {
        internal override string Written =>
            $"{Name}{(Wanted ? "" : " NOT")} In ({string.Join(',', Values.Select(Literal))})";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) =>
            (agent.TryGetValue(Name, out var its) && Values.Contains(its)) == Wanted;
    }

    internal sealed record Has(string Name) : Sentence
    {
        internal override string Written => $"Has {Name}";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) => agent.ContainsKey(Name);
    }

    internal sealed record Skilled(string Name) : Sentence
    {
        internal override string Written => Name;

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) =>
            agent.TryGetValue(Name, out var its) && its is string or true or > 0.0;
    }

    internal sealed record Fixed(bool Always) : Sentence
    {
        internal override string Written => Always ? "True" : "FALSE";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) => Always;
    }

    internal sealed record Not(Sentence Inner) : Sentence
    {
        internal override string Written => $"not ({Inner.Written})";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) => !Inner.IsMetBy(agent);
    }

    // Without parentheses of its own around an "and" inside an "or": precedence is part of what is shown.
    internal sealed record And(Sentence Left, Sentence Right) : Sentence
    {
        internal override string Written => $"{Side(Left)} and {Side(Right)}";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) =>
            Left.IsMetBy(agent) && Right.IsMetBy(agent);

        private static string Side(Sentence side) => side is Or ? $"({side.Written})" : side.Written;
    }

    internal sealed record Or(Sentence Left, Sentence Right) : Sentence
    {
        internal override string Written => $"{Left.Written} OR {Right.Written}";

        internal override bool IsMetBy(IReadOnlyDictionary<string, object> agent) =>
            Left.IsMetBy(agent) || Right.IsMetBy(agent);
    }
}
