using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ContactCenter.Chats;
using ContactCenter.Texts;

namespace ContactCenter.Transcripts;

/// <summary>
/// A document that opens in any browser, years from now and without a network: a list, an item a line. Its policy lets
/// nothing run or load, whatever a message might have smuggled in.
/// </summary>
internal sealed class HtmlForm(Page page, CultureInfo culture) : ITranscriptForm
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <inheritdoc/>
    public void Open(TranscriptHead head)
    {
        var chat = Encode(head.Chat.ToString());
        page.Write($"""
            <!DOCTYPE html>
            <html lang="{Encode(Language())}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{chat}</title>
            """);
        page.Write("""

            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
            ol { list-style: none; padding: 0; }
            li { margin: 0 0 1rem; }
            p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            .notice p { font-style: italic; }
            </style>
            </head>
            <body>
            <main>
            <h1>
            """);
        page.Write(chat).Write("</h1>\n<p>").Write(Encode(Legible.Party(Actor.Customer(head.Customer))));
        if (head.Name is { Length: > 0 } name)
        {
            page.Write(", <bdi>").Write(Encode(Legible.OneLine(name))).Write("</bdi>");
        }

        page.Write(", ");
        WriteTime(head.WrittenAt);
        page.Write("</p>\n<ol>\n");
    }

    /// <inheritdoc/>
    public void Add(TranscriptLine line)
    {
        var notice = Legible.Notice(line, culture);
        page.Write(notice is null ? "<li>" : "<li class=\"notice\">");
        WriteTime(line.At);
        if (notice is null)
        {
            page.Write(" <strong>").Write(Encode(Legible.Author(line))).Write("</strong>");
        }

        page.Write("\n<p dir=\"auto\">").Write(Encode(Legible.Words(notice ?? line.Text))).Write("</p></li>\n");
    }

    /// <inheritdoc/>
    public void Close() => page.Write("</ol>\n</main>\n</body>\n</html>\n");

    private static string Encode(string text) => Encoder.Encode(text);

    private void WriteTime(DateTimeOffset at)
    {
        var stamp = Page.Stamp(at);
        page.Write("<time datetime=\"").Write(stamp.Replace(' ', 'T')).Write("\">").Write(stamp).Write("</time>");
    }

    /// <summary>In which language the notices are: English, where the one that was asked for is not spoken.</summary>
    private string Language()
    {
        var words = Phrasebook.Notice(Notices.CustomerLeft, string.Empty, culture);
        var english = Phrasebook.Notice(Notices.CustomerLeft, string.Empty, CultureInfo.InvariantCulture);
        return words == english ? "en" : culture.Name;
    }
}
