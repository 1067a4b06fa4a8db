using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Redaction;

namespace ContactCenter.Floors;

/// <summary>
/// Attachments: in quarantine until every scanner has spoken, then a line of the conversation or gone. Each goes its
/// own way, and the words that came with it do not wait.
/// </summary>
internal sealed partial class Floor
{
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromMinutes(5);

    private readonly List<FileCard> _filed = [];

    /// <summary>Whether somebody may send files in a chat now, and these together.</summary>
    internal Rejection? MayAttach(long number, Actor by, IReadOnlyCollection<(string Extension, long Length)> files) =>
        Open(number, out var chat)
        ?? (chat.Channel == Channel.Chat ? null : Rejections.NoConversation)
        ?? (chat.State == ChatState.Ended && chat.RoleOf(by) is not (null or ChatRole.Invitee)
            ? Rejections.ChatEnded
            : null)
        ?? Refusal(chat, by, ChatAction.Attach)
        ?? Configuration.Attachments.Refusal(files)
        ?? ((chat.Files?.Count ?? 0) + files.Count > Configuration.Attachments.MaxPending ? Rejections.Busy : null);

    private Rejection? Decide(SendFiles c)
    {
        var refused = MayAttach(c.Chat, c.By, [.. c.Files.Select(file => (file.Extension, file.Length))]);
        if (refused is not null)
        {
            return refused;
        }

        var chat = _chats[c.Chat];
        if (chat.LastLine + (chat.Files?.Count ?? 0) + c.Files.Count >= Configuration.MaxLines)
        {
            return Rejections.ChatFull;
        }

        var first = Last.Effect + 1;
        if (c.Body is { } words)
        {
            Post(chat, c.By, words);
        }

        _reply = new Reply(first, c.Body is null ? 0 : chat.LastLine);
        foreach (var file in c.Files)
        {
            var number = Last.Effect + 1;
            _filed.Add(new FileCard(chat.Number, number, file.Name, file.Extension));
            Raise(new FileSent(
                chat.Number, number, file.File, c.By, file.Length, _now + Configuration.Attachments.ScanTimeout));
        }

        IsThere(c.By);
        if (c.Body is not null)
        {
            LetBotAnswer(chat);
        }

        return null;
    }

    private Rejection? Decide(JudgeFile c)
    {
        if (_effects.GetValueOrDefault(c.File) is not Attachment { State: AttachmentState.Scanning } file
            || _now >= file.DueAt)
        {
            return Rejections.EffectGone;
        }

        if (c.Code is { } code)
        {
            Raise(new FileBlocked(file.Chat, file.Number, code));
        }
        else
        {
            if (c.MaskedLength is { } masked)
            {
                Raise(new FileMasked(file.Chat, file.Number, masked));
                Note(AuditAction.DeliveredMasked, file, RedactedText.Empty);
            }

            if (c.Unread is { } unread)
            {
                Note(AuditAction.DeliveredUnread, file, RedactedText.FromStore(unread));
            }

            Raise(new FileCleared(file.Chat, file.Number, _now + StoreTimeout));
        }

        return null;
    }

    private void Note(AuditAction action, Attachment file, RedactedText note) =>
        Note(Actor.System, action, file.Chat, _chats[file.Chat].Customer, note);

    private Rejection? Decide(SettleFile c)
    {
        switch (_effects.GetValueOrDefault(c.File) as Attachment)
        {
            case { State: AttachmentState.Blocked or AttachmentState.Withdrawn } file:
                Raise(new FileDestroyed(file.Chat, file.Number));
                return null;
            case { State: AttachmentState.Clean } file when c.Name is { } name:
                Deliver(_chats[file.Chat], file, name);
                LetBotAnswer(_chats[file.Chat]);
                return null;
            default:
                return Rejections.EffectGone;
        }
    }

    private Rejection? Decide(GiveUpOnFile c)
    {
        if (_effects.GetValueOrDefault(c.File) is not Attachment file || file.DueAt is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        Raise(new FileBlocked(
            file.Chat,
            file.Number,
            file.State == AttachmentState.Scanning ? BlockCodes.ScanTimeout : BlockCodes.StoreFailed));
        return null;
    }

    private void Deliver(ChatSession chat, Attachment file, Body name)
    {
        var sequence = chat.LastLine + 1;
        _said.Add(new Line(
            chat.Number, sequence, LineKind.File, file.Author, name.Text, Code: null, name.Salt)
        {
            Attached = new AttachedFile(file.File, file.Length),
        });
        Raise(new FileDelivered(
            chat.Number,
            file.Number,
            sequence,
            file.Author,
            name.Text.Text.Length,
            name.Digest,
            !name.Text.IsClean));
        Wake(chat);
    }

    /// <summary>Nothing more is delivered once the chat is over.</summary>
    private void BlockFiles(ChatSession chat)
    {
        foreach (var file in chat.Files?.ToArray() ?? [])
        {
            if (AttachmentLifecycle.Table.Allows(((Attachment)_effects[file]).State, AttachmentTrigger.Block))
            {
                Raise(new FileBlocked(chat.Number, file, BlockCodes.ChatEnded));
            }
        }
    }

    private void Apply(AttachmentEvent happened, DateTimeOffset at)
    {
        var chat = _chats.GetValueOrDefault(happened.Chat);
        switch (happened)
        {
            case FileSent e:
                Add(new Attachment(e.File, e.Chat, e.Author, e.Id, e.Length, e.DueAt));
                Last = Last with { Effect = e.File };

                if (e.Author.Kind == ActorKind.Customer)
                {
                    // Who sends a file has answered, whatever becomes of it.
                    chat!.AwaitsCustomer = false;
                    ListenFor(chat, at);
                }

                break;
            case FileMasked e:
                Replace(Pending(e) with { Length = e.Length, Code = BlockCodes.Masked });
                break;
            case FileCleared e:
                Replace(Pending(e).Move(AttachmentTrigger.Clear, e.DueAt, Pending(e).Code));
                break;
            case FileBlocked e:
                Replace(Pending(e).Move(AttachmentTrigger.Block, dueAt: null, e.Code));
                break;
            case FileDelivered e:
                Pending(e).Move(AttachmentTrigger.Deliver, dueAt: null);
                _effects.Remove(e.File, out _);
                chat!.Files!.Remove(e.File);
                chat.LastLine = e.Sequence;
                if (e.Author.Kind == ActorKind.Customer)
                {
                    chat.LastCustomerLine = e.Sequence;
                }
                else
                {
                    // The customer sees it only now.
                    chat.AwaitsCustomer = true;
                    ListenFor(chat, at, isNew: true);
                }

                break;
            case FileWithdrawn e:
                Add(new Attachment(e.File, e.Chat, e.Author, e.Id, Length: 0, DueAt: null)
                {
                    State = AttachmentLifecycle.Table.Next(AttachmentState.Delivered, AttachmentTrigger.Withdraw),
                    Code = e.Code,
                    Copy = e.Copy,
                });
                Last = Last with { Effect = e.File };
                break;
            case FileDestroyed e:
                Pending(e).Move(AttachmentTrigger.Destroy, dueAt: null);
                _effects.Remove(e.File, out _);
                chat?.Files!.Remove(e.File);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }

        if (chat is { Files.Count: 0 })
        {
            chat.Files = null;
        }
    }

    internal void Add(Attachment file)
    {
        _effects.Add(file.Number, file);
        if (_chats.TryGetValue(file.Chat, out var chat))
        {
            (chat.Files ??= []).Add(file.Number);
        }

        SetAlarm(file);
    }

    internal void Correct(Attachment file) => _effects[file.Number] = file;

    private Attachment Pending(AttachmentEvent happened) => (Attachment)_effects[happened.File];

    private void Replace(Attachment file)
    {
        Correct(file);
        SetAlarm(file);
    }

    private void SetAlarm(Attachment file)
    {
        if (file.DueAt is { } dueAt)
        {
            Alarms.Set(new Alarm(dueAt, AlarmKind.File, file.Number));
        }
    }
}
