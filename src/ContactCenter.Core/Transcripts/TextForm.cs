using System.Globalization;
using ContactCenter.Chats;

namespace ContactCenter.Transcripts;

/// <summary>Plain text: <c>2026-03-02 09:00:12Z  customer c-77: words</c>.</summary>
internal sealed class TextForm(Page page, CultureInfo culture) : ITranscriptForm
{
    // As wide as the time, which no indented line can therefore have.
    private static readonly string Continued = "\n" + new string(' ', 22);

    /// <inheritdoc/>
    public void Open(TranscriptHead head)
    {
        page.Write(head.WrittenAt).Write("  ").Write(head.Chat.ToString())
            .Write(", ").Write(Legible.Party(Actor.Customer(head.Customer)));
        if (head.Name is { Length: > 0 } name)
        {
            page.Write(", ").Write(Legible.OneLine(name));
        }

        page.Write("\n\n");
    }

    /// <inheritdoc/>
    public void Add(TranscriptLine line)
    {
        page.Write(line.At).Write("  ");
        _ = Legible.Notice(line, culture) is { } notice
            ? page.Write(Legible.OneLine(notice))
            : page.Write(Legible.Author(line)).Write(": ").Write(Legible.Words(line.Text, Continued));
        page.Write("\n");
    }
}
