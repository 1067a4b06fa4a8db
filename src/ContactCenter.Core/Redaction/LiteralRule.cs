using System.Buffers;
using System.Text;

namespace ContactCenter.Redaction;

/// <summary>Finds words and phrases from a fixed list: the name of an unannounced product, a shared password.</summary>
/// <remarks>
/// Letters match in both cases, anywhere, inside longer words too, and however many invisible characters are put in
/// between. Every occurrence is found, also those that overlap. Immutable and thread safe; one pass for the whole list.
/// </remarks>
public sealed class LiteralRule : IRedactionRule
{
    /// <summary>The longest list.</summary>
    public const int MaxLiterals = 1000;

    /// <summary>The longest literal, in UTF-16 units.</summary>
    public const int MaxLiteralLength = 256;

    // Comparing a whole list at one place is about as much work as looking at that many characters.
    private const int LiteralsPerUnit = 16;

    private readonly string[] _literals;
    private readonly SearchValues<string> _any;

    /// <summary>A rule for one list.</summary>
    /// <param name="kind">What the list holds. Its code names the rule, so each list needs a kind of its own.</param>
    /// <param name="version">The version of the list; change it with the list.</param>
    /// <param name="literals">
    /// 1 to <see cref="MaxLiterals"/> literals of up to <see cref="MaxLiteralLength"/> units, each with a letter or a
    /// digit in it and without a star, which masks are made of.
    /// </param>
    /// <exception cref="ArgumentException">The list is empty or too long, or a literal is not of that form.</exception>
    public LiteralRule(RedactionKind kind, string version, params ReadOnlySpan<string> literals)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        if (literals.Length is 0 or > MaxLiterals)
        {
            throw new ArgumentException($"A list has 1 to {MaxLiterals} literals.", nameof(literals));
        }

        Kind = kind;
        Version = version;
        _literals = new string[literals.Length];
        for (var i = 0; i < literals.Length; i++)
        {
            _literals[i] = Read(literals[i]);
        }

        _any = SearchValues.Create(_literals, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public RedactionKind Kind { get; }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var rest = text.Characters;
        for (var offset = rest.IndexOfAny(_any); offset >= 0; offset = rest.IndexOfAny(_any))
        {
            findings.Spend(1 + (_literals.Length / LiteralsPerUnit));
            rest = rest[offset..];
            findings.Add(text.Length - rest.Length, LongestAt(rest));
            rest = rest[1..];
        }
    }

    private static string Read(string literal)
    {
        ArgumentException.ThrowIfNullOrEmpty(literal);
        if (literal.Length > MaxLiteralLength)
        {
            throw new ArgumentException($"A literal has at most {MaxLiteralLength} units.", nameof(literal));
        }

        Span<char> reading = stackalloc char[MaxLiteralLength];
        Span<int> origins = stackalloc int[MaxLiteralLength];
        var characters = reading[..TextReading.Read(literal, reading, origins)];
        var isVisible = false;
        foreach (var rune in ((ReadOnlySpan<char>)characters).EnumerateRunes())
        {
            isVisible |= Rune.IsLetterOrDigit(rune);
        }

        return isVisible && !characters.Contains(Masks.Star)
            ? new string(characters)
            : throw new ArgumentException("A literal needs a letter or a digit, and no star.", nameof(literal));
    }

    private int LongestAt(ReadOnlySpan<char> text)
    {
        var longest = 1;
        foreach (var literal in _literals)
        {
            if (literal.Length > longest && text.StartsWith(literal, StringComparison.OrdinalIgnoreCase))
            {
                longest = literal.Length;
            }
        }

        return longest;
    }
}
