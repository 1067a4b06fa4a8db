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
    /// <summary>Everything that does not hold; empty for a sound view.Floor.</summary>
    internal static IReadOnlyList<Violation> Violated(Floor floor)
    {
        var view = new FloorView(floor);
        return
        [
            .. Holders(view),
            .. Loads(view),
            .. Offers(view),
            .. Availability(view),
            .. CoolOffs(view),
            .. Places(view),
            .. Lines(view),
            .. FreeLists(view),
            .. Doors(view),
            .. Turns(view),
            .. Pauses(view),
            .. Interruptions(view),
            .. Deserted(view),
            .. KeptPlaces(view),
            .. Quiescence(view),
            .. Alarms(view),
            .. Instants(view),
            .. Configured(view),
            .. Accounts(view),
            .. Tallies(view),
            .. Presences(view),
            .. Conversations(view),
        ];
    }

    /// <summary>S1: whoever has a chat, or wraps it up, is whom the chat says, once for each part.</summary>
    private static IEnumerable<Violation> Holders(FloorView view)
    {
        var held = view.Agents
            .SelectMany(agent => agent.Contacts.Select(chat => (Chat: chat, agent.Id)))
            .OrderBy(one => one.Chat).ThenBy(one => one.Id.Value, StringComparer.Ordinal);
        var said = view.Chats
            .SelectMany(chat => chat.Parts.Where(part => part.State != ParticipationState.Offered)
                .Select(part => (Chat: chat.Number, Id: part.Agent)))
            .OrderBy(one => one.Chat).ThenBy(one => one.Id.Value, StringComparer.Ordinal);
        if (!held.SequenceEqual(said))
        {
            yield return new("S1", $"agents have {string.Join(", ", held)}, chats say {string.Join(", ", said)}");
        }
    }

    /// <summary>
    /// S2: the load that is kept is the load that is there, interrupted work and chats that sleep left out. That it
    /// never grows past capacity is history.
    /// </summary>
    private static IEnumerable<Violation> Loads(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            var load = view.LoadOf(agent.Id);
            if (load != agent.Load)
            {
                yield return new("S2", $"{agent.Id} has {load}, but {agent.Load} is counted");
            }
        }
    }

    /// <summary>S3: an open offer is of one chat and one agent, and both know of it and of no other.</summary>
    private static IEnumerable<Violation> Offers(FloorView view)
    {
        foreach (var several in view.Offers.GroupBy(offer => offer.Chat).Where(same => same.Skip(1).Any()))
        {
            if (several.Any(offer => offer.Kind != OfferKind.Routed)
                || several.Select(offer => offer.Agent).Distinct().Count() != several.Count())
            {
                yield return new("S3", $"chat {several.Key} has {several.Count()} open offers that do not go together");
            }
        }

        foreach (var offer in view.Offers)
        {
            var chat = view.Floor.Chats.GetValueOrDefault(offer.Chat);
            var fits = offer.IsInvitation
                ? chat?.State == ChatState.ConferenceRequested
                : chat?.State is ChatState.Offered or ChatState.Transferring;
            if (!fits || chat!.AllOffered.Count(part => part.Offer == offer.Number && part.Agent == offer.Agent) != 1)
            {
                yield return new("S3", $"offer {offer.Number} is open, but chat {offer.Chat} is {chat?.State}");
            }
        }

        foreach (var chat in view.Chats)
        {
            if (chat.AllOffered.Any(part => !view.Floor.Offers.ContainsKey(part.Offer)))
            {
                yield return new("S3", $"chat {chat.Number} is offered, but no such offer is open");
            }
        }

        var byAgent = view.Offers.ToLookup(offer => offer.Agent, offer => offer.Number);
        foreach (var agent in view.Agents)
        {
            var open = byAgent[agent.Id].Order();
            if (!open.SequenceEqual(agent.Offers))
            {
                yield return new("S3", $"{agent.Id} is shown offers {Join(agent.Offers)}, but has {Join(open)}");
            }
        }
    }

    /// <summary>S6: only an available agent has an open offer, and only an idle one an idle code.</summary>
    private static IEnumerable<Violation> Availability(FloorView view)
    {
        var offered = view.Offers.ToLookup(offer => offer.Agent, offer => view.Floor.Chats[offer.Chat].Channel);
        foreach (var agent in view.Agents)
        {
            if (offered[agent.Id].Any(channel => agent.AvailabilityFor(channel) != Agents.Availability.Available))
            {
                yield return new("S6", $"{agent.Id} is {agent.Availability} and has an open offer");
            }

            if (agent.Availability == Agents.Availability.Idle != agent.Code is not null)
            {
                yield return new("S6", $"{agent.Id} is {agent.Availability} under the code '{agent.Code}'");
            }

            if (agent.Pauses is { } pauses && (pauses.Count == 0
                || agent.Availability is Agents.Availability.SignedOut or Agents.Availability.Rona))
            {
                yield return new("S6", $"{agent.Id} is {agent.Availability} and pauses single channels");
            }

            if (agent.Availability == Agents.Availability.SignedOut && view.HasLoad(agent.Id))
            {
                yield return new("S6", $"{agent.Id} is signed out and still has contacts");
            }
        }
    }

    /// <summary>S12: a chat is in one place, and what hangs on it fits the place.</summary>
    private static IEnumerable<Violation> Places(FloorView view)
    {
        foreach (var chat in view.Chats)
        {
            var states = chat.Parts.Select(part => part.State)
                .Where(state => state != ParticipationState.WrappingUp).Order().ToArray();
            var fits = chat.State switch
            {
                ChatState.Bot or ChatState.Queued or ChatState.Ended or ChatState.Suspended => states is [],
                ChatState.Scheduled => states is [] && chat.Appointment?.DueAt is not null && chat.QueuedAt == default,
                ChatState.Offered => states is [_, ..] && states[^1] == ParticipationState.Offered,
                ChatState.Active => states is [ParticipationState.Connected],
                ChatState.Transferring => states is [.., ParticipationState.Connected]
                    && states[..^1].All(state => state == ParticipationState.Offered),
                ChatState.ConferenceRequested =>
                    states is [ParticipationState.Offered, ParticipationState.ConferenceRequested],
                ChatState.Conference => states is [ParticipationState.Conferencing, ParticipationState.Conferencing],
                _ => false,
            };
            if (!fits || (chat.State == ChatState.Ended && chat.Parts.Count == 0))
            {
                yield return new("S12", $"chat {chat.Number} is {chat.State} with [{string.Join(", ", states)}]");
            }

            var owners = chat.Parts.Count(part => part is { IsIn: true, Role: ChatRole.Owner });
            if (owners != (chat.Parts.Exists(part => part.IsIn) ? 1 : 0))
            {
                yield return new("S1", $"chat {chat.Number} is {chat.State} and {owners} agents are responsible");
            }

            if (chat.HandedTo is not null != (chat.State == ChatState.Transferring))
            {
                yield return new("S16", $"chat {chat.Number} is {chat.State} and handed to {chat.HandedTo}");
            }

            if (chat is { Waits: false, Widened: > 0 } or { Waits: false, WidenAt: not null })
            {
                yield return new("S12", $"chat {chat.Number} is {chat.State} and more agents are still to be asked");
            }

            if (chat.Bot is not null && chat.State != ChatState.Bot)
            {
                yield return new("S12", $"chat {chat.Number} is {chat.State} and the bot is still asked");
            }

            if (chat.Parts.Exists(part => part is { WrapUpDueAt: not null, State: not ParticipationState.WrappingUp }))
            {
                yield return new("S22", $"chat {chat.Number} counts down to a wrap-up that has not begun");
            }

            if (chat.Parts.Exists(part => part is { IsAsleep: true, IsIn: false }))
            {
                yield return new("S2", $"chat {chat.Number} is {chat.State} and sleeps with who is not in it");
            }

            if (chat.Observers is { } observers && (observers.Count == 0 || chat.State == ChatState.Ended))
            {
                yield return new("S20", $"chat {chat.Number} is {chat.State} with {observers.Count} observers");
            }

            if (chat.LastCustomerLine > chat.LastLine)
            {
                yield return new("S24", $"chat {chat.Number} has {chat.LastLine} lines and a customer's after them");
            }
        }
    }

    private static string Join(IEnumerable<long> numbers) => $"[{string.Join(", ", numbers)}]";
}
