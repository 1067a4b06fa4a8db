using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Files;

namespace ContactCenter.Runtime;

/// <summary>Files in chats: sent into quarantine, delivered once scanned, opened by whoever may read.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed class AttachmentVerbs
{
    private readonly FloorHost _host;

    internal AttachmentVerbs(FloorHost host) => _host = host;

    /// <summary>
    /// Sends files in a chat, with words or without. The words are said at once; each file is delivered as a line of
    /// its own once it is scanned, or the sender is shown why it is not. All are taken, or none.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="author">Who sends them: the customer, or an agent who is in the chat.</param>
    /// <param name="files">The files, read to their ends; 10 at most unless the floor says otherwise.</param>
    /// <param name="text">The words; null or blank for none.</param>
    /// <param name="id">Makes a retry known. It brings the files again; they are compared by name and length.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Their numbers, by which the feed shows them. Rejected as a message is, or as <c>attachments-off</c>,
    /// <c>too-many-files</c>, <c>files-too-large</c> or <c>extension-not-allowed</c>; nothing is sent then.
    /// </returns>
    /// <exception cref="IOException">The store or a stream failed; nothing is sent.</exception>
    public async ValueTask<Outcome<AttachmentReceipt>> SendAsync(
        ChatId chat,
        Actor author,
        IReadOnlyList<OutgoingFile> files,
        string? text = null,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        cancellationToken.ThrowIfCancellationRequested();
        if (_host.Chats.Find(chat, out var run) is { } unknown)
        {
            return Outcome<AttachmentReceipt>.Rejected(unknown);
        }

        if (run.Store is not { } store)
        {
            return Outcome<AttachmentReceipt>.Rejected(Rejections.AttachmentsOff);
        }

        var upload = new Upload(run, store, _host.Id, chat.Number, author, cancellationToken);
        try
        {
            if (await upload.TakeAsync(files).ConfigureAwait(false) is { } refused)
            {
                return Outcome<AttachmentReceipt>.Rejected(refused);
            }

            var message = new OutgoingMessage(chat.Number, author, text ?? string.Empty, id) { Files = upload.Taken };
            var posted = await run.Lanes.PostAsync(run, message, cancellationToken).ConfigureAwait(false);
            var answer = await upload.KeepAsync(posted.Answer).ConfigureAwait(false);
            return answer.Rejection is { } rejection
                ? Outcome<AttachmentReceipt>.Rejected(rejection)
                : Outcome<AttachmentReceipt>.Accepted(Receipt(run, answer, files.Count, posted.IsRedacted));
        }
        catch (OperationCanceledException) when (upload.IsAdmitted)
        {
            return Outcome<AttachmentReceipt>.Unknown;
        }
        finally
        {
            await upload.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Opens an attachment that was delivered.</summary>
    /// <param name="chat">In which chat, closed ones included.</param>
    /// <param name="line">The sequence of its line.</param>
    /// <param name="viewer">Whoever may read the transcript. That an agent or a supervisor opens it is audited.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Its name, length and content, which the caller disposes of. Rejected as <c>file-gone</c>,
    /// <c>file-withdrawn</c>, or as a read of the transcript is.
    /// </returns>
    public async ValueTask<Outcome<AttachmentContent>> OpenAsync(
        ChatId chat, int line, Actor viewer, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        if (_host.Chats.Find(chat, out var run) is { } unknown)
        {
            return Outcome<AttachmentContent>.Rejected(unknown);
        }

        var may = await ChatVerbs.MayReadAsync(
            run, chat.Number, viewer, AuditAction.ReadAttachment, cancellationToken).ConfigureAwait(false);
        if (may.Refused is not null)
        {
            return Outcome<AttachmentContent>.Rejected(may.Refused);
        }

        var lines = line < may.From || line > may.UpTo
            ? []
            : await run.Transcripts.ReadAsync(chat.Number, line - 1, 1, cancellationToken).ConfigureAwait(false);
        if (lines is [{ Kind: LineKind.WithdrawnFile } withdrawn] && withdrawn.Sequence == line)
        {
            return Outcome<AttachmentContent>.Rejected(Rejections.FileWithdrawn);
        }

        if (lines is not [{ Kind: LineKind.File } found] || found.Sequence != line || run.Store is not { } store)
        {
            return Outcome<AttachmentContent>.Rejected(Rejections.FileGone);
        }

        try
        {
            var key = new FileKey(_host.Id, chat.Number, found.File);
            return Outcome<AttachmentContent>.Accepted(new AttachmentContent(
                found.Text,
                found.FileLength ?? 0,
                await store.OpenAsync(key, cancellationToken).ConfigureAwait(false)));
        }
        catch (FileNotFoundException)
        {
            return Outcome<AttachmentContent>.Rejected(Rejections.FileGone);
        }
    }

    private static AttachmentReceipt Receipt(FloorRun run, Answer answer, int files, bool isRedacted) => new(
        answer.Reply.Sequence == 0 ? default(int?) : (int)answer.Reply.Sequence,
        [.. Enumerable.Range(0, files).Select(index => answer.Reply.Number + index)],
        isRedacted,
        new FeedPosition(run.Epoch, answer.Sequence));
}
