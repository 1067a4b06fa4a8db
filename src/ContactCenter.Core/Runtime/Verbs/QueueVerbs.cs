using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Statistics;

namespace ContactCenter.Runtime;

/// <summary>What waits, why, for how long, and how queues do.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed class QueueVerbs
{
    private readonly FloorHost _host;

    internal QueueVerbs(FloorHost host) => _host = host;

    /// <summary>The contacts that wait in a queue, in order; those being offered are not among them.</summary>
    /// <param name="queue">Which queue.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>queue-unknown</c>.</returns>
    public ValueTask<Outcome<IReadOnlyList<ChatShown>>> WaitingAsync(
        QueueName queue, int limit = 100, CancellationToken cancellationToken = default) =>
        WaitingAsync(queue, Actor.Host, limit, cancellationToken);

    /// <summary>The same for somebody who asks: a supervisor of the floor.</summary>
    internal ValueTask<Outcome<IReadOnlyList<ChatShown>>> WaitingAsync(
        QueueName queue, Actor viewer, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync(floor => !floor.Supervises(viewer, agent: null)
            ? Outcome<IReadOnlyList<ChatShown>>.Rejected(Rejections.NotPermitted)
            : floor.Router.Queues.TryGetValue(queue, out var line)
                ? Outcome<IReadOnlyList<ChatShown>>.Accepted(
                [
                    .. line.Waiting.Take(limit)
                        .Select(one => Visibility.For(viewer, floor, floor.Chats[one.Number])),
                ])
                : Outcome<IReadOnlyList<ChatShown>>.Rejected(Rejections.QueueUnknown));
    }

    /// <summary>
    /// The contacts that are for later, or were set aside, in the order in which they are due. Once one waits in its
    /// queue it is no longer among them.
    /// </summary>
    /// <param name="viewer">Who asks: the host, or a supervisor of the floor.</param>
    /// <param name="filter">Which of them; null for all.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>.</returns>
    public ValueTask<Outcome<ScheduledPage>> ScheduledAsync(
        Actor viewer,
        ScheduledFilter? filter = null,
        ScheduledPlace? after = null,
        int limit = 100,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        cancellationToken.ThrowIfCancellationRequested();
        filter ??= new ScheduledFilter();
        if (viewer.Kind is not (ActorKind.Host or ActorKind.Supervisor))
        {
            return new(Outcome<ScheduledPage>.Rejected(Rejections.NotPermitted));
        }

        return _host.ReadAsync(floor =>
        {
            if (!floor.Supervises(viewer, agent: null))
            {
                return Outcome<ScheduledPage>.Rejected(Rejections.NotPermitted);
            }

            var page = floor.ForLater()
                .Where(chat => filter.Matches(chat) && after?.ComesBefore(chat) != false)
                .Take(limit + 1).ToArray();
            var shown = page.Take(limit).Select(chat => Visibility.For(viewer, floor, chat)).ToArray();
            return Outcome<ScheduledPage>.Accepted(new ScheduledPage(
                shown, page.Length > limit ? new ScheduledPlace(shown[^1].Chat, shown[^1].ScheduledFor) : null));
        });
    }

    /// <summary>When a queue is open, and whether it is now.</summary>
    /// <param name="queue">Which queue.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>queue-unknown</c>.</returns>
    public ValueTask<Outcome<QueueHours>> HoursAsync(QueueName queue, CancellationToken cancellationToken = default) =>
        HoursAsync(queue, Actor.Host, cancellationToken);

    /// <summary>The same for somebody who asks: a supervisor of the floor.</summary>
    internal ValueTask<Outcome<QueueHours>> HoursAsync(
        QueueName queue, Actor viewer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync(floor => !floor.Supervises(viewer, agent: null)
            ? Outcome<QueueHours>.Rejected(Rejections.NotPermitted)
            : floor.Queues.TryGetValue(queue, out var profile)
                ? Outcome<QueueHours>.Accepted(new QueueHours(
                    queue, profile.Hours, floor.DoorOf(queue).IsOpen, floor.DoorOf(queue).NextChange))
                : Outcome<QueueHours>.Rejected(Rejections.QueueUnknown));
    }

    /// <summary>How a queue stands, and how it has done: in the last half hour, and today.</summary>
    /// <param name="queue">Which queue.</param>
    /// <param name="viewer">Who asks: the host, a supervisor of the floor, or an agent who serves the queue.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c> or <c>queue-unknown</c>.</returns>
    public ValueTask<Outcome<QueueStatistics>> StatisticsAsync(
        QueueName queue, Actor viewer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync((floor, now) => !floor.MaySeeQueue(viewer, queue)
            ? Outcome<QueueStatistics>.Rejected(Rejections.NotPermitted)
            : floor.Queues.TryGetValue(queue, out var profile)
                ? Outcome<QueueStatistics>.Accepted(floor.StatisticsOf(profile, now))
                : Outcome<QueueStatistics>.Rejected(Rejections.QueueUnknown));
    }

    /// <summary>The queues of the floor by name, each with how it stands and has done.</summary>
    /// <param name="viewer">
    /// Who asks: the host, a supervisor of the floor, or an agent, who sees the queues that they serve.
    /// </param>
    /// <param name="offset">How many to leave out from the beginning.</param>
    /// <param name="limit">How many at most, 1 to 100.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>.</returns>
    public ValueTask<Outcome<QueuePage>> ListAsync(
        Actor viewer, int offset = 0, int limit = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync((floor, now) =>
        {
            if (!floor.MaySeeQueues(viewer))
            {
                return Outcome<QueuePage>.Rejected(Rejections.NotPermitted);
            }

            var seen = floor.Queues.Values.Where(queue => floor.MaySeeQueue(viewer, queue.Name))
                .OrderBy(queue => queue.Name, StringComparer.Ordinal).ToArray();
            return Outcome<QueuePage>.Accepted(new QueuePage(
                [.. seen.Skip(offset).Take(limit).Select(queue => floor.StatisticsOf(queue, now))],
                offset,
                seen.Length));
        });
    }

    /// <summary>Where a contact stands in its line, and how long it will probably wait.</summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="viewer">
    /// Who asks: its customer, an agent who serves the queue, a supervisor of the floor, or the host.
    /// </param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c> (closed contacts included), <c>not-permitted</c>, or <c>not-allowed</c> for one
    /// that does not wait.
    /// </returns>
    public ValueTask<Outcome<WaitEstimate>> EstimateAsync(
        ChatId chat, Actor viewer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync((floor, now) =>
            chat.Floor != floor.Id || !floor.Chats.TryGetValue(chat.Number, out var waiting)
                ? Outcome<WaitEstimate>.Rejected(Rejections.ChatUnknown)
            : !viewer.IsCustomer(waiting.Customer) && !floor.MaySeeQueue(viewer, waiting.WaitsIn)
                ? Outcome<WaitEstimate>.Rejected(Rejections.NotPermitted)
            : !waiting.Waits
                ? Outcome<WaitEstimate>.Rejected(Rejections.NotAllowed.About($"estimate while {waiting.State}"))
                : Outcome<WaitEstimate>.Accepted(floor.EstimateOf(waiting, now)));
    }

    /// <summary>
    /// Why a contact is still waiting, or why it is offered to whom it is: everybody who comes into question, what
    /// speaks against each, and what would have to change. Of one that is with the bot, for later or set aside, what
    /// has to happen before it waits.
    /// </summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="viewer">Who asks: a supervisor or the host.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>not-permitted</c>, <c>not-waiting</c> where an agent has it, <c>chat-ended</c> once it has ended,
    /// closed ones included, or <c>chat-unknown</c>.
    /// </returns>
    public ValueTask<Outcome<DecisionRecord>> ExplainAsync(
        ChatId chat, Actor viewer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync((floor, now) =>
            viewer.Kind is not (ActorKind.Supervisor or ActorKind.Host) || !floor.Supervises(viewer, agent: null)
                ? Outcome<DecisionRecord>.Rejected(Rejections.NotPermitted)
            : chat.Floor != floor.Id
                ? Outcome<DecisionRecord>.Rejected(Rejections.ChatUnknown)
            : floor.Explain(chat.Number, now) is { } record
                ? Outcome<DecisionRecord>.Accepted(record)
                : Outcome<DecisionRecord>.Rejected(floor.NothingToExplain(chat.Number)));
    }
}
