namespace ContactCenter.Routing;

/// <summary>One part of a requirement. Two parts mean the same to the letter when their texts are the same.</summary>
internal abstract class Condition
{
    private protected Condition(string text) => Text = text;

    /// <summary>The canonical text, which reads back as this very condition.</summary>
    internal string Text { get; }

    /// <summary>The attributes that it speaks of.</summary>
    internal virtual IEnumerable<string> Names => [];

    internal abstract bool Matches(AttributeBag agent);

    internal virtual double Score(AttributeBag agent) => Matches(agent) ? 1 : 0;

    internal virtual Condition Negated() => new Negation(this);
}

/// <summary><c>true</c> or <c>false</c>: what everybody meets, and what nobody does. Worth no point.</summary>
internal sealed class Constant : Condition
{
    private readonly bool _matches;

    private Constant(bool matches) : base(matches ? "true" : "false") => _matches = matches;

    internal static Constant True { get; } = new(true);

    internal static Constant False { get; } = new(false);

    internal override bool Matches(AttributeBag agent) => _matches;

    internal override double Score(AttributeBag agent) => 0;

    internal override Condition Negated() => _matches ? False : True;
}

/// <summary><c>has dept</c>: something is said under the name, even if it is <c>false</c> or 0.</summary>
internal sealed class Mention(string name) : Condition($"has {name}")
{
    internal override IEnumerable<string> Names => [name];

    internal override bool Matches(AttributeBag agent) => agent.TryGet(name, out _);
}

/// <summary><c>french</c>: the agent has the skill; of two who have, the higher level fits better.</summary>
internal sealed class Skill : Condition
{
    internal Skill(string name) : base(name)
    {
    }

    internal override IEnumerable<string> Names => [Text];

    internal override bool Matches(AttributeBag agent) => agent.TryGet(Text, out var value) && value.IsHeld;

    internal override double Score(AttributeBag agent) =>
        agent.TryGet(Text, out var value) && value.IsHeld ? 1 + Surplus.Of(value.Number) : 0;
}

/// <summary><c>not (…)</c>, where the condition has no opposite of its own.</summary>
internal sealed class Negation(Condition inner)
    : Condition(inner is Group ? $"not ({inner.Text})" : $"not {inner.Text}")
{
    internal override IEnumerable<string> Names => inner.Names;

    internal override bool Matches(AttributeBag agent) => !inner.Matches(agent);

    internal override Condition Negated() => inner;
}
