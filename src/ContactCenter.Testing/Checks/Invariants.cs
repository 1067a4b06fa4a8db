using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;

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
        var loads = CountLoads(floor);
        return
        [
            .. Holders(floor),
            .. Loads(floor, loads),
            .. Offers(floor),
            .. Availability(floor, loads),
            .. Places(floor),
            .. Lines(floor),
            .. FreeLists(floor, loads),
            .. Quiescence(floor, loads),
            .. Alarms(floor),
            .. Instants(floor),
            .. Window(floor),
            .. Configured(floor),
            .. Accounts(floor),
        ];
    }

    /// <summary>S1: a chat is in the hands of at most one agent, and of the one that it says.</summary>
    private static IEnumerable<Violation> Holders(Floor floor)
    {
        var holders = floor.Agents.Values
            .SelectMany(agent => agent.Contacts.Select(chat => (Chat: chat, agent.Id)))
            .ToLookup(held => held.Chat, held => held.Id);
        foreach (var held in holders)
        {
            if (held.Count() > 1)
            {
                yield return new("S1", $"chat {held.Key} is in the hands of {string.Join(" and ", held)}");
            }

            if (!floor.Chats.TryGetValue(held.Key, out var chat) || !IsHeld(chat) || chat.Part!.Agent != held.First())
            {
                yield return new("S1", $"{held.First()} has chat {held.Key}, which does not say so");
            }
        }

        foreach (var chat in floor.Chats.Values.Where(chat => IsHeld(chat) && !holders.Contains(chat.Number)))
        {
            yield return new("S1", $"chat {chat.Number} says that {chat.Part!.Agent} has it, who does not");
        }
    }

    /// <summary>
    /// S2: the load that is kept is the load that is there. That it never grows past capacity is history.
    /// </summary>
    private static IEnumerable<Violation> Loads(Floor floor, Dictionary<AgentId, ChannelLoad> loads)
    {
        foreach (var agent in floor.Agents.Values)
        {
            var load = loads.GetValueOrDefault(agent.Id);
            if (load != agent.Load)
            {
                yield return new("S2", $"{agent.Id} has {load}, but {agent.Load} is counted");
            }
        }
    }

    /// <summary>S3: an open offer is of one chat and one agent, and both know of it and of no other.</summary>
    private static IEnumerable<Violation> Offers(Floor floor)
    {
        foreach (var twice in floor.Offers.Values.GroupBy(offer => offer.Chat).Where(same => same.Skip(1).Any()))
        {
            yield return new("S3", $"chat {twice.Key} has {twice.Count()} open offers");
        }

        foreach (var offer in floor.Offers.Values)
        {
            var chat = floor.Chats.GetValueOrDefault(offer.Chat);
            if (chat is not { State: ChatState.Offered, Part: { } part }
                || part.Offer != offer.Number || part.Agent != offer.Agent)
            {
                yield return new("S3", $"offer {offer.Number} is open, but chat {offer.Chat} is {chat?.State}");
            }
        }

        foreach (var chat in floor.Chats.Values.Where(chat => chat.State == ChatState.Offered))
        {
            if (chat.Part is null || !floor.Offers.ContainsKey(chat.Part.Offer))
            {
                yield return new("S3", $"chat {chat.Number} is offered, but no such offer is open");
            }
        }

        var byAgent = floor.Offers.Values.ToLookup(offer => offer.Agent, offer => offer.Number);
        foreach (var agent in floor.Agents.Values)
        {
            var open = byAgent[agent.Id].Order();
            if (!open.SequenceEqual(agent.Offers))
            {
                yield return new("S3", $"{agent.Id} is shown offers {Join(agent.Offers)}, but has {Join(open)}");
            }
        }
    }

    /// <summary>S6: only an available agent has an open offer, and only an idle one an idle code.</summary>
    private static IEnumerable<Violation> Availability(Floor floor, Dictionary<AgentId, ChannelLoad> loads)
    {
        var offered = floor.Offers.Values.Select(offer => offer.Agent).ToHashSet();
        foreach (var agent in floor.Agents.Values)
        {
            if (agent.Availability != Agents.Availability.Available && offered.Contains(agent.Id))
            {
                yield return new("S6", $"{agent.Id} is {agent.Availability} and has an open offer");
            }

            if (agent.Availability == Agents.Availability.Idle != agent.Code is not null)
            {
                yield return new("S6", $"{agent.Id} is {agent.Availability} under the code '{agent.Code}'");
            }

            if (agent.Availability == Agents.Availability.SignedOut && loads.ContainsKey(agent.Id))
            {
                yield return new("S6", $"{agent.Id} is signed out and still has contacts");
            }
        }
    }

    /// <summary>S12: a chat is in one place, and what hangs on it fits the place.</summary>
    private static IEnumerable<Violation> Places(Floor floor)
    {
        foreach (var chat in floor.Chats.Values)
        {
            var fits = chat.State switch
            {
                ChatState.Bot or ChatState.Queued => chat.Part is null,
                ChatState.Offered => chat.Part is { State: ParticipationState.Offered },
                ChatState.Active => chat.Part is { State: ParticipationState.Connected },
                ChatState.Ended => chat.Part is { State: ParticipationState.WrappingUp },
                _ => false,
            };
            if (!fits)
            {
                yield return new("S12", $"chat {chat.Number} is {chat.State} with a part that is {chat.Part?.State}");
            }

            if (chat.Bot is not null && chat.State != ChatState.Bot)
            {
                yield return new("S12", $"chat {chat.Number} is {chat.State} and the bot is still asked");
            }

            if (chat.Part is { WrapUpDueAt: not null, State: not ParticipationState.WrappingUp })
            {
                yield return new("S22", $"chat {chat.Number} counts down to a wrap-up that has not begun");
            }

            if (chat.LastCustomerLine > chat.LastLine)
            {
                yield return new("S24", $"chat {chat.Number} has {chat.LastLine} lines and a customer's after them");
            }
        }
    }

    private static bool IsHeld(ChatSession chat) =>
        chat.Part is { State: ParticipationState.Connected or ParticipationState.WrappingUp };

    /// <summary>Counted from the chats: what somebody is offered, holds or wraps up.</summary>
    private static Dictionary<AgentId, ChannelLoad> CountLoads(Floor floor)
    {
        var loads = new Dictionary<AgentId, ChannelLoad>();
        foreach (var chat in floor.Chats.Values)
        {
            if (chat.Part is { State: not (ParticipationState.Completed or ParticipationState.Terminated) } part)
            {
                var load = loads.GetValueOrDefault(part.Agent);
                loads[part.Agent] = chat.Channel switch
                {
                    Channel.Voice => load with { Voice = (byte)(load.Voice + 1) },
                    Channel.Chat => load with { Chat = (byte)(load.Chat + 1) },
                    Channel.Email => load with { Email = (byte)(load.Email + 1) },
                    _ => load with { Social = (byte)(load.Social + 1) },
                };
            }
        }

        return loads;
    }

    private static string Join(IEnumerable<long> numbers) => $"[{string.Join(", ", numbers)}]";
}
