using ContactCenter.Agents;
using ContactCenter.Chats;
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

        _reply = new Reply(offer.Chat, 0);
        Raise(new OfferClosed(c.Offer, OfferTrigger.Accept));
        Notice(_chats[offer.Chat], Notices.AgentJoined, offer.Agent.Value);
        return null;
    }

    private Rejection? Decide(DeclineOffer c)
    {
        if (MayAnswer(c.By, c.Offer, out var offer) is { } rejection)
        {
            return rejection;
        }

        if (!_queues[_chats[offer.Chat].Queue].AllowDecline)
        {
            return Rejections.DeclineNotAllowed;
        }

        Raise(new OfferClosed(c.Offer, OfferTrigger.Decline));
        TakeOut(_agents[offer.Agent], AvailabilityTrigger.Suspend, Actor.System, IdleCode.Declined, null);
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

        Raise(new OfferClosed(c.Offer, OfferTrigger.Fail));
        TakeOut(_agents[offer.Agent], AvailabilityTrigger.Suspend, Actor.System, IdleCode.ChannelFailure, null);
        return null;
    }

    /// <summary>
    /// RONA: the offer ran out, its agent gets nothing more until they act, the contact keeps its place.
    /// </summary>
    private Rejection? Decide(MissOffer c)
    {
        if (!_offers.TryGetValue(c.Offer, out var offer))
        {
            return Rejections.OfferGone;
        }

        if (_now < offer.DueAt)
        {
            return Rejections.NotAllowed.About(OfferState.Open, OfferTrigger.Miss);
        }

        Raise(new OfferClosed(c.Offer, OfferTrigger.Miss));
        TakeOut(_agents[offer.Agent], AvailabilityTrigger.Miss, Actor.System, null, null);
        return null;
    }

    private Rejection? MayAnswer(Actor by, long number, out Offer offer) => _offers.TryGetValue(number, out offer!)
        ? offer.MayAnswer(by, _now)
        : Rejections.OfferGone;

    private void Settle()
    {
        for (var made = 0; made < MaxOffersPerBatch && Router.Next() is { } match; made++)
        {
            var dueAt = _now + _queues[match.Queue].OfferTimeout;
            Raise(new OfferMade(Last.Offer + 1, match.Contact, match.Agent, dueAt, match.Why));
        }
    }
}
