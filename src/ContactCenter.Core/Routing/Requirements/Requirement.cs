using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ContactCenter.Routing;

/// <summary>What an agent must be to be given a contact: a condition on the agent's attributes.</summary>
/// <remarks>
/// <para>
/// Written as <c>language = french and sales >= 10 and not trainee</c>, with:
/// </para>
/// <list type="bullet">
/// <item><c>name = value</c>, <c>!=</c>, and with numbers <c>&lt; &lt;= &gt; &gt;=</c>;</item>
/// <item><c>name in (a, b, c)</c> and <c>name not in (a, b, c)</c>;</item>
/// <item><c>has name</c>: something is said under the name, even <c>false</c>;</item>
/// <item><c>name</c>: the agent has the skill, that is a text, <c>true</c> or a level above 0;</item>
/// <item><c>true</c> and <c>false</c>: everybody and nobody;</item>
/// <item><c>not</c>, <c>and</c>, <c>or</c>, binding in this order, and parentheses.</item>
/// </list>
/// <para>
/// A value is a number in invariant form (<c>-2.5</c>, <c>1E+20</c>), <c>true</c>, <c>false</c>, a word, or a text in
/// <c>'single'</c> or <c>"double"</c> quotes with <c>\\ \" \' \n \r \t \u0041</c>. Key words in any case; names
/// (see <see cref="AttributeBag"/>) and texts ordinally.
/// </para>
/// <para>
/// An attribute that is not there, or is of another kind than the value, is unequal to it: <c>!=</c> and <c>not in</c>
/// match, every other comparison does not. So <c>not level &lt; 5</c> matches an agent without a level, and
/// <c>level >= 5</c> does not. Texts have no order: <c>dept &lt; billing</c> is refused.
/// </para>
/// <para>
/// Equal when their canonical texts are, see <see cref="ToString"/>. At most <see cref="MaxLength"/> characters,
/// parentheses and <c>not</c>s <see cref="MaxDepth"/> deep, <see cref="MaxTerms"/> terms and <see cref="MaxListed"/>
/// values in a list. Immutable, safe for any thread.
/// </para>
/// </remarks>
public sealed class Requirement : IEquatable<Requirement>
{
    /// <summary>The longest text that is read, in UTF-16 units, as given and in canonical form.</summary>
    public const int MaxLength = 2_000;

    /// <summary>How deep parentheses and <c>not</c>s may be nested.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most terms: comparisons, lists and skills.</summary>
    public const int MaxTerms = 100;

    /// <summary>The most values of one list.</summary>
    public const int MaxListed = 100;

    private readonly Condition _condition;
    private readonly int _hash;

    private Requirement(Condition condition)
    {
        (_condition, _hash) = (condition, string.GetHashCode(condition.Text, StringComparison.Ordinal));
        Conjuncts = condition switch
        {
            Conjunction all => [.. all.Parts.Select(part => new Requirement(part))],
            Constant when condition == Constant.True => [],
            _ => [this],
        };
    }

    /// <summary>Asks nothing: <c>true</c>.</summary>
    public static Requirement Anyone { get; } = new(Constant.True);

    /// <summary>
    /// Its parts that must all be met: those of an <c>and</c>, flattened, in canonical order; itself where it is none;
    /// none for <see cref="Anyone"/>. <see cref="All"/> puts them together again.
    /// </summary>
    public ImmutableArray<Requirement> Conjuncts { get; }

    /// <summary>Reads a requirement.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is none; the message names the first fault and its position.</exception>
    public static Requirement Parse(string text) => TryParse(text, out var requirement, out var fault)
        ? requirement
        : throw new FormatException($"No requirement, {fault}.");

    /// <summary>Reads a requirement, or tells what is wrong with it; never throws.</summary>
    /// <param name="text">The text; null is read as empty.</param>
    /// <param name="requirement">The requirement, or null.</param>
    /// <param name="fault">The first fault and its position, or null.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out Requirement? requirement,
        [NotNullWhen(false)] out RequirementFault? fault)
    {
        requirement = RequirementReader.Read(text, out fault) is { } condition ? new Requirement(condition) : null;
        return requirement is not null;
    }

    /// <summary>What asks all that the given ones ask; <see cref="Anyone"/> where none is given.</summary>
    /// <param name="requirements">The requirements. Together they may be longer than a text that can be read.</param>
    public static Requirement All(params ReadOnlySpan<Requirement> requirements)
    {
        var conditions = new Condition[requirements.Length];
        for (var index = 0; index < conditions.Length; index++)
        {
            ArgumentNullException.ThrowIfNull(requirements[index], nameof(requirements));
            conditions[index] = requirements[index]._condition;
        }

        return conditions.Length == 1 ? requirements[0] : new Requirement(Conjunction.Of(conditions));
    }

    /// <summary>That an attribute is just this.</summary>
    internal static Requirement That(string name, AttributeValue value) =>
        new(new Comparison(name, ComparisonSign.Equal, value));

    /// <summary>Without the parts that speak of nothing but the given attributes.</summary>
    internal Requirement Without(IReadOnlySet<string> names)
    {
        Requirement[] left = [.. Conjuncts.Where(part => !part.IsOnlyAbout(names))];
        return left.Length == Conjuncts.Length ? this : All(left);
    }

    private bool IsOnlyAbout(IReadOnlySet<string> names)
    {
        var isAboutSomething = false;
        foreach (var name in _condition.Names)
        {
            isAboutSomething = true;
            if (!names.Contains(name))
            {
                return false;
            }
        }

        return isAboutSomething;
    }

    /// <summary>Whether an agent meets it. Allocates nothing and never throws.</summary>
    /// <param name="agent">What is said of the agent.</param>
    public bool Matches(AttributeBag agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return _condition.Matches(agent);
    }

    /// <summary>How well an agent fits: the higher, the better. Allocates nothing.</summary>
    /// <remarks>
    /// <para>
    /// One point for each term that is met, on either side of an <c>or</c>, also where the whole is not met; and for
    /// a threshold or a skill, d / (1 + d) more, where d is how far the agent is beyond it: the level minus the
    /// threshold for <c>&gt;</c> and <c>&gt;=</c>, the threshold minus the level for <c>&lt;</c> and <c>&lt;=</c>, the
    /// level for a skill named alone. So 1 beyond a threshold is worth half a point, 9 beyond it nine tenths, and
    /// nothing beyond it ever a whole point: to be excellent at one thing never outweighs to be able to do another.
    /// A <c>not</c> before anything without an opposite is one point where it is met; <c>true</c> is none.
    /// </para>
    /// <para>
    /// Total: finite for every agent and every requirement, also for a threshold of 0, between 0 and 200 for one that
    /// was read. The more an agent is beyond a threshold, the strictly higher the score, as far as doubles tell it
    /// apart (differences of 1 up to about a million beyond). The same on every machine to the last bit.
    /// </para>
    /// </remarks>
    /// <param name="agent">What is said of the agent.</param>
    public double Score(AttributeBag agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return _condition.Score(agent);
    }

    /// <summary>
    /// What speaks against an agent: the <see cref="Conjuncts"/> that are not met, as canonical texts in their order;
    /// empty exactly where it <see cref="Matches"/>.
    /// </summary>
    /// <param name="agent">What is said of the agent.</param>
    public IReadOnlyList<string> Misses(AttributeBag agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        List<string>? misses = null;
        foreach (var part in Conjuncts)
        {
            if (!part.Matches(agent))
            {
                (misses ??= []).Add(part.ToString());
            }
        }

        return misses ?? (IReadOnlyList<string>)[];
    }

    /// <summary>
    /// The canonical text, which reads back as an equal requirement: the parts of an <c>and</c> or <c>or</c> and the
    /// values of a list each once and in order, <c>not</c> before <c>=</c> and <c>in</c> drawn into them, no more
    /// parentheses than needed. The same in every culture.
    /// </summary>
    public override string ToString() => _condition.Text;

    /// <summary>Whether both ask the same, in the same canonical text.</summary>
    /// <param name="other">The other requirement.</param>
    public bool Equals(Requirement? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(_condition.Text, other._condition.Text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Requirement);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>Whether both ask the same.</summary>
    /// <param name="left">One requirement.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Requirement? left, Requirement? right) => Equals(left, right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One requirement.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Requirement? left, Requirement? right) => !Equals(left, right);
}
