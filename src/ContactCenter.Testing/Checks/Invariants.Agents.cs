using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What agents have room for, and those who pause queues, are called away or take turns.</summary>
internal static partial class Invariants
{
    private static readonly Channel[] AllChannels = Enum.GetValues<Channel>();

    /// <summary>S6: a queue is paused once, by somebody at work who serves it and is offered nothing from it.</summary>
    private static void Pauses(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            if (agent.QueuePauses is null)
            {
                continue;
            }

            var paused = agent.QueuePauses!.Select(pause => pause.Queue).ToArray();
            var offered = agent.Offers.Select(offer => view.Floor.Offers[offer])
                .Where(offer => offer.Kind == OfferKind.Routed).Select(offer => view.Floor.Chats[offer.Chat].WaitsIn);
            if (paused.Length == 0 || paused.Distinct().Count() != paused.Length || paused.Intersect(offered).Any()
                || !paused.All(queue => Serves(agent, queue))
                || agent.Availability == Agents.Availability.SignedOut
                || agent.QueuePauses!.Exists(pause => pause.Since > view.Now || pause.Until <= pause.Since))
            {
                view.Report("S6", $"{agent.Id} is {agent.Availability} and pauses [{string.Join(", ", paused)}]");
            }
        }
    }

    /// <summary>
    /// S2: somebody is called away to one contact that they have or are offered, from work that they will go on with;
    /// what may be interrupted is what is in hand.
    /// </summary>
    private static void Interruptions(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            var (by, isAway, work) = (default(Participation), false, default(ChannelLoad));
            foreach (var (channel, part) in view.PartsOf(agent))
            {
                var isCalledAway = part.Interruption?.Since is not null;
                by = part.Offer == agent.Interrupter ? by ?? part : by;
                isAway |= isCalledAway;
                work = part is { IsIn: true, IsAsleep: false } && !isCalledAway
                    && agent.Media.InterruptedBy != Channels.None && Has(agent.Media.Interruptible, channel)
                    ? FloorView.OneMore(work, channel)
                    : work;
            }

            if (isAway != (agent.Interrupter != 0) || isAway != (by is { HoldsSlot: true, Interruption: null }))
            {
                view.Report("S2", $"{agent.Id} is called away to {agent.Interrupter}: {isAway}, {by?.State}");
            }

            if (work != agent.Work)
            {
                view.Report("S2", $"{agent.Id} may be called away from {agent.Work}, but has other work");
            }
        }
    }

    /// <summary>
    /// S11: who is held for a queue takes turns, serves it, and has no room for it because of other channels alone; and
    /// the queue counts them.
    /// </summary>
    private static void Turns(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            if (agent.Media.Turns is null && agent.Lead != default)
            {
                view.Report("S10", $"{agent.Id} takes no turns and has had one");
            }

            if (agent.HeldFor is { } queue && (agent.Media.Turns is null || !Serves(agent, queue)
                || agent.Media.HasRoom(agent.Load, view.Floor.Queues[queue].Channel)))
            {
                view.Report("S11", $"{agent.Id} is held for {queue} and need not be");
            }

        }

        foreach (var line in view.Lines)
        {
            var counts = view.Counts.Of(line.Name);
            if (counts.Held != line.Held)
            {
                view.Report("S11", $"{counts.Held} agents are held for {line.Name}, but {line.Held} are counted");
            }

            if (counts.Held > counts.InLine)
            {
                view.Report("S11", $"{counts.Held} agents are held for {line.Name}, and fewer contacts wait in it");
            }
        }

        // Whatever they are held for may be gone, though nobody has touched them: they are few.
        foreach (var agent in view.Counts.Held == 0 ? [] : view.IsGlance ? view.Agents : view.Floor.Agents.Values)
        {
            if (agent.HeldFor is { } awaited
                && !view.Floor.Chats.Values.Any(chat => IsFor(view, agent, awaited, chat)))
            {
                view.Report("S11", $"{agent.Id} is held for {awaited}, where nothing is for them");
            }
        }
    }

    private static bool IsFor(FloorView view, Agent agent, QueueName queue, ChatSession chat) =>
        chat.WaitsIn == queue && !view.Floor.IsManual(queue) && view.IsOpen(queue)
        && (InLine(chat) || WantsMore(view, chat))
        && IsAskable(chat, agent)
        && Suits(agent.Profile, view.QueueOf(queue)!, chat.Wishes, chat.Waited);

    private static bool Serves(Agent agent, QueueName queue) => agent.Profile.Queues.Contains(queue.Value);

    /// <summary>They serve it, have not paused it, and owe it no wrap-up that keeps them from it.</summary>
    private static bool GetsFrom(FloorView view, Agent agent, QueueName queue)
    {
        if (!Serves(agent, queue)
            || (agent.QueuePauses is not null && agent.QueuePauses.Exists(pause => pause.Queue == queue)))
        {
            return false;
        }

        foreach (var contact in agent.Contacts)
        {
            foreach (var part in view.ChatOf(contact)?.Parts ?? [])
            {
                if (part.Agent == agent.Id && part.HoldsQueue && part.AcceptedFrom == queue)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>They do not have the contact to hand it over, are not offered it, and have not declined it.</summary>
    private static bool IsAskable(ChatSession chat, Agent agent)
    {
        foreach (var part in chat.Parts)
        {
            if (part.Agent == agent.Id && (part.State == ParticipationState.Offered
                || part is { IsIn: true, Role: ChatRole.Owner }))
            {
                return false;
            }
        }

        return chat.Withheld is null || !chat.Withheld.Exists(one => one.Agent == agent.Id);
    }

    /// <summary>
    /// R43, told a second time: what the agent has leaves room for one more of this channel, or would without the work
    /// that may be interrupted.
    /// </summary>
    private static bool HasRoom(Agent agent, Channel channel) =>
        agent.HeldFor is null
        && agent.Interrupter == 0
        && agent.AvailabilityFor(channel) == Agents.Availability.Available
        && agent.CoolOffs?.Exists(one => one.Channel is null || one.Channel == channel) != true
        && !IsPaced(agent)
        && (HasPlainRoom(agent.Media, agent.Load, channel) || CallsAway(agent, agent.Load, channel));

    /// <summary>
    /// L2: contacts that wait though somebody is at work who has nothing in hand and is what they ask for. What is
    /// counted and listed of them is asked nothing: it may be what keeps them apart.
    /// </summary>
    internal static IEnumerable<(ChatSession Chat, Agent Agent)> Stranded(Floor floor)
    {
        var view = new FloorView();
        view.LookAt(floor);
        var atWork = view.Agents.FindAll(agent => agent.Contacts.Count == 0 && agent.Offers.Count == 0
            && agent.Availability == Agents.Availability.Available && !IsPaced(agent));
        return from chat in view.Waiting
               let free = atWork.Find(agent => HasNothingBut(agent, chat, view))
               where free is not null
               select (chat, free);
    }

    private static bool HasNothingBut(Agent agent, ChatSession chat, FloorView view) =>
        agent.AvailabilityFor(chat.Channel) == Agents.Availability.Available
        && agent.CoolOffs?.Exists(one => one.Channel is null || one.Channel == chat.Channel) != true
        && HasPlainRoom(agent.Media, default, chat.Channel)
        && GetsFrom(view, agent, chat.WaitsIn)
        && IsAskable(chat, agent)
        && Suits(agent.Profile, view.QueueOf(chat.WaitsIn)!, chat.Wishes, chat.Waited);

    internal static bool HasAnyRoom(Agent agent)
    {
        foreach (var channel in AllChannels)
        {
            if (HasRoom(agent, channel))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPaced(Agent agent) => agent.Profile.Pace is { } pace
        && (agent.Taken?.Count ?? 0) + agent.Offers.Count >= pace.Contacts;

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

    internal static bool Has(Channels channels, Channel channel) => (channels & FlagOf(channel)) != 0;

    internal static Channels FlagOf(Channel channel) => channel switch
    {
        Channel.Voice => Channels.Voice,
        Channel.Chat => Channels.Chat,
        Channel.Email => Channels.Email,
        _ => Channels.Social,
    };

    /// <summary>Told a second time: everything that an agent has lets in one more of a channel.</summary>
    private static bool GoTogether(MediaProfile media, ChannelLoad load, Channel channel)
    {
        foreach (var other in AllChannels)
        {
            if (other != channel && load[other] > 0 && !Has(media.Beside(other), channel))
            {
                return false;
            }
        }

        return true;
    }
}
