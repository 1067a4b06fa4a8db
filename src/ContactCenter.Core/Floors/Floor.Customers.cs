using System.Runtime.InteropServices;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Redaction;

namespace ContactCenter.Floors;

/// <summary>
/// What is kept of customers once their contacts are closed: who may read it, who has, how long it is kept, and how it
/// is destroyed. The floor decides; what is kept stands beside the log.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>How many contacts more than its limit the floor keeps before it looks for the oldest.</summary>
    private const int HistorySlack = 64;

    private static readonly TimeSpan BetweenPurges = TimeSpan.FromHours(1);

    private readonly List<AuditEntry> _audited = [];
    private readonly List<PastContact> _past = [];
    private readonly HashSet<CustomerId> _held = [];
    private readonly HashSet<CustomerId> _erasing = [];

    /// <summary>Customers of whom nothing is destroyed.</summary>
    internal IReadOnlySet<CustomerId> OnHold => _held;

    /// <summary>Whether nothing of a customer may be destroyed; of whom nobody knows, that may be anybody.</summary>
    internal bool MayBeHeld(CustomerId customer) => customer == default ? _held.Count > 0 : _held.Contains(customer);

    /// <summary>Whether there was such a contact, and it is over for everybody.</summary>
    internal bool IsClosed(long chat) => chat >= 1 && chat <= Last.Chat && !_chats.ContainsKey(chat);

    /// <summary>Of how many closed contacts something is kept.</summary>
    internal long Kept { get; private set; }

    /// <summary>How many of them are too many.</summary>
    internal long TooMany => Math.Max(0, Kept - Configuration.HistoryLimit);

    /// <summary>When what is old is looked for next; null while it is, or where everything is kept.</summary>
    internal DateTimeOffset? PurgeAt { get; private set; }

    /// <summary>
    /// Whether somebody may read what is kept of a customer: the agents who have a contact of theirs now, the
    /// supervisors of such an agent, and those who supervise all teams.
    /// </summary>
    internal Rejection? MayReadHistory(Actor viewer, CustomerId customer) => viewer.Kind switch
    {
        ActorKind.Host => null,
        ActorKind.Agent => ChatsOf(customer).Any(chat => chat.MayBeSeenBy(viewer)) ? null : Rejections.NotPermitted,
        ActorKind.Supervisor when MaySupervise(viewer, chat: null) is null => null,
        ActorKind.Supervisor => ChatsOf(customer).Any(chat => MaySupervise(viewer, chat) is null)
            ? null
            : Rejections.NotPermitted,
        _ => Rejections.NotPermitted,
    };

    private Rejection? Decide(NoteRead c)
    {
        if (c.By.Kind is not (ActorKind.Agent or ActorKind.Supervisor))
        {
            return Rejections.NotPermitted;
        }

        if (c.Chat == 0 || !_chats.TryGetValue(c.Chat, out var chat))
        {
            var refused = c.Chat < 0 || c.Chat > Last.Chat ? Rejections.ChatUnknown
                : MayReadHistory(c.By, c.Customer) ?? Clean(c.By.Id, "supervisor")
                    ?? Clean(c.Customer.Value, "customer");
            if (refused is null)
            {
                Note(c.By, c.Action, c.Chat, c.Customer, RedactedText.Empty);
            }

            return refused;
        }

        var no = MaySee(c.By, c.Chat, out _)
            ?? (c.Action == AuditAction.ReadAsides && !MayReadAsides(c.By, chat) ? Rejections.NotPermitted : null);
        if (no is null)
        {
            Note(c.By, c.Action, c.Chat, chat.Customer, RedactedText.Empty);
        }

        return no;
    }

    private Rejection? Decide(SetHold c)
    {
        var refused = MayGovern(c.By)
            ?? (c.Customer == default ? Rejections.CustomerUnknown : Clean(c.Customer.Value, "customer"))
            ?? (c.Holds && _erasing.Contains(c.Customer) ? Rejections.ErasureRunning : null)
            ?? (c.Holds && _held.Count >= Configuration.MaxHolds && !_held.Contains(c.Customer)
                ? Rejections.TooManyHolds
                : null);
        if (refused is null && _held.Contains(c.Customer) != c.Holds)
        {
            Raise(new HoldSet(c.Customer, c.Holds));
            Note(c.By, c.Holds ? AuditAction.Hold : AuditAction.LiftHold, 0, c.Customer, c.Note);
        }

        return refused;
    }

    private Rejection? Decide(EraseCustomer c)
    {
        var refused = MayGovern(c.By)
            ?? (c.Customer == default ? Rejections.CustomerUnknown : Clean(c.Customer.Value, "customer"))
            ?? (_held.Contains(c.Customer) ? Rejections.LegalHold : null)
            ?? (_erasing.Contains(c.Customer) ? Rejections.ErasureRunning : null)
            ?? (ChatsOf(c.Customer).Any() ? Rejections.ContactsOpen : null);
        if (refused is null)
        {
            _reply = new Reply(Last.Effect + 1, 0);
            Raise(new ErasureBegan(Last.Effect + 1, c.Customer, _now, c.By));
            Note(c.By, AuditAction.Erase, 0, c.Customer, c.Note);
        }

        return refused;
    }

    private Rejection? Decide(PurgeHistory c)
    {
        if (PurgeAt is not { } dueAt || dueAt > _now || Configuration.HistoryRetention is not { } kept)
        {
            return Rejections.EffectGone;
        }

        Raise(new ErasureBegan(Last.Effect + 1, default, _now - kept, c.By));
        return null;
    }

    private Rejection? Decide(EraseContacts c)
    {
        if (_effects.GetValueOrDefault(c.Effect) is not Erasure erasure)
        {
            return Rejections.EffectGone;
        }

        if (c.Contacts.Count > EraseContacts.MaxChats || c.Lines < 0 || (c.IsLast && c.Contacts.Count > 0)
            || !c.Contacts.All(one => IsClosed(one.Chat)))
        {
            return Rejections.ChatUnknown;
        }

        if (c.Contacts.Any(contact => MayBeHeld(contact.Customer)))
        {
            // Held after they were chosen: whoever chose them chooses again.
            return Rejections.LegalHold;
        }

        var erased = erasure.Contacts + c.Contacts.Count;
        _reply = new Reply(erased, erasure.Lines + c.Lines);
        if (c.Contacts.Count == 0 && !c.IsLast && erasure.Chats.IsEmpty)
        {
            return null;
        }

        Raise(new ContactsErased(c.Effect, [.. c.Contacts.Select(contact => contact.Chat)], c.Lines, c.IsLast));
        var action = erasure.IsPurge ? AuditAction.Purged : AuditAction.Erased;
        foreach (var contact in c.Contacts.Where(contact => contact.IsDamaged))
        {
            Note(erasure.By, action, contact.Chat, contact.Customer, RedactedText.OfCodes("damaged"));
        }

        if (c.IsLast && (erased > 0 || !erasure.IsPurge))
        {
            Note(erasure.By, action, 0, erasure.Customer, RedactedText.Empty);
        }

        return null;
    }

    /// <summary>Whether somebody may hold and erase what is kept of customers, and read the audit trail.</summary>
    internal Rejection? MayGovern(Actor by) => by.Kind switch
    {
        ActorKind.Host => null,
        ActorKind.Supervisor when HasRight(by, SupervisorRights.Privacy) => Clean(by.Id, "supervisor"),
        _ => Rejections.NotPermitted,
    };

    private void Note(Actor by, AuditAction action, long chat, CustomerId customer, RedactedText note)
    {
        var number = Last.Audit + 1;
        _audited.Add(new AuditEntry(
            number,
            _now,
            by,
            action,
            chat == 0 ? default(ChatId?) : new ChatId(Id, chat),
            customer == default ? default(CustomerId?) : customer,
            note.Text));
        Raise(new AuditNoted(number, by, action, chat, customer));
    }

    /// <summary>Over for everybody: what remains of it goes into the customer's history.</summary>
    private void Close(ChatSession chat)
    {
        _past.Add(new PastContact(
            new ChatId(Id, chat.Number),
            chat.Customer,
            chat.Channel,
            chat.Queue,
            chat.StartedAt,
            chat.QueuedAt == default ? default(DateTimeOffset?) : chat.QueuedAt,
            chat.Ending!.At,
            _now,
            chat.Ending.By,
            ImmutableCollectionsMarshal.AsImmutableArray(chat.Served),
            [.. chat.Reasons],
            chat.LastLine));
        Raise(new ChatClosed(chat.Number));
        if (TooMany >= HistorySlack && !_erasing.Contains(default))
        {
            var before = Configuration.HistoryRetention is { } kept ? _now - kept : DateTimeOffset.MinValue;
            Raise(new ErasureBegan(Last.Effect + 1, default, before, Actor.System));
        }
    }

    private void Apply(CustomerEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case AuditNoted e:
                Last = Last with { Audit = e.Number };
                break;
            case HoldSet { Holds: true } e:
                _held.Add(e.Customer);
                break;
            case HoldSet e:
                _held.Remove(e.Customer);
                break;
            case ErasureBegan e:
                var began = new Erasure(e.Effect, e.Customer, e.Before, e.By);
                _effects.Add(e.Effect, began);
                _erasing.Add(e.Customer);
                _keptPlaces.Forget(place => place.Customer == e.Customer);
                ForgetLastAgents(e);
                Last = Last with { Effect = e.Effect };
                PurgeAt = began.IsPurge ? null : PurgeAt;
                break;
            case ContactsErased e:
                Apply(e, at);
                break;
            case RescanBegan e:
                Apply(e);
                break;
            case LinesRescanned e:
                Apply(e);
                break;
            case FileRescanned e:
                Apply(e);
                break;
            case CardRedacted:
                // Of what is kept beside the log: nothing of it is in the state.
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    private void Apply(ContactsErased e, DateTimeOffset at)
    {
        Kept -= e.Chats.Length;
        var erasure = (Erasure)_effects[e.Effect];
        if (!e.IsLast)
        {
            _effects[e.Effect] = erasure with
            {
                Chats = e.Chats,
                Contacts = erasure.Contacts + e.Chats.Length,
                Lines = erasure.Lines + e.Lines,
            };
            return;
        }

        _effects.Remove(e.Effect, out _);
        _erasing.Remove(erasure.Customer);
        if (erasure.IsPurge)
        {
            PurgeFrom(at + BetweenPurges);
        }
    }

    internal void RestoreHistory(IEnumerable<CustomerId> held, DateTimeOffset? purgeAt, long kept)
    {
        _held.UnionWith(held);
        (PurgeAt, Kept) = (purgeAt, kept);
    }

    internal void Restore(Erasure erasure)
    {
        _effects.Add(erasure.Number, erasure);
        _erasing.Add(erasure.Customer);
    }

    /// <summary>Looks for what is old at an instant, unless everything is kept or it is looked for now.</summary>
    private void PurgeFrom(DateTimeOffset at)
    {
        PurgeAt = Configuration.HistoryRetention is null || _erasing.Contains(default) ? null : at;
        if (PurgeAt is { } dueAt)
        {
            Alarms.Set(new Alarm(dueAt, AlarmKind.Purge, 0));
        }
    }
}
