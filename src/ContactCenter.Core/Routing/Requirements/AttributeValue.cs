using ContactCenter.Texts;

namespace ContactCenter.Routing;

/// <summary>What is said of an agent or a contact under one name: a text, a number, or true or false.</summary>
/// <remarks>
/// <para>
/// Two values are equal when they are of one kind and the same: texts ordinally, so case matters. A number is finite,
/// and there is one zero, so numbers have a total order. A skill is an attribute whose number is its level; a skill
/// without a level is <see langword="true"/>.
/// </para>
/// <para>
/// Converts implicitly from <see cref="string"/>, <see cref="double"/> and <see cref="bool"/>; what is no value throws
/// <see cref="FormatException"/>. The default value is <see langword="false"/>. Immutable, safe for any thread.
/// </para>
/// </remarks>
public readonly record struct AttributeValue
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxTextLength = 256;

    private readonly string? _text;
    private readonly double _number;

    private AttributeValue(AttributeKind kind, string? text, double number) =>
        (Kind, _text, _number) = (kind, text, number);

    /// <summary>Which of the three it is.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The text; empty where it is none.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The number; 0 where it is none.</summary>
    public double Number => Kind is AttributeKind.Number ? _number : 0;

    /// <summary>Whether it is <see langword="true"/>, the boolean.</summary>
    public bool IsTrue => Kind is AttributeKind.Boolean && _number > 0;

    /// <summary>Whether it is something one has: any text, <see langword="true"/>, a number above 0.</summary>
    internal bool IsHeld => Kind is AttributeKind.Text || _number > 0;

    /// <summary>A text, if it is one that can be kept.</summary>
    /// <param name="text">
    /// At most <see cref="MaxTextLength"/> UTF-16 units, without NUL and without halves of surrogate pairs.
    /// </param>
    /// <param name="value">The value, or the default value.</param>
    /// <returns>Whether it is one; never throws.</returns>
    public static bool TryOf(string? text, out AttributeValue value)
    {
        var fits = text is { Length: <= MaxTextLength } && Wording.IsWellFormed(text);
        value = fits ? new AttributeValue(AttributeKind.Text, text, 0) : default;
        return fits;
    }

    /// <summary>A number, if it is finite.</summary>
    /// <param name="number">The number; negative zero is zero.</param>
    /// <param name="value">The value, or the default value.</param>
    /// <returns>Whether it is finite; never throws.</returns>
    public static bool TryOf(double number, out AttributeValue value)
    {
        var fits = double.IsFinite(number);
        value = fits ? new AttributeValue(AttributeKind.Number, null, number == 0 ? 0 : number) : default;
        return fits;
    }

    /// <summary>The value that a text is.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is missing, too long or malformed.</exception>
    public static implicit operator AttributeValue(string text) => TryOf(text, out var value)
        ? value
        : throw new FormatException($"The text of an attribute has at most {MaxTextLength} units of sound Unicode.");

    /// <summary>The value that a number is.</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="FormatException">It is infinite or no number.</exception>
    public static implicit operator AttributeValue(double number) => TryOf(number, out var value)
        ? value
        : throw new FormatException("The number of an attribute is finite.");

    /// <summary>The value that true or false is.</summary>
    /// <param name="flag">Which.</param>
    public static implicit operator AttributeValue(bool flag) => new(AttributeKind.Boolean, null, flag ? 1 : 0);

    /// <summary>Reads a value as a <see cref="Requirement"/> writes it.</summary>
    /// <param name="text">
    /// <c>true</c> or <c>false</c>, a number in invariant form, a text in single or double quotes, or a bare word.
    /// </param>
    /// <param name="value">The value, or the default value.</param>
    /// <returns>Whether it is one; never throws.</returns>
    public static bool TryParse(string? text, out AttributeValue value) => RequirementReader.TryValue(text, out value);

    /// <summary>
    /// The value as a <see cref="Requirement"/> writes it, the same in every culture: a text that is not a plain word
    /// is quoted, so that no two values are written alike. For the text itself there is <see cref="Text"/>.
    /// </summary>
    public override string ToString() => Literal.Of(this);

    /// <summary>Booleans before numbers before texts, each in its own order.</summary>
    internal static int Compare(AttributeValue one, AttributeValue other) =>
        one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind)
        : one.Kind is AttributeKind.Text ? string.CompareOrdinal(one._text, other._text)
        : one._number.CompareTo(other._number);
}
