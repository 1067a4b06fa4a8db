using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What agents have room for, and those who pause queues, are called away or take turns.</summary>
internal static partial class Invariants
{
    /// <summary>S6: a queue is paused once, by somebody at work who serves it and is offered nothing from it.</summary>
    private static IEnumerable<Violation> Pauses(FloorView view)
    {
        foreach (var agent in view.Agents.Where(agent => agent.QueuePauses is not null))
        {
            var paused = agent.QueuePauses!.Select(pause => pause.Queue).ToArray();
            var offered = agent.Offers.Select(offer => view.Floor.Offers[offer])
                .Where(offer => offer.Kind == OfferKind.Routed).Select(offer => view.Floor.Chats[offer.Chat].WaitsIn);
            if (paused.Length == 0 || paused.Distinct().Count() != paused.Length || paused.Intersect(offered).Any()
                || !paused.All(queue => Serves(agent, queue))
                || agent.Availability == Agents.Availability.SignedOut
                || agent.QueuePauses!.Exists(pause => pause.Since > view.Now || pause.Until <= pause.Since))
            {
                yield return new("S6", $"{agent.Id} is {agent.Availability} and pauses [{string.Join(", ", paused)}]");
            }
        }
    }

    /// <summary>
    /// S2: somebody is called away to one contact that they have or are offered, from work that they will go on with;
    /// what may be interrupted is what is in hand.
    /// </summary>
    private static IEnumerable<Violation> Interruptions(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            var parts = view.PartsOf(agent.Id);
            var by = parts.Find(one => one.Part.Offer == agent.Interrupter).Part;
            var isAway = parts.Exists(one => one.Part.Interruption?.Since is not null);
            if (isAway != (agent.Interrupter != 0) || isAway != (by is { HoldsSlot: true, Interruption: null }))
            {
                yield return new("S2", $"{agent.Id} is called away to {agent.Interrupter}: {isAway}, {by?.State}");
            }

            var work = parts.Where(one => one.Part is { IsIn: true, IsAsleep: false }
                && one.Part.Interruption?.Since is null
                && agent.Media.InterruptedBy != Channels.None && Has(agent.Media.Interruptible, one.Channel));
            if (work.Aggregate(default(ChannelLoad), (load, one) => FloorView.OneMore(load, one.Channel)) != agent.Work)
            {
                yield return new("S2", $"{agent.Id} may be called away from {agent.Work}, but has other work");
            }
        }
    }

    /// <summary>
    /// S11: who is held for a queue takes turns, serves it, and has no room for it because of other channels alone; and
    /// the queue counts them.
    /// </summary>
    private static IEnumerable<Violation> Turns(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            if (agent.Media.Turns is null && agent.Lead != default)
            {
                yield return new("S10", $"{agent.Id} takes no turns and has had one");
            }

            if (agent.HeldFor is { } queue && (agent.Media.Turns is null || !Serves(agent, queue)
                || agent.Media.HasRoom(agent.Load, view.Floor.Queues[queue].Channel)))
            {
                yield return new("S11", $"{agent.Id} is held for {queue} and need not be");
            }

            if (agent.HeldFor is { } awaited
                && !view.ContactsOf(awaited).Any(chat => IsFor(view, agent, awaited, chat)))
            {
                yield return new("S11", $"{agent.Id} is held for {awaited}, where nothing is for them");
            }
        }

        foreach (var line in view.Floor.Router.Queues.Values)
        {
            var held = view.Agents.Count(agent => agent.HeldFor == line.Name);
            if (held != line.Held)
            {
                yield return new("S11", $"{held} agents are held for {line.Name}, but {line.Held} are counted");
            }

            if (held > view.ContactsOf(line.Name).Count(InLine))
            {
                yield return new("S11", $"{held} agents are held for {line.Name}, and fewer contacts wait in it");
            }
        }
    }

    private static bool IsFor(FloorView view, Agent agent, QueueName queue, ChatSession chat) =>
        chat.WaitsIn == queue && !view.Floor.IsManual(queue) && view.Floor.DoorOf(queue).IsOpen
        && (InLine(chat) || WantsMore(view, chat))
        && chat.Owner?.Agent != agent.Id && chat.AllOffered.All(part => part.Agent != agent.Id)
        && chat.Withheld?.Exists(one => one.Agent == agent.Id) != true
        && Suits(agent.Profile, view.QueueOf(queue)!, chat.Wishes, chat.Waited);

    private static bool Serves(Agent agent, QueueName queue) => agent.Profile.Queues.Contains(queue.Value);

    /// <summary>They serve it, have not paused it, and owe it no wrap-up that keeps them from it.</summary>
    private static bool GetsFrom(FloorView view, Agent agent, QueueName queue) =>
        Serves(agent, queue) && agent.QueuePauses?.Exists(pause => pause.Queue == queue) != true
        && agent.Contacts.SelectMany(chat => view.Floor.Chats[chat].Parts)
            .All(part => part.Agent != agent.Id || !part.HoldsQueue || part.AcceptedFrom != queue);

    /// <summary>
    /// R43, told a second time: what the agent has leaves room for one more of this channel, or would without the work
    /// that may be interrupted.
    /// </summary>
    private static bool HasRoom(FloorView view, Agent agent, Channel channel)
    {
        var isKept = (agent.CoolOffs ?? []).Any(one => one.Channel is null || one.Channel == channel);
        var load = view.LoadOf(agent.Id);
        return agent.AvailabilityFor(channel) == Agents.Availability.Available && !isKept
            && agent.HeldFor is null
            && agent.Interrupter == 0
            && !IsPaced(agent)
            && (HasPlainRoom(agent.Media, load, channel) || CallsAway(agent, load, channel));
    }

    private static bool IsPaced(Agent agent) => agent.Profile.Pace is { } pace
        && (agent.Taken ?? []).Count + agent.Offers.Count >= pace.Contacts;

    private static bool CallsAway(Agent agent, ChannelLoad load, Channel channel)
    {
        var rest = new ChannelLoad(
            (byte)(load.Voice - agent.Work.Voice),
            (byte)(load.Chat - agent.Work.Chat),
            (byte)(load.Email - agent.Work.Email),
            (byte)(load.Social - agent.Work.Social));
        return Has(agent.Media.InterruptedBy, channel) && !HasPlainRoom(agent.Media, load, channel)
            && rest != load && HasPlainRoom(agent.Media, rest, channel);
    }

    internal static bool HasPlainRoom(MediaProfile media, ChannelLoad load, Channel channel)
    {
        var (capacity, has) = channel switch
        {
            Channel.Voice => (media.Voice, load.Voice),
            Channel.Chat => (media.Chat, load.Chat),
            Channel.Email => (media.Email, load.Email),
            _ => (media.Social, load.Social),
        };
        return has < capacity && GoTogether(media, load, channel) && media.Mode switch
        {
            MediaMode.Exclusive => load == default,
            MediaMode.BlendedRealTime when channel == Channel.Voice => load.Chat == 0,
            MediaMode.BlendedRealTime when channel == Channel.Chat => load.Voice == 0,
            _ => true,
        };
    }

    internal static bool Has(Channels channels, Channel channel) => channels.HasFlag(channel switch
    {
        Channel.Voice => Channels.Voice,
        Channel.Chat => Channels.Chat,
        Channel.Email => Channels.Email,
        _ => Channels.Social,
    });

    /// <summary>Told a second time: everything that an agent has lets in one more of a channel.</summary>
    private static bool GoTogether(MediaProfile media, ChannelLoad load, Channel channel) =>
        Enum.GetValues<Channel>().All(other =>
            other == channel || load[other] == 0 || Has(media.Beside(other), channel));
}
