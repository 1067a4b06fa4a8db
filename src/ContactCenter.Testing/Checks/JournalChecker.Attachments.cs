using ContactCenter.Attachments;
using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>
/// Attachments: each sent once, none delivered that was not cleared, none left behind by its chat, none that was
/// withdrawn ever there again.
/// </summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<long, FileRecord> _files = [];

    // What has a line, and may yet be withdrawn; and what was.
    private readonly Dictionary<Guid, (long Chat, int Line)> _delivered = [];
    private readonly HashSet<Guid> _withdrawn = [];

    private void Fold(AttachmentEvent happened)
    {
        if (happened is FileSent sent)
        {
            var open = _chats.GetValueOrDefault(sent.Chat);
            Require(sent.File == _lastEffect + 1, "S38", $"file {sent.File} follows effect {_lastEffect}");
            Require(open is not null && open.State != ChatState.Ended, "S28", $"sent after the end: {sent}");
            Require(
                open is not null && sent.Author.Kind != ActorKind.Supervisor && MayWrite(sent.Author, open),
                "S23",
                $"{sent.Author} sends files in chat {sent.Chat}, a stranger to it");
            _lastEffect = sent.File;
            _files[sent.File] = new FileRecord(sent);
            return;
        }

        if (happened is FileWithdrawn withdrawn)
        {
            Withdraw(withdrawn);
            return;
        }

        if (!_files.TryGetValue(happened.File, out var file) || file.Sent.Chat != happened.Chat)
        {
            Report("S38", $"{happened} is about no file that is on its way");
            return;
        }

        if (happened is FileMasked)
        {
            var isScanned = file.State == AttachmentState.Scanning;
            Require(isScanned, "S38", $"file {happened.File} is masked while {file.State}");
            return;
        }

        var trigger = happened switch
        {
            FileCleared => AttachmentTrigger.Clear,
            FileBlocked => AttachmentTrigger.Block,
            FileDelivered => AttachmentTrigger.Deliver,
            _ => AttachmentTrigger.Destroy,
        };
        var legal = AttachmentLifecycle.Table.TryNext(file.State, trigger, out var next);
        Require(legal, "S38", $"file {happened.File} moves by {trigger} while {file.State}");
        file.State = next;
        if (happened is FileDelivered delivered)
        {
            Deliver(delivered, file);
        }

        if (next is AttachmentState.Delivered or AttachmentState.Destroyed)
        {
            _files.Remove(happened.File);
        }
    }

    private void Deliver(FileDelivered e, FileRecord file)
    {
        if (!_chats.TryGetValue(e.Chat, out var chat) || chat.State == ChatState.Ended)
        {
            Report("S28", $"delivered after the end: {e}");
            return;
        }

        Require(e.Author == file.Sent.Author, "S23", $"{e} was sent by {file.Sent.Author}");
        Require(!_withdrawn.Contains(file.Sent.Id), "S38", $"file {e.File} was withdrawn, and is delivered");
        _delivered[file.Sent.Id] = (e.Chat, e.Sequence);
        Count(chat, e.Sequence);
    }

    private void Withdraw(FileWithdrawn e)
    {
        Require(e.File == _lastEffect + 1, "S38", $"file {e.File} follows effect {_lastEffect}");
        Require(_rescan is not null && e.Chat <= _rescan.UpTo, "S50", $"{e} withdraws what nobody reads again");
        Require(
            _delivered.Remove(e.Id, out var place) && place == (e.Chat, e.Sequence),
            "S38",
            $"{e} withdraws what is not delivered there");
        Require(_withdrawn.Add(e.Id), "S38", $"{e} withdraws what is withdrawn");
        _lastEffect = e.File;
        _files[e.File] = new FileRecord(new FileSent(e.Chat, e.File, e.Id, e.Author, 0, default))
        {
            State = AttachmentLifecycle.Table.Next(AttachmentState.Delivered, AttachmentTrigger.Withdraw),
        };
        if (e.Copy != Guid.Empty)
        {
            Require(!_withdrawn.Contains(e.Copy), "S38", $"{e} delivers what is withdrawn");
            _delivered[e.Copy] = place;
        }
    }

    /// <summary>What the log has said of one attachment so far; forgotten once it is delivered or gone.</summary>
    private sealed class FileRecord(FileSent sent)
    {
        internal FileSent Sent { get; } = sent;

        internal AttachmentState State { get; set; } = AttachmentLifecycle.Table.Initial;
    }
}
