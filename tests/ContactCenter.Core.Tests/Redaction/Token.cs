using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>A replacer that writes the same for every value.</summary>
internal sealed class Token(string text) : IRedactionReplacer
{
    public int Replace(RedactionKind kind, ReadOnlySpan<char> value, Span<char> destination)
    {
        text.CopyTo(destination);
        return text.Length;
    }
}
