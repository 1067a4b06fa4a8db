using System.Buffers;
using System.Globalization;
using System.Text;
using ContactCenter.Chats;

namespace ContactCenter.Transcripts;

/// <summary>
/// Texts as people can trust their eyes with: what would start a line, turn the direction of writing or steer a
/// terminal is shown by its code, <c>[U+202E]</c>.
/// </summary>
internal static class Legible
{
    // Controls; the separators of lines and paragraphs; what embeds, overrides or isolates a direction. A tab may stay.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
    [
        .. from unit in Enumerable.Range(0, 0xA0) where unit != '\t' && char.IsControl((char)unit) select (char)unit,
        .. "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
    ]);

    /// <summary>A text on several lines, whatever character the writer has broken them with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineBreak">What stands between two lines of the result.</param>
    internal static string Words(string text, string lineBreak = "\n")
    {
        var suspect = text.AsSpan().IndexOfAny(Suspects);
        if (suspect < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text, 0, suspect, text.Length + 64);
        for (var at = suspect; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\r' when at + 1 < text.Length && text[at + 1] == '\n':
                    break;
                case '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                    shown.Append(lineBreak);
                    break;
                case var unit when Suspects.Contains(unit):
                    shown.Append(CultureInfo.InvariantCulture, $"[U+{(int)unit:X4}]");
                    break;
                case var unit:
                    shown.Append(unit);
                    break;
            }
        }

        return shown.ToString();
    }

    /// <summary>A name, an id or a notice: never more than one line.</summary>
    internal static string OneLine(string text) => Words(text, " ");

    /// <summary>Who says a line, by id and name, and what it is where it is no message to all.</summary>
    internal static string Author(TranscriptLine line) =>
        Party(line.Author)
        + (line.Name is { Length: > 0 } name ? ", " + OneLine(name) : string.Empty)
        + line.Kind switch
        {
            LineKind.Whisper => " (whisper)",
            LineKind.Note => " (note)",
            LineKind.File => " (file)",
            LineKind.WithdrawnFile => " (file, withdrawn)",
            _ => string.Empty,
        };

    /// <summary>What a notice says, with its author's name where it is about them; null of any other line.</summary>
    internal static string? Notice(TranscriptLine line, CultureInfo culture) =>
        (line.Name is { Length: > 0 } name && (line.Subject ?? line.Author.Id) == line.Author.Id
            ? line with { Subject = name }
            : line).NoticeText(culture);

    /// <summary>The kind and the id, as an actor has them, with room between them.</summary>
    internal static string Party(Actor actor)
    {
        var party = OneLine(actor.ToString());
        var colon = party.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? party : $"{party.AsSpan(0, colon)} {party.AsSpan(colon + 1)}";
    }
}
