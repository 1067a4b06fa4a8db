using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Statistics;

namespace ContactCenter.Tests.Simulation;

/// <summary>
/// The figures of a floor, worked out from its whole log every time: each event leaves entries, and what is asked for
/// is summed over them. No buckets, no running sums, nothing of the floor's own state.
/// </summary>
internal sealed class NaiveAccount
{
    private readonly Dictionary<long, Contact> _contacts = [];
    private readonly Dictionary<long, OfferMade> _offers = [];
    private readonly Dictionary<AgentId, List<Stretch>> _stretches = [];
    private readonly List<QueueEntry> _ofQueues = [];
    private readonly List<AgentEntry> _ofAgents = [];
    private readonly HashSet<QueueName> _queues = [];
    private FloorConfiguration _configuration = FloorConfiguration.Empty;
    private readonly DateTimeOffset _at;
    private long _overdue;

    internal NaiveAccount(IEnumerable<Batch> log)
    {
        foreach (var batch in log)
        {
            (_at, _overdue) = (batch.At, 0);
            foreach (var happened in batch.Events)
            {
                Enter(happened);
            }
        }
    }

    internal long Of(QueueName queue, QueueFigure figure, DateTimeOffset from, DateTimeOffset to)
    {
        var amounts = _ofQueues
            .Where(entry => entry.Queue == queue && entry.Figure == figure && entry.At >= from && entry.At <= to)
            .Select(entry => entry.Amount);
        return figure == QueueFigure.LongestWait ? amounts.DefaultIfEmpty().Max() : amounts.Sum();
    }

    internal long Of(AgentId agent, AgentFigure figure, DateTimeOffset from, DateTimeOffset to) => figure switch
    {
        AgentFigure.Available => Time(agent, from, to, one => one.Availability == Availability.Available),
        AgentFigure.Idle => Time(agent, from, to, one => one.Availability == Availability.Idle),
        AgentFigure.Rona => Time(agent, from, to, one => one.Availability == Availability.Rona),
        AgentFigure.Engaged => Time(agent, from, to, one => one.Contacts > 0),
        AgentFigure.Free => Time(
            agent, from, to, one => one.Availability == Availability.Available && one.Contacts == 0),
        _ => _ofAgents
            .Where(entry => entry.Agent == agent && entry.Figure == figure && entry.At >= from && entry.At <= to)
            .Sum(entry => entry.Amount),
    };

    internal long Idle(AgentId agent, string code, DateTimeOffset from, DateTimeOffset to) =>
        Time(agent, from, to, one => one.Availability == Availability.Idle && one.Code == code);

    private long Time(AgentId agent, DateTimeOffset from, DateTimeOffset to, Func<Stretch, bool> counts)
    {
        var (stretches, ticks) = (_stretches.GetValueOrDefault(agent) ?? [], 0L);
        for (var index = 0; index < stretches.Count; index++)
        {
            var end = index + 1 < stretches.Count ? stretches[index + 1].From : to;
            var begin = stretches[index].From > from ? stretches[index].From : from;
            ticks += stretches[index].Availability != Availability.SignedOut && counts(stretches[index]) && end > begin
                ? (end - begin).Ticks
                : 0;
        }

        return ticks;
    }

    private void Enter(Event happened)
    {
        switch (happened)
        {
            case FloorConfigured e:
                Configure(e.Configuration);
                break;
            case ConfigurationEdited e:
                Configure(e.Edit.In(_configuration));
                break;
            case QueueClosed e:
                _queues.Remove(e.Queue);
                _ofQueues.RemoveAll(entry => entry.Queue == e.Queue);
                break;
            case AvailabilityChanged { Channel: null } e:
                var last = Last(e.Agent);
                Begin(last with
                {
                    Availability = AgentLifecycle.Table.Next(last.Availability, e.Trigger),
                    Code = e.Code,
                }, e.Agent);
                break;
            case OfferMade e:
                _offers.Add(e.Offer, e);
                Add(e.Agent, AgentFigure.Offered);
                break;
            case OfferClosed e:
                Enter(e, _offers[e.Offer], _contacts[_offers[e.Offer].Chat]);
                break;
            case ChatStarted e:
                _contacts.Add(e.Chat, new Contact { Queue = e.Queue });
                break;
            case ChatEvent e:
                Enter(e, _contacts[e.Chat]);
                break;
            default:
                break;
        }
    }

    private void Configure(FloorConfiguration configuration)
    {
        _configuration = configuration;
        var agents = configuration.Agents.Select(agent => (AgentId)agent.Id).ToHashSet();
        _queues.RemoveWhere(queue => !_contacts.Values.Any(
            contact => !contact.IsOver && (contact.Queue == queue || contact.Line == queue)));
        _queues.UnionWith(configuration.Queues.Select(queue => (QueueName)queue.Name));
        _ofQueues.RemoveAll(entry => !_queues.Contains(entry.Queue));
        _ofAgents.RemoveAll(entry => !agents.Contains(entry.Agent));
        foreach (var gone in _stretches.Keys.Where(agent => !agents.Contains(agent)).ToArray())
        {
            _stretches.Remove(gone);
        }
    }

    private void Enter(OfferClosed e, OfferMade made, Contact contact)
    {
        var (isInvitation, queue) = (made.Kind == OfferKind.Invitation, contact.Line ?? contact.Queue);
        switch (e.Trigger)
        {
            case OfferTrigger.Accept:
                Add(made.Agent, AgentFigure.Answered);
                Begin(Last(made.Agent) with { Contacts = Last(made.Agent).Contacts + 1 }, made.Agent);
                contact.Parts.Add(e.Offer, new Part(made.Agent, isInvitation ? default(QueueName?) : queue, _at));
                if (isInvitation)
                {
                    contact.Second = e.Offer;
                    break;
                }

                var wait = _at - contact.LineSince;
                Add(queue, QueueFigure.Answered);
                Add(queue, QueueFigure.WaitOfAnswered, wait.Ticks);
                Add(queue, QueueFigure.LongestWait, wait.Ticks);
                Add(queue, QueueFigure.AnsweredInTime, wait <= TimeSpan.FromSeconds(20) ? 1 : 0);
                if (contact.IsHandedOver)
                {
                    Transferred(contact);
                }

                (contact.Queue, contact.Line, contact.IsHandedOver, contact.First) = (queue, null, false, e.Offer);
                break;
            case OfferTrigger.Miss or OfferTrigger.Decline or OfferTrigger.Fail:
                var (ofAgent, ofQueue) = e.Trigger switch
                {
                    OfferTrigger.Miss => (AgentFigure.Missed, QueueFigure.Missed),
                    OfferTrigger.Decline => (AgentFigure.Declined, QueueFigure.Declined),
                    _ => (AgentFigure.Failed, QueueFigure.Failed),
                };
                Add(made.Agent, ofAgent);
                if (!isInvitation)
                {
                    Add(queue, ofQueue);
                }

                break;
            default:
                break;
        }
    }

    private void Enter(ChatEvent happened, Contact contact)
    {
        switch (happened)
        {
            case ChatQueued:
                Line(contact, contact.Queue, QueueFigure.Arrived);
                break;
            case ChatRequeued:
                Line(contact, contact.Queue, QueueFigure.Requeued);
                break;
            case ContactScheduled or ContactSuspended when contact.Line is not null:
                contact.HasWaited = happened is ContactSuspended;
                Out(contact, QueueFigure.Suspended);
                break;
            case ContactScheduled:
                contact.HasWaited = false;
                break;
            case ContactActivated:
                Line(contact, contact.Queue, contact.HasWaited ? QueueFigure.Resumed : QueueFigure.Arrived);
                break;
            case ChatTransferred e:
                if (contact.Line is not null)
                {
                    Out(contact, e.By.Kind == ActorKind.System ? QueueFigure.Overflowed : QueueFigure.Reassigned);
                }
                else if (e.Trigger == ChatTrigger.Transfer)
                {
                    Transferred(contact);
                }

                contact.IsHandedOver = e.Trigger == ChatTrigger.HandOver;
                contact.Queue = contact.IsHandedOver ? contact.Queue : e.Queue;
                Line(contact, e.Queue, QueueFigure.TransferredIn);
                break;
            case WaitRuleFired or NoAgentRuleFired:
                _overdue = happened.Chat;
                break;
            case ChatDiverted e:
                Move(contact, e.From, e.To);
                contact.Queue = contact.IsHandedOver ? contact.Queue : e.To;
                break;
            case ChatMoved e:
                Move(contact, e.From, e.To);
                contact.Queue = contact.Queue == e.From ? e.To : contact.Queue;
                break;
            case TransferCalledOff:
                Out(contact, QueueFigure.CalledOff);
                break;
            case ChatEnded when contact.Line is null:
                contact.IsOver = true;
                break;
            case ChatEnded e:
                contact.IsOver = true;
                var (line, wait) = (contact.Line!.Value, _at - contact.LineSince);
                var abandoned = !contact.IsHandedOver && e.Trigger == ChatTrigger.Leave && e.Chat != _overdue;
                Add(line, QueueFigure.WaitOfAbandoned, abandoned ? wait.Ticks : 0);
                Add(line, QueueFigure.AbandonedSoon, abandoned && wait < TimeSpan.FromSeconds(5) ? 1 : 0);
                Out(contact, contact.IsHandedOver ? QueueFigure.CalledOff
                    : abandoned ? QueueFigure.Abandoned : QueueFigure.Ended);
                break;
            case WorkInterrupted e:
                contact.Parts[e.Part] = contact.Parts[e.Part] with { AwaySince = _at };
                break;
            case WorkResumed e:
                contact.Parts[e.Part] = Back(contact.Parts[e.Part]);
                break;
            case WrapUpStarted e:
                contact.Parts[e.Part] = Back(contact.Parts[e.Part]) with { LeftAt = _at };
                contact.Leave(e.Part);
                break;
            case WrapUpCompleted e:
                Handled(contact.Parts[e.Part]);
                break;
            case PartReleased e:
                Handled(Back(contact.Parts[e.Part]) with { LeftAt = _at });
                contact.Leave(e.Part);
                break;
            default:
                break;
        }
    }

    private void Line(Contact contact, QueueName queue, QueueFigure how)
    {
        (contact.Line, contact.LineSince) = (queue, _at);
        Add(queue, how);
    }

    /// <summary>The floor takes it from one line to another, if it stands there.</summary>
    private void Move(Contact contact, QueueName from, QueueName to)
    {
        if (contact.Line == from)
        {
            var isHandedOver = contact.IsHandedOver;
            Out(contact, QueueFigure.Overflowed);
            Line(contact, to, QueueFigure.TransferredIn);
            contact.IsHandedOver = isHandedOver;
        }
    }

    private void Out(Contact contact, QueueFigure how)
    {
        Add(contact.Line!.Value, how);
        Add(contact.Line.Value, QueueFigure.LongestWait,
            how == QueueFigure.CalledOff ? 0 : (_at - contact.LineSince).Ticks);
        (contact.Line, contact.IsHandedOver) = (null, false);
    }

    private void Transferred(Contact contact)
    {
        var part = contact.Parts[contact.First];
        Add(part.Agent, AgentFigure.TransferredOut);
        if (part.Queue is { } queue)
        {
            Add(queue, QueueFigure.TransferredOut);
        }
    }

    private void Handled(Part part)
    {
        Begin(Last(part.Agent) with { Contacts = Last(part.Agent).Contacts - 1 }, part.Agent);
        var (talk, wrapUp) = ((part.LeftAt - part.AcceptedAt - part.Held).Ticks, (_at - part.LeftAt).Ticks);
        Add(part.Agent, AgentFigure.Handled);
        Add(part.Agent, AgentFigure.Held, part.Held.Ticks);
        Add(part.Agent, AgentFigure.Talk, talk);
        Add(part.Agent, AgentFigure.WrapUp, wrapUp);
        if (part.Queue is { } queue)
        {
            Add(queue, QueueFigure.Handled);
            Add(queue, QueueFigure.Talk, talk);
            Add(queue, QueueFigure.WrapUp, wrapUp);
        }
    }

    /// <summary>While the agent was called away, they neither talked nor wrapped up.</summary>
    private Part Back(Part part) => part.AwaySince is { } since
        ? part with { AwaySince = null, Held = part.Held + (_at - since) }
        : part;

    private Stretch Last(AgentId agent) => _stretches.TryGetValue(agent, out var known)
        ? known[^1]
        : new Stretch(_at, Availability.SignedOut, null, 0);

    private void Begin(Stretch next, AgentId agent)
    {
        _stretches.TryAdd(agent, []);
        _stretches[agent].Add(next with { From = _at });
    }

    private void Add(QueueName queue, QueueFigure figure, long amount = 1)
    {
        if (_queues.Contains(queue))
        {
            _ofQueues.Add(new QueueEntry(_at, queue, figure, amount));
        }
    }

    private void Add(AgentId agent, AgentFigure figure, long amount = 1) =>
        _ofAgents.Add(new AgentEntry(_at, agent, figure, amount));

    private sealed class Contact
    {
        internal required QueueName Queue { get; set; }

        internal QueueName? Line { get; set; }

        internal DateTimeOffset LineSince { get; set; }

        internal bool IsHandedOver { get; set; }

        internal bool HasWaited { get; set; }

        internal bool IsOver { get; set; }

        internal long First { get; set; }

        internal long Second { get; set; }

        internal Dictionary<long, Part> Parts { get; } = [];

        internal void Leave(long part)
        {
            First = part == First ? Second : First;
            Second = 0;
        }
    }

    private readonly record struct QueueEntry(
        DateTimeOffset At, QueueName Queue, QueueFigure Figure, long Amount);

    private readonly record struct AgentEntry(DateTimeOffset At, AgentId Agent, AgentFigure Figure, long Amount);

    private readonly record struct Stretch(
        DateTimeOffset From, Availability Availability, string? Code, int Contacts);

    private readonly record struct Part(
        AgentId Agent,
        QueueName? Queue,
        DateTimeOffset AcceptedAt,
        DateTimeOffset LeftAt = default,
        DateTimeOffset? AwaySince = null,
        TimeSpan Held = default);
}
