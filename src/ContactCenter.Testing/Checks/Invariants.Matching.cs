using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Who could take what waits, told a second time by brute force.</summary>
internal static partial class Invariants
{
    /// <summary>
    /// A contact and a free agent who could take it, by brute force: of all, or of those that were touched and all
    /// others; at a glance the others are those who come first in the lines.
    /// </summary>
    private static (ChatSession? Chat, Agent? Agent) Matchable(FloorView view)
    {
        foreach (var chat in view.Chats)
        {
            if (IsOffering(view, chat) && TakerOf(view, chat) is { } taker)
            {
                return (chat, taker);
            }
        }

        foreach (var agent in view.IsWhole ? [] : view.Agents)
        {
            if (HasAnyRoom(agent) && WorkFor(view, agent) is { } work)
            {
                return (work, agent);
            }
        }

        return default;
    }

    private static Agent? TakerOf(FloorView view, ChatSession chat)
    {
        if (view.IsGlance)
        {
            var free = view.Floor.Router.Queues[chat.WaitsIn].Free.InOrder.Take(FloorView.Many);
            return free.Select(member => view.Floor.Agents[member.Agent.Id])
                .FirstOrDefault(agent => CouldTake(view, agent, chat));
        }

        foreach (var agent in view.Roomy)
        {
            if (CouldTake(view, agent, chat))
            {
                return agent;
            }
        }

        return null;
    }

    private static ChatSession? WorkFor(FloorView view, Agent agent)
    {
        if (view.IsGlance)
        {
            var waiting = agent.InRouter.Queues.SelectMany(one => one.Queue.Waiting.Take(FloorView.Many));
            return waiting.Select(place => view.ChatOf(place.Number))
                .FirstOrDefault(chat => chat is not null && IsOffering(view, chat) && CouldTake(view, agent, chat));
        }

        foreach (var chat in view.Waiting)
        {
            if (CouldTake(view, agent, chat))
            {
                return chat;
            }
        }

        return null;
    }

    internal static bool IsOffering(FloorView view, ChatSession chat) =>
        (InLine(chat) || WantsMore(view, chat)) && !view.Floor.IsManual(chat.WaitsIn) && view.IsOpen(chat.WaitsIn);

    private static bool CouldTake(FloorView view, Agent agent, ChatSession chat) =>
        HasRoom(agent, chat.Channel)
        && GetsFrom(view, agent, chat.WaitsIn)
        && IsAskable(chat, agent)
        && Suits(agent.Profile, view.QueueOf(chat.WaitsIn)!, chat.Wishes, chat.Waited);

    private static bool WantsMore(FloorView view, ChatSession chat)
    {
        if (!chat.Waits)
        {
            return false;
        }

        var open = 0;
        foreach (var part in chat.Parts)
        {
            if (part.State == ParticipationState.Offered && view.OfferOf(part.Offer) is { } offer)
            {
                if (offer.Kind != OfferKind.Routed)
                {
                    return false;
                }

                open++;
            }
        }

        return open > 0 && open < Wanted(view.QueueOf(chat.WaitsIn)!, chat.Widened) && !IsOverdue(view, chat);
    }
}
