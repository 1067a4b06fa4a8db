using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>
/// The rules, one command at a time. A guard answers before the first event is raised; each event is applied as it
/// is raised, so that what follows in the same batch sees it.
/// </summary>
internal sealed partial class Floor
{
    private readonly List<Event> _raised = [];
    private readonly List<Line> _said = [];
    private ContactCard? _card;
    private DateTimeOffset _now;
    private Reply _reply;

    /// <summary>Changes what happens, or makes nothing of it: how tests plant bugs. Null in every product.</summary>
    internal Func<Event, Event?>? Tampering { get; set; }

    /// <summary>Decides a command at an instant and applies what it decided.</summary>
    /// <param name="envelope">The command and its id.</param>
    /// <param name="now">The instant of its admission, which the floor never lets go back.</param>
    internal Decision Handle(in Envelope envelope, DateTimeOffset now)
    {
        if (!envelope.Id.IsNone)
        {
            if (Window.Recall(envelope) is { } answered)
            {
                return answered;
            }

            if (Window.MayBeNew(envelope.Id, Latest(now, LastAt, envelope.WallAt)) is { } refused)
            {
                return new Decision(refused, default, null);
            }
        }

        _now = Latest(now, LastAt);
        _reply = default;
        if (Decide(envelope.Command) is { } rejection)
        {
            return _raised.Count == 0
                ? new Decision(rejection, default, null)
                : throw new InvalidOperationException($"{rejection.Code} came after an event.");
        }

        Settle();
        return _raised.Count == 0
            ? new Decision(null, _reply, null)
            : new Decision(null, _reply, Complete(envelope));
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> instants)
    {
        var latest = instants[0];
        foreach (var instant in instants)
        {
            latest = instant > latest ? instant : latest;
        }

        return latest;
    }

    private Rejection? Decide(Command command) => command switch
    {
        SignInAgent c => Decide(c),
        SignOutAgent c => Decide(c),
        MakeAvailable c => Decide(c),
        MakeIdle c => Decide(c),
        ReportActivity c => Decide(c),
        SignOutInactive c => Decide(c),
        EndCoolOff c => Decide(c),
        EasePace c => Decide(c),

        OpenSession c => Decide(c),
        LoseSession c => Decide(c),
        GiveUpOnPresence c => Decide(c),

        AcceptOffer c => Decide(c),
        DeclineOffer c => Decide(c),
        FailOffer c => Decide(c),
        PresentOffer c => Decide(c),
        WarnOfOffer c => Decide(c),
        MissOffer c => Decide(c),
        PickContact c => Decide(c),
        WidenOffers c => Decide(c),
        MindHours c => Decide(c),
        FollowNoAgentRule c => Decide(c),
        ContinueOffering => null,

        StartContact c => Decide(c),
        ReclassifyContact c => Decide(c),
        ClassifyContact c => Decide(c),
        AgeContact c => Decide(c),
        ComeDue c => Decide(c),
        SuspendContact c => Decide(c),
        ActivateContact c => Decide(c),
        AskForCallback c => Decide(c),
        CancelContact c => Decide(c),
        PostMessage c => Decide(c),
        HideParts c => Decide(c),
        MarkLines c => Decide(c),
        WriteNote c => Decide(c),
        MindSilence c => Decide(c),
        FollowWaitRule c => Decide(c),
        AskForAgent c => Decide(c),
        EndChat c => Decide(c),
        CompleteWrapUp c => Decide(c),
        HoldWrapUp c => Decide(c),

        TransferChat c => Decide(c),
        ReturnChat c => Decide(c),
        WithdrawTransfer c => Decide(c),
        InviteAgent c => Decide(c),
        WithdrawInvitation c => Decide(c),
        EndConference c => Decide(c),
        ExitConference c => Decide(c),
        MoveObserver c => Decide(c),
        Whisper c => Decide(c),
        CompleteContact c => Decide(c),

        AutoCompleteWrapUp c => Decide(c),
        AnswerForBot c => Decide(c),
        GiveUpOnBot c => Decide(c),

        SendFiles c => Decide(c),
        JudgeFile c => Decide(c),
        SettleFile c => Decide(c),
        GiveUpOnFile c => Decide(c),

        NoteRead c => Decide(c),
        NoteReveal c => Decide(c),
        NoteRedaction c => Decide(c),
        SetHold c => Decide(c),
        EraseCustomer c => Decide(c),
        PurgeHistory c => Decide(c),
        EraseContacts c => Decide(c),
        RescanTranscripts c => Decide(c),
        RescanLines c => Decide(c),
        RescanFile c => Decide(c),

        Configure c => Decide(c),
        EditConfiguration c => Decide(c),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule."),
    };

    private void Raise(Event happened)
    {
        if (Tampering is { } tamper)
        {
            if (tamper(happened) is not { } otherwise)
            {
                return;
            }

            happened = otherwise;
        }

        _raised.Add(happened);
        Apply(happened, _now);
    }

    private Batch Complete(in Envelope envelope)
    {
        var batch = new Batch(
            Head + 1,
            _now,
            envelope.Id,
            envelope.Fingerprint,
            _reply,
            _raised.ToArray(),
            _said.Count == 0 ? [] : _said.ToArray())
        {
            Enclosed = Enclose(),
        };
        _raised.Clear();
        _said.Clear();
        Record(batch);
        return batch;
    }

    private Enclosures Enclose()
    {
        if (_card is null && _past.Count + _filed.Count + _audited.Count == 0)
        {
            return Enclosures.None;
        }

        var enclosed = new Enclosures(_card, _past.ToArray(), _filed.ToArray(), _audited.ToArray());
        _card = null;
        _past.Clear();
        _filed.Clear();
        _audited.Clear();
        return enclosed;
    }
}
