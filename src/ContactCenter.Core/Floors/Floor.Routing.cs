using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Offers: made by the floor itself until nothing is left to offer, and answered or missed by agents.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>How many offers one batch makes at most; what is left over goes into the next.</summary>
    internal const int MaxOffersPerBatch = 64;

    private Rejection? Decide(AcceptOffer c)
    {
        if (MayAnswer(c.By, c.Offer, out var offer) is { } rejection)
        {
            return rejection;
        }

        if (c.Session != 0 && c.Session != _presences.GetValueOrDefault(c.By)?.Sessions.FirstOrDefault())
        {
            return Rejections.NotPrimarySession;
        }

        Take(offer);
        return null;
    }

    private Rejection? Decide(DeclineOffer c)
    {
        if (MayAnswer(c.By, c.Offer, out var offer) is { } rejection)
        {
            return rejection;
        }

        if (c.Reason is not null && (Clean(c.Reason, "reason") ?? (Identifier.IsValid(c.Reason)
            ? null
            : Rejections.ReasonUnknown)) is { } unclear)
        {
            return unclear;
        }

        if (Withholding.IsOut(c.RetryAfter))
        {
            return Rejections.RetryInvalid;
        }

        var allowed = offer.IsInvitation
            ? Configuration.Collaboration.AllowDeclineInvitation
            : QueueOf(_chats[offer.Chat]).AllowDecline;
        if (!allowed)
        {
            return Rejections.DeclineNotAllowed;
        }

        if (offer.IsInvitation)
        {
            CloseOffer(offer, OfferTrigger.Decline);
        }
        else
        {
            var chat = _chats[offer.Chat];
            Close(offer, OfferTrigger.Decline, RonaCause.Declined, c.Reason);
            Withhold(chat, offer.Agent, c.RetryAfter);
        }

        return null;
    }

    private Rejection? Decide(FailOffer c)
    {
        if (c.By.Kind != ActorKind.Host)
        {
            return Rejections.NotPermitted;
        }

        if (!_offers.TryGetValue(c.Offer, out var offer))
        {
            return Rejections.OfferGone;
        }

        Close(offer, OfferTrigger.Fail, RonaCause.Failed);
        return null;
    }

    /// <summary>The offer ran out: the contact keeps its place, and the policy says what follows.</summary>
    private Rejection? Decide(MissOffer c)
    {
        if (!_offers.TryGetValue(c.Offer, out var offer))
        {
            return Rejections.OfferGone;
        }

        if (_now < offer.DueAt || offer.State != OfferState.Open)
        {
            return Rejections.NotAllowed.About(offer.State, OfferTrigger.Miss);
        }

        Close(offer, OfferTrigger.Miss, RonaCause.Missed);
        return null;
    }

    /// <summary>The request has reached the agent: from now on they may answer, and the time counts.</summary>
    private Rejection? Decide(PresentOffer c)
    {
        if (!_offers.TryGetValue(c.Offer, out var offer))
        {
            return Rejections.OfferGone;
        }

        var isDue = c.By.Kind == ActorKind.System && _now >= offer.DueAt;
        if (!isDue && c.By.Kind != ActorKind.Host && !c.By.IsAgent(offer.Agent))
        {
            return Rejections.NotPermitted;
        }

        if (!OfferLifecycle.Table.Allows(offer.State, OfferTrigger.Present))
        {
            return Rejections.NotAllowed.About(offer.State, OfferTrigger.Present);
        }

        Raise(new OfferPresented(c.Offer, _now + offer.AnswerWithin!.Value));
        return null;
    }

    private Rejection? Decide(WarnOfOffer c)
    {
        if (!_offers.TryGetValue(c.Offer, out var offer) || offer.WarnAt is not { } warnAt || warnAt > _now)
        {
            return Rejections.EffectGone;
        }

        Raise(new OfferExpiring(c.Offer));
        return null;
    }

    private void MakeOffer(ChatSession chat, AgentId agent, OfferKind kind, string why)
    {
        var queue = QueueOf(chat);
        var warn = queue.WarnBefore is { } before && before < queue.OfferTimeout ? before : default(TimeSpan?);
        Raise(queue.ConnectTimeout is { } connecting && kind != OfferKind.Picked
            ? new OfferMade(
                Last.Offer + 1, chat.Number, agent, _now + connecting, why, kind, queue.OfferTimeout, warn)
            : new OfferMade(
                Last.Offer + 1, chat.Number, agent, _now + queue.OfferTimeout, why, kind, WarnBefore: warn));
    }

    /// <summary>An offer has its outcome, and what hangs on it follows.</summary>
    private void CloseOffer(Offer offer, OfferTrigger trigger)
    {
        var chat = _chats[offer.Chat];
        Raise(new OfferClosed(offer.Number, trigger));
        if (trigger == OfferTrigger.Accept)
        {
            return;
        }

        if (offer.IsInvitation)
        {
            var notice = trigger switch
            {
                OfferTrigger.Decline => Notices.InvitationDeclined,
                OfferTrigger.Withdraw => Notices.InvitationWithdrawn,
                _ => Notices.InvitationMissed,
            };
            Aside(chat, notice, offer.Agent.Value);
        }
        else if (offer.Kind == OfferKind.Transfer && chat.State == ChatState.Transferring
            && Configuration.Collaboration.TransferFallback == TransferFallback.Sender)
        {
            Raise(new TransferCalledOff(chat.Number));
            Aside(chat, Notices.TransferCalledOff, offer.Agent.Value);
        }
    }

    private Rejection? MayAnswer(Actor by, long number, out Offer offer) => _offers.TryGetValue(number, out offer!)
        ? offer.MayAnswer(by, _now)
        : Rejections.OfferGone;

    private void Settle()
    {
        var isMovedOut = MoveOut();
        MindStirred();
        if (!isMovedOut)
        {
            return;
        }

        // A transfer or an invitation has made an offer of its own by now.
        var made = _raised.Count(static happened => happened is OfferMade);
        for (; made < MaxOffersPerBatch && NextOverflow() is { } next; made++)
        {
            // All of them before the first offer: nobody overtakes an older one who is still to come.
            Overflow(next.Chat, next.To);
        }

        for (; made < MaxOffersPerBatch && NextForsaken() is { } next; made++)
        {
            // The same: who is sent on for want of an agent may be older than those who wait where they come to.
            Forsake(next.Chat, next.Rule);
        }

        for (; made < MaxOffersPerBatch && NextOverdue() is { } next; made++)
        {
            FollowRule(next);
        }

        for (; NextMatch() is { } match && made < MaxOffersPerBatch; made++)
        {
            var (agent, chat) = (_agents[match.Agent], _chats[match.Contact]);
            if (RuleAt(chat) <= _now)
            {
                // Due at this very instant: the rule comes first, whichever alarm does.
                FollowRule(chat);
                continue;
            }

            if (HoldsFor(match, agent) is { } queue)
            {
                Raise(new AgentHeld(agent.Id, queue));
                continue;
            }

            var why = WhyOf(match);
            if (!agent.Media.HasRoom(agent.Load, chat.Channel))
            {
                Interrupt(agent);
            }

            MakeOffer(chat, agent.Id, OfferKind.Routed, why);
        }
    }
}
