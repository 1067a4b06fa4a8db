using System.Globalization;

namespace ContactCenter.Routing;

/// <summary>Why a text is no <see cref="Requirement"/>: the first thing that is wrong, and where.</summary>
/// <param name="Position">Where, in UTF-16 units from 0; the length of the text where it ends too early.</param>
/// <param name="Code">
/// A stable code: <c>requirement-empty</c>, <c>requirement-too-long</c>, <c>requirement-too-deep</c>,
/// <c>too-many-terms</c>, <c>too-many-values</c>, <c>character-unexpected</c>, <c>name-expected</c>,
/// <c>name-invalid</c>, <c>value-expected</c>, <c>number-expected</c>, <c>number-too-large</c>, <c>list-expected</c>,
/// <c>list-unclosed</c>, <c>parenthesis-unclosed</c>, <c>end-expected</c>, <c>text-unclosed</c>, <c>text-too-long</c>,
/// <c>text-malformed</c> or <c>escape-unknown</c>.
/// </param>
/// <param name="Expected">What could stand there, in English.</param>
/// <param name="Found">What stands there, in English, at most a few words.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record RequirementFault(int Position, string Code, string Expected, string Found)
{
    /// <summary>The fault in words: <c>at 8: a value is expected, found ')'</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"at {Position}: {Expected} is expected, found {Found}");
}
