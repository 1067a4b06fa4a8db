using System.Buffers;
using System.Text;

namespace ContactCenter.Redaction;

/// <summary>Turns numbers round in a text that says that they are written backwards.</summary>
internal static class Reversal
{
    private const int MostMarks = 2;

    private static readonly SearchValues<string> Words =
        SearchValues.Create(["backward", "reverse"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] FarWords = ["거꾸로", "反対", "逆", "倒"];

    /// <summary>Whether the text says so.</summary>
    public static bool IsAnnounced(ReadOnlySpan<char> text) =>
        text.ContainsAny(Words) || (!Ascii.IsValid(text) && SaysSo(text));

    private static bool SaysSo(ReadOnlySpan<char> text)
    {
        foreach (var word in FarWords)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static void Read(in DisguiseText text, ref DisguiseText reading)
    {
        var characters = text.Characters;
        for (var i = 0; i < characters.Length;)
        {
            var end = EndOfNumber(characters, i);
            for (var k = end - 1; k >= i; k--)
            {
                reading.Write(characters[k], text, k, k + 1);
            }

            if (end == i)
            {
                reading.Keep(text, i++);
            }
            else
            {
                i = end;
            }
        }
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        var (end, marks) = (start, 0);
        for (var i = start; i < text.Length && marks <= MostMarks; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                (end, marks) = (i + 1, 0);
            }
            else if (end > start && text[i] is ' ' or '-')
            {
                marks++;
            }
            else
            {
                break;
            }
        }

        return end;
    }
}
