namespace ContactCenter.Redaction;

/// <summary>Finds e-mail addresses in the form that is in use, of any script.</summary>
/// <remarks>
/// A part of letters, digits and <c>. _ % + - ' &amp;</c> of at most 64 characters, an at sign, and a domain of at
/// least two labels whose last one begins with a letter; quoted parts and addresses without a domain are left out.
/// Where an ASCII address stands next to letters without spaces (<c>메일은a@b.kr로</c>) only the address counts. Immutable
/// and thread safe; one pass, linear in the length of the text.
/// </remarks>
public sealed class EmailAddressRule : IRedactionRule
{
    private const int MostLocal = 64;
    private const int MostDomain = 253;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.EmailAddress;

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        for (var at = text.IndexOf("@"); at >= 0; at = text.IndexOf("@", at + 1))
        {
            var start = StartOf(characters, at);
            var end = start == at ? at : EndOf(characters, at + 1);
            findings.Spend(at - start + Math.Max(0, end - at));
            if (end > at)
            {
                findings.Add(start, end - start);
            }
        }
    }

    private static int StartOf(ReadOnlySpan<char> text, int at)
    {
        var isAscii = at > 0 && text[at - 1] < 0x80;
        var start = at;
        while (start > 0 && at - start < MostLocal && IsLocal(text[start - 1], isAscii))
        {
            start--;
        }

        while (start < at && !char.IsLetterOrDigit(text[start]) && text[start] is not ('_' or '+'))
        {
            start++;
        }

        return at > start && text[at - 1] == '.' ? at : start;
    }

    // The end of the last label that can be a top-level domain; -1 without one.
    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..Math.Min(text.Length, start + MostDomain)];
        var end = -1;
        for (var label = 0; label < rest.Length;)
        {
            var length = LabelLength(rest[label..]);
            if (label > 0 && length >= 2 && char.IsLetter(rest[label]))
            {
                end = start + label + length;
            }

            label += length;
            if (length == 0 || label == rest.Length || rest[label] != '.')
            {
                break;
            }

            label++;
        }

        return end;
    }

    // An ASCII label ends before the first letter of another script, which is the next word.
    private static int LabelLength(ReadOnlySpan<char> text)
    {
        var isAscii = !text.IsEmpty && text[0] < 0x80;
        var length = 0;
        while (length < text.Length
            && (text[length] < 0x80
                ? char.IsAsciiLetterOrDigit(text[length]) || text[length] == '-'
                : !isAscii && char.IsLetterOrDigit(text[length])))
        {
            length++;
        }

        while (length > 0 && text[length - 1] == '-')
        {
            length--;
        }

        return length;
    }

    private static bool IsLocal(char character, bool isAscii) => character < 0x80
        ? char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '%' or '+' or '-' or '\'' or '&'
        : !isAscii && char.IsLetterOrDigit(character);
}
