using System.Buffers;

namespace ContactCenter;

/// <summary>The form of codes and ids that people choose: <c>a-z</c>, <c>0-9</c>, and single hyphens between.</summary>
internal static class KebabCase
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    internal static bool Is(ReadOnlySpan<char> text, int maxLength) =>
        text.Length > 0
        && text.Length <= maxLength
        && text[0] != '-'
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && !text.ContainsAnyExcept(Characters);

    /// <summary>The same, beginning with a letter, as codes do.</summary>
    internal static bool IsCode(ReadOnlySpan<char> text, int maxLength) =>
        Is(text, maxLength) && char.IsAsciiLetterLower(text[0]);
}
