using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>How offered contacts are presented, taken, declined, and returned.</summary>
public sealed partial class AgentVerbs
{
    /// <summary>An agent's offers, earliest first.</summary>
    /// <param name="agent">The agent; an unknown one has none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-running</c>.</returns>
    public async ValueTask<Outcome<IReadOnlyList<OfferShown>>> OffersAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        if (await _host.OwningRunAsync().ConfigureAwait(false) is not { } run)
        {
            return Outcome<IReadOnlyList<OfferShown>>.Rejected(Rejections.NotRunning);
        }

        var offers = run.Follower.Read(
            floor => floor.Agents.TryGetValue(agent, out var found)
                ? Visibility.Offers(floor, found).ToArray()
                : []);
        for (var index = 0; index < offers.Length; index++)
        {
            offers[index] = await FeedVerbs.WithCardAsync(run, offers[index], cancellationToken)
                .ConfigureAwait(false);
        }

        return Outcome<IReadOnlyList<OfferShown>>.Accepted(offers);
    }

    /// <summary>
    /// Says that a connecting request has reached the agent's desk: they may answer from now on, and the time counts.
    /// </summary>
    /// <param name="offer">Which offer.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>offer-gone</c>, or <c>not-allowed</c> when it is presented already.</returns>
    public ValueTask<Outcome<Receipt>> PresentAsync(
        OfferId offer, CommandId id = default, CancellationToken cancellationToken = default) =>
        Answer(offer, new PresentOffer(Actor.Host, offer.Number), id, cancellationToken);

    /// <summary>The same, said by the agent's desk itself.</summary>
    /// <param name="agent">To whom it is offered.</param>
    /// <param name="offer">Which offer.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>offer-gone</c>, <c>not-permitted</c>, or <c>not-allowed</c> when it is presented already.
    /// </returns>
    public ValueTask<Outcome<Receipt>> PresentAsync(
        AgentId agent, OfferId offer, CommandId id = default, CancellationToken cancellationToken = default) =>
        Answer(offer, new PresentOffer(Actor.Agent(agent), offer.Number), id, cancellationToken);

    /// <summary>
    /// Takes an offered contact for an agent whose desk accepts by itself. Only the agent's first session may; in a
    /// second one the request stays for a person to answer.
    /// </summary>
    /// <param name="session">The session whose desk accepts.</param>
    /// <param name="offer">Which offer.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// The contact. Rejected as <c>not-primary-session</c>, <c>offer-connecting</c>, <c>offer-gone</c>,
    /// <c>offer-expired</c> or <c>not-permitted</c>.
    /// </returns>
    public ValueTask<Outcome<ChatReceipt>> AutoAcceptAsync(
        Session session, OfferId offer, CommandId id = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return offer.Floor != _host.Id
            ? new(Outcome<ChatReceipt>.Rejected(Rejections.OfferGone))
            : _host.AskAsync(
                new AcceptOffer(session.Actor, offer.Number, session.Number), id, _host.Chats.Chat, cancellationToken);
    }

    /// <summary>Accepts an offer. Before its deadline is in time; at the deadline is late.</summary>
    /// <param name="agent">The agent who has the offer.</param>
    /// <param name="offer">Which offer.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The contact. Rejected as <c>offer-gone</c>, <c>offer-expired</c>,
    /// <c>offer-connecting</c> or <c>not-permitted</c>.</returns>
    public ValueTask<Outcome<ChatReceipt>> AcceptAsync(
        AgentId agent, OfferId offer, CommandId id = default, CancellationToken cancellationToken = default) =>
        offer.Floor != _host.Id
            ? new(Outcome<ChatReceipt>.Rejected(Rejections.OfferGone))
            : _host.AskAsync(
                new AcceptOffer(Actor.Agent(agent), offer.Number), id, _host.Chats.Chat, cancellationToken);

    /// <summary>Takes every offered contact but calls, earliest first.</summary>
    /// <param name="agent">To whom they are offered.</param>
    /// <param name="cancellationToken">Stops after the one at hand.</param>
    /// <returns>What became of each, in order. Rejected as <c>not-running</c>.</returns>
    public async ValueTask<Outcome<IReadOnlyList<Outcome<ChatReceipt>>>> AcceptAllAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        var offers = await OffersAsync(agent, cancellationToken).ConfigureAwait(false);
        var outcomes = new List<Outcome<ChatReceipt>>();
        foreach (var offer in offers.IsAccepted ? offers.Value : [])
        {
            if (offer.Channel != Channel.Voice)
            {
                outcomes.Add(await AcceptAsync(agent, offer.Offer, default, cancellationToken).ConfigureAwait(false));
            }
        }

        return offers.Select<IReadOnlyList<Outcome<ChatReceipt>>>(_ => outcomes);
    }

    /// <summary>Declines an offered contact, where its queue allows it. Not a miss; the agent is idle then.</summary>
    /// <param name="agent">To whom it is offered.</param>
    /// <param name="offer">Which offer.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>decline-not-allowed</c>, <c>reason-unknown</c>, <c>offer-gone</c>, <c>offer-expired</c> or
    /// <c>not-permitted</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> DeclineAsync(
        AgentId agent,
        OfferId offer,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        Answer(offer, new DeclineOffer(Actor.Agent(agent), offer.Number, reason), id, cancellationToken);

    /// <summary>Declines an offered contact for a while: it is not offered to them again before that is over.</summary>
    /// <param name="agent">To whom it is offered.</param>
    /// <param name="offer">Which offer.</param>
    /// <param name="retryAfter">
    /// After how long they may be asked again, and are where nobody else can take it; sooner where they become
    /// available anew. Above 0, at most 1 day.
    /// </param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>retry-invalid</c>, <c>decline-not-allowed</c>, <c>reason-unknown</c>, <c>offer-gone</c>,
    /// <c>offer-expired</c> or <c>not-permitted</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> DeclineForAsync(
        AgentId agent,
        OfferId offer,
        TimeSpan retryAfter,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) => Answer(
            offer, new DeclineOffer(Actor.Agent(agent), offer.Number, reason, retryAfter), id, cancellationToken);

    /// <summary>
    /// The host reports that an offered contact cannot be connected to its agent: it goes back to its place, and the
    /// agent is idle under the engine's code <see cref="IdleCode.ChannelFailure"/>.
    /// </summary>
    /// <param name="offer">Which offer.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>offer-gone</c>.</returns>
    public ValueTask<Outcome<Receipt>> FailOfferAsync(
        OfferId offer, CommandId id = default, CancellationToken cancellationToken = default) =>
        Answer(offer, new FailOffer(Actor.Host, offer.Number), id, cancellationToken);

    private ValueTask<Outcome<Receipt>> Answer(
        OfferId offer, Command command, CommandId id, CancellationToken cancellationToken) =>
        offer.Floor != _host.Id
            ? new(Outcome<Receipt>.Rejected(Rejections.OfferGone))
            : AskAsync(command, id, cancellationToken);
}
