using System.Globalization;
using ContactCenter.Chats;

namespace ContactCenter.Transcripts;

/// <summary>Writes a conversation down as it is read, in memory that does not grow with its length.</summary>
internal static class TranscriptWriter
{
    /// <summary>Writes a whole transcript; the stream stays open.</summary>
    /// <param name="head">Whose conversation it is.</param>
    /// <param name="lines">Its lines, in their order; each is let go of before the next is asked for.</param>
    /// <param name="format">The form.</param>
    /// <param name="culture">In whose language notices are told.</param>
    /// <param name="to">Where it goes, some kilobytes at a time.</param>
    /// <param name="cancellationToken">Gives up; what has been written by then is no complete document.</param>
    /// <returns>How many lines it has.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such form.</exception>
    internal static async Task<int> WriteAsync(
        TranscriptHead head,
        IAsyncEnumerable<TranscriptLine> lines,
        TranscriptFormat format,
        CultureInfo culture,
        Stream to,
        CancellationToken cancellationToken)
    {
        var page = new Page(to);
        using var form = FormOf(format, page, culture);
        var count = 0;
        form.Open(head);
        await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            form.Add(line);
            count++;
            if (page.IsFull)
            {
                await page.TurnAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        form.Close();
        await page.TurnAsync(cancellationToken).ConfigureAwait(false);
        await to.FlushAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static ITranscriptForm FormOf(TranscriptFormat format, Page page, CultureInfo culture) => format switch
    {
        TranscriptFormat.Text => new TextForm(page, culture),
        TranscriptFormat.Json => new JsonForm(page),
        TranscriptFormat.Html => new HtmlForm(page, culture),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
