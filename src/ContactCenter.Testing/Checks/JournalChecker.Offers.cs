using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Offers: made to the right one, in the right order, and each with one outcome.</summary>
internal sealed partial class JournalChecker
{
    private void Fold(OfferMade e)
    {
        Require(e.Offer == _offers.Count + 1, "S4", $"offer {e.Offer} follows offer {_offers.Count}");
        if (!_chats.TryGetValue(e.Chat, out var chat) || chat.State is ChatState.Ended or ChatState.Closed)
        {
            Report("S9", $"chat {e.Chat} is over and is offered to {e.Agent}");
            return;
        }

        if (!_agents.TryGetValue(e.Agent, out var agent))
        {
            Report("S6", $"chat {e.Chat} is offered to {e.Agent}, who is not configured");
            return;
        }

        CheckOthers(e, chat);
        Require(
            agent.GetsOffersOf(chat.Channel)
                && (e.Kind is OfferKind.Transfer or OfferKind.Invitation || Serves(agent, chat))
                && (e.Kind is not OfferKind.Routed || (Suits(agent, chat) && TakesFrom(agent, chat.WaitsIn))),
            "S6",
            $"chat {e.Chat} is offered to {e.Agent}, who is {agent.Availability} or does not suit {chat.WaitsIn}");
        Require(HasRoom(agent, chat.Channel), "S2", $"chat {e.Chat} is offered to {e.Agent}, who has no room for it");
        if (e.Kind == OfferKind.Routed)
        {
            Require(!agent.IsPaced, "S6", $"chat {e.Chat} is offered to {e.Agent}, who took {agent.Taken.Count}");
            Require(!IsMoving, "S10", $"chat {e.Chat} is offered while contacts of a removed queue are on their way");
            Require(
                !_closedQueues.Contains(chat.WaitsIn),
                "S11",
                $"chat {e.Chat} is offered to {e.Agent} from {chat.WaitsIn}, which is closed");
            CheckOverdue(e, chat);
            AsBeforeCall(agent, e.Offer, () => CheckSelection(agent, chat));
            TakeTurn(e, chat);
            TakeTurn(agent, chat.Channel);
        }
        else
        {
            Require(
                chat.In.All(part => part.Agent != e.Agent), "S1", $"chat {e.Chat} is offered to {e.Agent}, who has it");
        }

        var queue = Queue(chat.WaitsIn);
        Require(
            e.Kind == OfferKind.Picked ? queue?.Mode == QueueMode.Manual
                : e.Kind != OfferKind.Routed || queue?.Mode != QueueMode.Manual,
            "S10",
            $"chat {e.Chat} is {e.Kind} in {chat.WaitsIn}, which works by {queue?.Mode}");
        _moved.Add(chat);
        Move(chat, e.Kind == OfferKind.Invitation ? ChatTrigger.Invite : ChatTrigger.Present);

        _offers[e.Offer] = new OfferRecord(e, _at);
        _openOffers.Add(e.Offer);
        chat.OpenOffers.Add(e.Offer);
        agent.Offers.Add(e.Offer);
        var connect = e.Kind == OfferKind.Picked ? null : queue?.ConnectTimeout;
        Require(
            e.DueAt == _at + (connect ?? queue?.OfferTimeout)
                && e.AnswerWithin == (connect is null ? null : queue?.OfferTimeout),
            "S42",
            $"offer {e.Offer} is due at {e.DueAt:O}, and not as {chat.WaitsIn} says");
    }

    /// <summary>S3: several at a time only as the queue chooses, to different agents, and as many as it says.</summary>
    private void CheckOthers(OfferMade e, ChatRecord chat)
    {
        var queue = Queue(chat.WaitsIn);
        Require(
            chat.OpenOffers.Count == 0
                || (e.Kind == OfferKind.Routed
                    && chat.OpenOffers.All(other => _offers[other] is { Kind: OfferKind.Routed } open
                        && open.Agent != e.Agent)
                    && queue is not null && chat.OpenOffers.Count < Invariants.Wanted(queue, chat.Widened)),
            "S3",
            $"chat {e.Chat} is offered to {e.Agent} as {e.Kind} while offers {Join(chat.OpenOffers)} are open");
    }

    private void Fold(OfferPresented e)
    {
        if (!_offers.TryGetValue(e.Offer, out var offer) || offer.IsPresented || offer.Outcome is not null)
        {
            Report("S4", $"offer {e.Offer} is presented and was not connecting");
            return;
        }

        (offer.IsPresented, offer.DueAt) = (true, e.DueAt);
        Require(e.DueAt == _at + offer.AnswerWithin, "S42", $"offer {e.Offer} has until {e.DueAt:O}, not as was said");
    }

    private void Fold(OfferExpiring e)
    {
        var once = _offers.TryGetValue(e.Offer, out var offer)
            && offer is { IsPresented: true, IsWarned: false, Outcome: null };
        Require(once, "S41", $"the agent is warned of offer {e.Offer}, which is not open or for the second time");
        offer?.IsWarned = true;
    }

    private void Fold(OfferClosed e)
    {
        if (!_offers.TryGetValue(e.Offer, out var offer) || offer.Outcome is not null)
        {
            Report("S4", $"offer {e.Offer} is {e.Trigger} after {offer?.Outcome?.ToString() ?? "it was never made"}");
            return;
        }

        offer.Outcome = e.Trigger;
        _openOffers.Remove(e.Offer);
        var inTime = _at < offer.DueAt;
        Require(e.Trigger != OfferTrigger.Accept || inTime, "S5", $"offer {e.Offer} is accepted at {_at:O}, too late");
        Require(e.Trigger != OfferTrigger.Decline || inTime, "S5", $"offer {e.Offer} is declined at {_at:O}, too late");
        Require(e.Trigger != OfferTrigger.Miss || !inTime, "S45", $"offer {e.Offer} is missed at {_at:O}, too early");
        Require(
            offer.IsPresented || e.Trigger is OfferTrigger.Withdraw or OfferTrigger.Fail or OfferTrigger.Lose,
            "S4",
            $"offer {e.Offer} is {e.Trigger} while it is connecting");
        if (_agents.TryGetValue(offer.Agent, out var agent) && _chats.TryGetValue(offer.Chat, out var chat))
        {
            Close(e, offer, agent, chat);
        }
    }

    private void Close(OfferClosed e, OfferRecord offer, AgentRecord agent, ChatRecord chat)
    {
        agent.Offers.Remove(e.Offer);
        chat.OpenOffers.Remove(e.Offer);
        _moved.Add(chat);
        var isInvitation = offer.Kind == OfferKind.Invitation;
        Owe(e.Trigger, offer, agent, chat);
        if (e.Trigger == OfferTrigger.Accept)
        {
            Require(
                chat.OpenOffers.Count == 0,
                "S3",
                $"chat {chat.Number} is accepted while offers {Join(chat.OpenOffers)} are open");
            Move(chat, isInvitation ? ChatTrigger.Join : ChatTrigger.Accept);
            if (!isInvitation)
            {
                (chat.Widened, chat.Forsaken) = (0, 0);
                chat.Owner?.IsOwner = false;
                (chat.Queue, chat.HandedTo) = (chat.WaitsIn, null);
                chat.PassedBy.Clear();
                chat.Withheld.Clear();
            }

            chat.Parts.Add(e.Offer, new PartRecord(offer.Agent, isOwner: !isInvitation)
            {
                From = isInvitation ? default(QueueName?) : chat.Queue,
            });
            agent.Parts.Add(e.Offer, chat.Number);
            agent.Passed.Clear();
            if (agent.Profile.Pace is not null)
            {
                agent.Taken.Add(_at);
            }

            agent.RestedSince = offer.MadeAt > agent.RestedSince ? offer.MadeAt : agent.RestedSince;
            return;
        }

        if (isInvitation || chat.OpenOffers.Count == 0)
        {
            Move(chat, isInvitation ? ChatTrigger.CallOff : ChatTrigger.Return);
        }

        if (e.Trigger is not (OfferTrigger.Withdraw or OfferTrigger.Lose) && !isInvitation)
        {
            chat.PassedBy.Remove(offer.Agent);
            chat.PassedBy.Add(offer.Agent);
        }
    }
}
