using System.Runtime.InteropServices;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// What must hold on a floor after every batch, read from its chats, agents and offers alone: whatever the floor keeps
/// beside them (loads, lists, places in line, alarms) is computed again here and compared.
/// </summary>
internal static partial class Invariants
{
    /// <summary>Everything that does not hold; empty for a sound floor.</summary>
    internal static IReadOnlyList<Violation> Violated(Floor floor)
    {
        var view = new FloorView();
        view.LookAt(floor);
        Check(view);
        return view.Found;
    }

    /// <summary>Reports what does not hold of what is looked at.</summary>
    internal static void Check(FloorView view)
    {
        Holders(view);
        Loads(view);
        Offers(view);
        Availability(view);
        CoolOffs(view);
        Places(view);
        Lines(view);
        FreeLists(view);
        Turns(view);
        Pauses(view);
        Interruptions(view);
        Deserted(view);
        Quiescence(view);
        Alarms(view);
        Instants(view);
        Configured(view);
        Accounts(view);
        Tallies(view);
        Presences(view);
        Conversations(view);
        if (view.HasDoors)
        {
            Doors(view);
        }

        if (view.IsWhole)
        {
            StandInLine(view);
            KeptPlaces(view);
            Effects(view);
            Configuration(view);
        }
    }

    /// <summary>S1: whoever has a chat, or wraps it up, is whom the chat says, once for each part.</summary>
    private static void Holders(FloorView view)
    {
        foreach (var chat in view.Chats)
        {
            foreach (var part in chat.Parts)
            {
                if (part.State != ParticipationState.Offered
                    && (!view.Floor.Agents.TryGetValue(part.Agent, out var agent)
                        || Times(agent, chat.Number) != PartsOf(chat, part.Agent)))
                {
                    view.Report("S1", $"chat {chat.Number} says that {part.Agent} has it, who knows otherwise");
                }
            }
        }

        foreach (var agent in view.Agents)
        {
            foreach (var contact in agent.Contacts)
            {
                if (view.ChatOf(contact) is not { } chat || Times(agent, contact) != PartsOf(chat, agent.Id))
                {
                    view.Report("S1", $"{agent.Id} has chat {contact}, which says otherwise");
                }
            }
        }
    }

    private static int Times(Agent agent, long chat)
    {
        var times = 0;
        foreach (var contact in agent.Contacts)
        {
            times += contact == chat ? 1 : 0;
        }

        return times;
    }

    private static int PartsOf(ChatSession chat, AgentId agent)
    {
        var parts = 0;
        foreach (var part in chat.Parts)
        {
            parts += part.State != ParticipationState.Offered && part.Agent == agent ? 1 : 0;
        }

        return parts;
    }

    /// <summary>
    /// S2: the load that is kept is the load that is there, interrupted work and chats that sleep left out. That it
    /// never grows past capacity is history.
    /// </summary>
    private static void Loads(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            var load = view.LoadOf(agent);
            if (load != agent.Load)
            {
                view.Report("S2", $"{agent.Id} has {load}, but {agent.Load} is counted");
            }
        }
    }

    /// <summary>S3: an open offer is of one chat and one agent, and both know of it and of no other.</summary>
    private static void Offers(FloorView view)
    {
        foreach (var offer in view.Offers)
        {
            var chat = view.ChatOf(offer.Chat);
            var fits = offer.IsInvitation
                ? chat?.State == ChatState.ConferenceRequested
                : chat?.State is ChatState.Offered or ChatState.Transferring;
            if (!fits || OfferedAs(chat!, offer) != 1)
            {
                view.Report("S3", $"offer {offer.Number} is open, but chat {offer.Chat} is {chat?.State}");
            }

            if (view.Floor.Agents.GetValueOrDefault(offer.Agent)?.Offers.Contains(offer.Number) != true)
            {
                view.Report("S3", $"{offer.Agent} has open offer {offer.Number} and is not shown it");
            }
        }

        foreach (var chat in view.Chats)
        {
            OffersOf(chat, view);
        }

        foreach (var agent in view.Agents)
        {
            var last = 0L;
            foreach (var number in agent.Offers)
            {
                if (number <= last || view.OfferOf(number)?.Agent != agent.Id)
                {
                    view.Report("S3", $"{agent.Id} is shown offer {number}, which is not open to them");
                }

                last = number;
            }
        }
    }

    private static int OfferedAs(ChatSession chat, Offer offer)
    {
        var parts = 0;
        foreach (var part in chat.Parts)
        {
            parts += part.State == ParticipationState.Offered && part.Offer == offer.Number
                && part.Agent == offer.Agent ? 1 : 0;
        }

        return parts;
    }

    /// <summary>Of several offers of a chat each is to another agent, and none is but by routing.</summary>
    private static void OffersOf(ChatSession chat, FloorView view)
    {
        var (offered, areRouted, isTwice) = (0, true, false);
        foreach (var part in chat.Parts)
        {
            if (part.State != ParticipationState.Offered)
            {
                continue;
            }

            if (view.OfferOf(part.Offer) is not { } offer)
            {
                view.Report("S3", $"chat {chat.Number} is offered, but no such offer is open");
                continue;
            }

            offered++;
            areRouted &= offer.Kind == OfferKind.Routed;
            isTwice |= chat.Parts.Exists(other => other != part && other.State == ParticipationState.Offered
                && other.Agent == part.Agent);
        }

        if (offered > 1 && (!areRouted || isTwice))
        {
            view.Report("S3", $"chat {chat.Number} has {offered} open offers that do not go together");
        }
    }

    /// <summary>S6: only an available agent has an open offer, and only an idle one an idle code.</summary>
    private static void Availability(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            foreach (var offer in agent.Offers)
            {
                if (ChannelOf(view, offer) is { } channel
                    && agent.AvailabilityFor(channel) != Agents.Availability.Available)
                {
                    view.Report("S6", $"{agent.Id} is {agent.Availability} and has an open offer");
                }
            }

            if (agent.Availability == Agents.Availability.Idle != agent.Code is not null)
            {
                view.Report("S6", $"{agent.Id} is {agent.Availability} under the code '{agent.Code}'");
            }

            if (agent.Pauses is { } pauses && (pauses.Count == 0
                || agent.Availability is Agents.Availability.SignedOut or Agents.Availability.Rona))
            {
                view.Report("S6", $"{agent.Id} is {agent.Availability} and pauses single channels");
            }

            if (agent.Availability == Agents.Availability.SignedOut && view.LoadOf(agent) != default)
            {
                view.Report("S6", $"{agent.Id} is signed out and still has contacts");
            }
        }
    }

    private static Channel? ChannelOf(FloorView view, long offer) =>
        view.OfferOf(offer) is { } open ? view.ChatOf(open.Chat)?.Channel : null;

    /// <summary>S12: a chat is in one place, and what hangs on it fits the place.</summary>
    private static void Places(FloorView view)
    {
        var held = new List<ParticipationState>();
        foreach (var chat in view.Chats)
        {
            ReadOnlySpan<ParticipationState> states = StatesOf(chat, held);
            var fits = chat.State switch
            {
                ChatState.Bot or ChatState.Queued or ChatState.Ended or ChatState.Suspended => states is [],
                ChatState.Scheduled => states is [] && chat.Appointment?.DueAt is not null && chat.QueuedAt == default,
                ChatState.Offered => states is [_, ..] && states[^1] == ParticipationState.Offered,
                ChatState.Active => states is [ParticipationState.Connected],
                ChatState.Transferring => states is [.., ParticipationState.Connected]
                    && !states[..^1].ContainsAnyExcept(ParticipationState.Offered),
                ChatState.ConferenceRequested =>
                    states is [ParticipationState.Offered, ParticipationState.ConferenceRequested],
                ChatState.Conference => states is [ParticipationState.Conferencing, ParticipationState.Conferencing],
                _ => false,
            };
            if (!fits || (chat.State == ChatState.Ended && chat.Parts.Count == 0))
            {
                view.Report("S12", $"chat {chat.Number} is {chat.State} with [{string.Join(", ", states.ToArray())}]");
            }

            var (owners, areIn) = (0, 0);
            foreach (var part in chat.Parts)
            {
                owners += part is { IsIn: true, Role: ChatRole.Owner } ? 1 : 0;
                areIn += part.IsIn ? 1 : 0;
            }

            if (owners != Math.Min(areIn, 1))
            {
                view.Report("S1", $"chat {chat.Number} is {chat.State} and {owners} agents are responsible");
            }

            if (chat.HandedTo is not null != (chat.State == ChatState.Transferring))
            {
                view.Report("S16", $"chat {chat.Number} is {chat.State} and handed to {chat.HandedTo}");
            }

            if (chat is { Waits: false, Widened: > 0 } or { Waits: false, WidenAt: not null })
            {
                view.Report("S12", $"chat {chat.Number} is {chat.State} and more agents are still to be asked");
            }

            if (chat.Bot is not null && chat.State != ChatState.Bot)
            {
                view.Report("S12", $"chat {chat.Number} is {chat.State} and the bot is still asked");
            }

            if (chat.Parts.Exists(part => part is { WrapUpDueAt: not null, State: not ParticipationState.WrappingUp }))
            {
                view.Report("S22", $"chat {chat.Number} counts down to a wrap-up that has not begun");
            }

            if (chat.Parts.Exists(part => part is { IsAsleep: true, IsIn: false }))
            {
                view.Report("S2", $"chat {chat.Number} is {chat.State} and sleeps with who is not in it");
            }

            if (chat.Observers is { } observers && (observers.Count == 0 || chat.State == ChatState.Ended))
            {
                view.Report("S20", $"chat {chat.Number} is {chat.State} with {observers.Count} observers");
            }

            if (chat.LastCustomerLine > chat.LastLine)
            {
                view.Report("S24", $"chat {chat.Number} has {chat.LastLine} lines and a customer's after them");
            }
        }
    }

    /// <summary>The states of the parts that are not in wrap-up, in order.</summary>
    private static ReadOnlySpan<ParticipationState> StatesOf(ChatSession chat, List<ParticipationState> states)
    {
        states.Clear();
        foreach (var part in chat.Parts)
        {
            if (part.State != ParticipationState.WrappingUp)
            {
                states.Add(part.State);
            }
        }

        states.Sort();
        return CollectionsMarshal.AsSpan(states);
    }
}
