using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>What waits, and why.</summary>
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

    /// <summary>Why a contact is still waiting, or why it is offered to whom it is.</summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="viewer">Who asks: a supervisor or the host.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>not-permitted</c>, or <c>chat-unknown</c> when it neither waits nor is offered.
    /// </returns>
    public async ValueTask<Outcome<DecisionRecord>> ExplainAsync(
        ChatId chat, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (_host.Run is not { } run)
        {
            return Outcome<DecisionRecord>.Rejected(Rejections.NotRunning);
        }

        var mayAsk = viewer.Kind is ActorKind.Supervisor or ActorKind.Host
            && run.Follower.Read(floor => floor.Supervises(viewer, agent: null));
        if (!mayAsk)
        {
            return Outcome<DecisionRecord>.Rejected(Rejections.NotPermitted);
        }

        var record = chat.Floor == _host.Id
            ? run.Follower.Read(floor => floor.Explain(chat.Number, run.Clock.Now))
            : null;
        return record is null
            ? Outcome<DecisionRecord>.Rejected(Rejections.ChatUnknown)
            : Outcome<DecisionRecord>.Accepted(record);
    }
}
