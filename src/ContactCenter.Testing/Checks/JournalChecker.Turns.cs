using ContactCenter.Agents;

namespace ContactCenter.Testing;

/// <summary>Which contact is next, told a second time: by priority and age, or by the turns of channels.</summary>
internal sealed partial class JournalChecker
{
    private readonly HashSet<AgentRecord> _waitedFor = [];

    /// <summary>
    /// S10: no older contact waits whom anybody could take; unless one of those who could takes turns, and the contact
    /// is the next for them.
    /// </summary>
    private void CheckOrder(AgentRecord chosen, ChatRecord chat)
    {
        var first = chat;
        foreach (var other in _chats.Values)
        {
            if (other != first && LineOf(other).Free.Count > 0 && IsOffering(other) && ComesBefore(other, first)
                && HasTaker(other))
            {
                first = other;
            }
        }

        var isInOrder = first == chat
            ? !HasOrder(chosen) || IsNextFor(chosen, chat)
            : _free.Exists(taker => IsFreeFor(taker, first) && HasOrder(taker) && IsNextFor(taker, chat));
        Require(
            isInOrder,
            "S10",
            $"chat {chat.Number} is offered to {chosen.Id} before {first.Number}, or out of their turns");
    }

    private static void TakeTurn(AgentRecord agent, Channel channel)
    {
        if (agent.Media.Turns is not { } turns)
        {
            return;
        }

        var from = agent.Lead.GetValueOrDefault(channel);
        foreach (var other in agent.Lead.Keys.ToArray())
        {
            agent.Lead[other] = Math.Max(0, agent.Lead[other] - from);
        }

        agent.Lead[channel] = 2_520 / channel switch
        {
            Channel.Voice => turns.Voice,
            Channel.Chat => turns.Chat,
            Channel.Email => turns.Email,
            _ => turns.Social,
        };
    }

    private void Fold(AgentHeld e)
    {
        if (!_agents.TryGetValue(e.Agent, out var agent) || Queue(e.Queue) is not { } queue)
        {
            Report("S42", $"{e.Agent} is held for {e.Queue}, and one of them is not configured");
            return;
        }

        var fits = agent.HeldFor is null
            && agent.Media.Turns is not null
            && agent.GetsOffersOf(queue.Channel)
            && TakesFrom(agent, e.Queue)
            && !HasRoom(agent, queue.Channel)
            && !CallsAway(agent, queue.Channel)
            && _agents.Values.Count(other => other.HeldFor == e.Queue) < WaitingIn(e.Queue)
            && HasWorkFor(agent, e.Queue);
        Require(fits, "S11", $"{e.Agent} is held for {e.Queue}, for no reason");
        agent.HeldFor = e.Queue;
        _waitedFor.Add(agent);
    }

    /// <summary>Nobody stays held for what is gone, or another's, or not for them.</summary>
    private void CheckHeld()
    {
        if (_waitedFor.Count == 0 || !IsTold(_head))
        {
            return;
        }

        _waitedFor.RemoveWhere(agent => agent.HeldFor is null || _agents.GetValueOrDefault(agent.Id) != agent);
        foreach (var held in _waitedFor.GroupBy(agent => agent.HeldFor))
        {
            var queue = held.Key!.Value;
            Require(
                held.Count() <= WaitingIn(queue) && held.All(agent => HasWorkFor(agent, queue)),
                "S11",
                $"{string.Join(", ", held.Select(agent => agent.Id))} are held for {queue}, and some for nothing");
        }
    }

    private int WaitingIn(QueueName queue) => _chats.Values.Count(chat => chat.InLine && chat.WaitsIn == queue);

    private bool HasWorkFor(AgentRecord agent, QueueName queue) => _chats.Values.Any(chat =>
        chat.WaitsIn == queue && IsOffering(chat) && Serves(agent, chat) && Suits(agent, chat));

    private void Fold(AgentLetGo e)
    {
        Require(
            _agents.TryGetValue(e.Agent, out var agent) && agent.HeldFor is not null,
            "S11",
            $"{e.Agent} is let go and was not held");
        agent?.HeldFor = null;
    }

    private static bool HasOrder(AgentRecord agent)
    {
        foreach (var one in agent.Profile.Memberships)
        {
            if (one.Rank != 1)
            {
                return true;
            }
        }

        return agent.Media.Turns is not null;
    }

    /// <summary>Nothing that an agent is free for comes before a contact, as their ranks and turns are.</summary>
    private bool IsNextFor(AgentRecord agent, ChatRecord chat)
    {
        if (!IsFreeFor(agent, chat))
        {
            return false;
        }

        var order = OrderOf(agent, chat);
        foreach (var other in _chats.Values)
        {
            if (other != chat && Serves(agent, other) && IsOffering(other)
                && OrderOf(agent, other).CompareTo(order) is var sooner
                && (sooner < 0 || (sooner == 0 && ComesBefore(other, chat)))
                && IsFreeFor(agent, other))
            {
                return false;
            }
        }

        return true;
    }

    private static (bool, int, int) OrderOf(AgentRecord agent, ChatRecord chat) => (
        chat.OpenOffers.Count > 0,
        MembershipOf(agent, chat)?.Rank ?? 1,
        agent.Lead.GetValueOrDefault(chat.Channel));
}
