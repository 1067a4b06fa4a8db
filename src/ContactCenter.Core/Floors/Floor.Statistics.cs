using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Statistics;

namespace ContactCenter.Floors;

/// <summary>
/// The figures as people read them. Nothing here is kept: who waits and who is there is looked up among the queue's own
/// contacts and agents.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>Whether somebody may see how a queue stands: those who run the floor, and the agents it has.</summary>
    internal bool MaySeeQueue(Actor viewer, QueueName queue) => viewer.Kind switch
    {
        ActorKind.Host or ActorKind.Supervisor => Supervises(viewer, agent: null),
        ActorKind.Agent => _agents.TryGetValue(viewer.Id, out var agent) && agent.Profile.Queues.Contains(queue.Value),
        _ => false,
    };

    /// <summary>Whether somebody may list queues at all.</summary>
    internal bool MaySeeQueues(Actor viewer) => viewer.Kind switch
    {
        ActorKind.Host or ActorKind.Supervisor => Supervises(viewer, agent: null),
        ActorKind.Agent => _agents.ContainsKey(viewer.Id),
        _ => false,
    };

    internal QueueStatistics StatisticsOf(QueueProfile profile, DateTimeOffset at)
    {
        var now = NotBefore(at);
        QueueName name = profile.Name;
        var tally = Tallies.Of(name)!;
        var line = Router.Queues[name].Waiting.Select(contact => _chats[contact.Number]);
        ChatSession[] offered =
        [
            .. _offers.Values.Where(offer => !offer.IsInvitation).Select(offer => offer.Chat).Distinct()
                .Select(number => _chats[number]).Where(chat => chat.WaitsIn == name),
        ];
        var first = tally.Waiting == 0 ? null : line.Concat(offered).MinBy(chat => chat.LineSince);
        return new QueueStatistics(
            name,
            profile.Channel,
            now,
            tally.Waiting,
            offered.Length,
            first is null ? null : Waited(first, now),
            Expected(name, tally.Waiting - offered.Length + 1, now),
            StaffingOf(name, profile.Channel),
            QueueFigures.Of(
                figure => tally.Recent(figure, now),
                QueueTally.WindowStart(now),
                profile.ServiceThreshold,
                profile.ExcludeShortAbandons),
            QueueFigures.Of(
                figure => tally.Today(figure, now),
                Tallies.DayStart(now),
                profile.ServiceThreshold,
                profile.ExcludeShortAbandons));
    }

    internal AgentStatistics StatisticsOf(Agent agent, DateTimeOffset at)
    {
        var now = NotBefore(at);
        return AgentStatistics.Of(agent, Tallies.AsOf(agent, now), now, Tallies.DayStart(now));
    }

    /// <summary>Where a contact that waits stands in its line.</summary>
    internal WaitEstimate EstimateOf(ChatSession chat, DateTimeOffset at)
    {
        var now = NotBefore(at);
        var contact = Router.Find(chat.Number)!;
        var position = contact.InLine ? contact.Queue.CountBefore(contact.Place) + 1 : 0;
        return new WaitEstimate(
            new ChatId(Id, chat.Number),
            chat.WaitsIn,
            now,
            position,
            Waited(chat, now),
            Expected(chat.WaitsIn, position, now, contact.Need));
    }

    /// <param name="queue">The queue.</param>
    /// <param name="place">The place in its line.</param>
    /// <param name="now">As of when.</param>
    /// <param name="need">What its agent must meet; null for whoever serves the queue.</param>
    private ExpectedWait Expected(QueueName queue, int place, DateTimeOffset now, Need? need = null)
    {
        if (place > 0 && !DoorOf(queue).IsOpen)
        {
            return new ExpectedWait(null, EstimateGap.QueueClosed);
        }

        var (tally, channel) = (Tallies.Of(queue)!, Router.Queues[queue].Channel);
        var (available, slots) = (0, 0);
        foreach (var (id, member) in Router.Queues[queue].Members)
        {
            var agent = _agents[id];
            if (agent.AvailabilityFor(channel) == Availability.Available && !member.IsPaused
                && !agent.IsCoolingOff(channel) && agent.Media.Capacity(channel) > 0
                && (need is null || member.Meets(need)))
            {
                available++;
                slots += SlotsFor(queue, channel, agent);
            }
        }

        var ticks = tally.Recent(QueueFigure.Talk, now)
            + (Configuration.WrapUp.HoldsSlot ? tally.Recent(QueueFigure.WrapUp, now) : 0);
        return ExpectedWait.Of(place, available, slots, tally.Recent(QueueFigure.Handled, now), ticks);
    }

    /// <summary>The slots of an agent that hold a contact of this queue, or could.</summary>
    private int SlotsFor(QueueName queue, Channel channel, Agent agent)
    {
        var slots = 0;
        foreach (var number in agent.Contacts.Distinct())
        {
            slots += _chats[number].Parts.Count(
                part => part.Agent == agent.Id && part.Counts && part.AcceptedFrom == queue);
        }

        slots += agent.Offers.Count(
            offer => !_offers[offer].IsInvitation && _chats[_offers[offer].Chat].WaitsIn == queue);
        for (var load = agent.Load; agent.Media.HasRoom(load, channel); load = load.Add(channel, 1))
        {
            slots++;
        }

        return slots;
    }

    private Staffing StaffingOf(QueueName queue, Channel channel)
    {
        var (serving, free, engaged) = (0, 0, 0);
        Span<int> there = stackalloc int[Enum.GetValues<Availability>().Length];
        foreach (var (id, member) in Router.Queues[queue].Members)
        {
            var agent = _agents[id];
            var availability = agent.AvailabilityFor(channel);
            serving++;
            there[(int)availability]++;
            engaged += agent.IsEngaged ? 1 : 0;
            free += !member.IsPaused && (agent.OpenChannels & (1 << (int)channel)) != 0 ? 1 : 0;
        }

        return new Staffing(
            serving,
            serving - there[(int)Availability.SignedOut],
            there[(int)Availability.Available],
            free,
            there[(int)Availability.Idle],
            there[(int)Availability.Rona],
            engaged);
    }

    /// <summary>Recorded time never goes back, whatever the clock of the one who looks says.</summary>
    private DateTimeOffset NotBefore(DateTimeOffset at) => at > LastAt ? at : LastAt;
}
