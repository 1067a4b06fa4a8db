using System.Globalization;
using System.Runtime.CompilerServices;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Transcripts;

namespace ContactCenter.Runtime;

/// <summary>How a conversation leaves the floor.</summary>
public sealed partial class ChatVerbs
{
    private const int LinesAtATime = 1_000;

    /// <summary>
    /// Writes down what was said in a chat, in order, redacted: what the viewer may read, up to the line that was the
    /// last when they asked. It is written as it is read, so it takes no more memory for a long chat.
    /// </summary>
    /// <param name="chat">Which chat: live, in wrap-up or closed.</param>
    /// <param name="viewer">
    /// Who takes it out: whoever may read the transcript. Of an agent or a supervisor the audit trail says so before
    /// the first byte is written.
    /// </param>
    /// <param name="format">The form.</param>
    /// <param name="to">
    /// Where it goes, at most 16 KB at a time; it stays open. Written to and flushed asynchronously alone.
    /// </param>
    /// <param name="culture">In whose language notices are told; null, the default, for English.</param>
    /// <param name="cancellationToken">Gives up; what has been written by then is no complete document.</param>
    /// <returns>
    /// How many lines it has. Rejected as <c>chat-unknown</c> or <c>not-permitted</c>; nothing is written then.
    /// </returns>
    /// <remarks>
    /// What the stream throws goes to the caller, and what has been written by then is no complete document. The entry
    /// of the audit trail stays, for some of it was taken out. A customer who is erased meanwhile is written down no
    /// further than that.
    /// </remarks>
    /// <exception cref="ArgumentException">The stream cannot be written to.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such form.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async ValueTask<Outcome<ExportReceipt>> ExportAsync(
        ChatId chat,
        Actor viewer,
        TranscriptFormat format,
        Stream to,
        CultureInfo? culture = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (!Enum.IsDefined(format))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }

        if (!to.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to.", nameof(to));
        }

        if (Find(chat, out var run) is { } rejection)
        {
            return Outcome<ExportReceipt>.Rejected(rejection);
        }

        var may = await MayReadAsync(run, chat.Number, viewer, AuditAction.ExportTranscript, cancellationToken)
            .ConfigureAwait(false);
        if (may.Refused is not null)
        {
            return Outcome<ExportReceipt>.Rejected(may.Refused);
        }

        var (name, _) = await run.Transcripts.ReadCardAsync(chat.Number, cancellationToken).ConfigureAwait(false);
        var lines = await TranscriptWriter.WriteAsync(
            new TranscriptHead(chat, may.Customer, name, run.Clock.Now),
            ReadAsync(run, chat.Number, may, cancellationToken),
            format,
            culture ?? CultureInfo.InvariantCulture,
            to,
            cancellationToken).ConfigureAwait(false);
        return Outcome<ExportReceipt>.Accepted(new ExportReceipt(lines));
    }

    /// <summary>The lines that somebody may read, a page at a time.</summary>
    private static async IAsyncEnumerable<TranscriptLine> ReadAsync(
        FloorRun run, long chat, MayRead may, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A live chat may grow faster than it is written down: it ends where it ended when it was asked for.
        var last = Math.Min(may.UpTo, may.Last);
        for (var after = may.From - 1; after < last;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var limit = Math.Min(LinesAtATime, last - after);
            var page = await run.Transcripts.ReadAsync(chat, after, limit, cancellationToken).ConfigureAwait(false);
            foreach (var line in Named(run, page))
            {
                yield return line;
            }

            if (page.Count < limit)
            {
                break;
            }

            after = page[^1].Sequence;
        }
    }
}
