using System.Buffers;
using System.Text;

namespace ContactCenter.Redaction;

/// <summary>How a token is written: <c>[card-number:KQXMBVTRLSDNWFHJPCZGKQXM]</c>.</summary>
/// <remarks>
/// Consonants alone: no rule reads a digit in them, no word, and nothing that is encoded, so that what scans the text
/// again leaves them as they are. Twenty of them to the power of 24 are 103 bits.
/// </remarks>
internal static class TokenForm
{
    internal const int Length = 24;
    internal const string Alphabet = "BCDFGHJKLMNPQRSTVWXZ";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    internal static string Write(RedactionKind kind, string letters) => $"[{kind.Code}:{letters}]";

    /// <summary>Reads one as it stands in a text.</summary>
    internal static bool TryRead(ReadOnlySpan<char> token, out RedactionKind kind, out string letters)
    {
        (kind, letters) = (default, string.Empty);
        var colon = token.Length - Length - 2;
        if (colon < 2 || token[0] != '[' || token[colon] != ':' || token[^1] != ']'
            || token[(colon + 1)..^1].ContainsAnyExcept(Letters)
            || !RedactionKind.TryParse(token[1..colon].ToString(), out kind))
        {
            return false;
        }

        letters = token[(colon + 1)..^1].ToString();
        return true;
    }

    /// <summary>A text without what was drawn for it: the same whenever the same is said.</summary>
    /// <remarks>A retry is redacted anew, and has other tokens for the same values.</remarks>
    internal static string WithoutDraws(RedactedText redacted)
    {
        StringBuilder? answer = null;
        var (text, copied) = (redacted.Text, 0);
        foreach (var finding in redacted.Findings)
        {
            if (TryRead(text.AsSpan(finding.Start, finding.Length), out var kind, out _))
            {
                answer = (answer ??= new StringBuilder()).Append(text.AsSpan(copied, finding.Start - copied))
                    .Append('[').Append(kind.Code).Append(']');
                copied = finding.Start + finding.Length;
            }
        }

        return answer is null ? text : answer.Append(text.AsSpan(copied)).ToString();
    }
}
