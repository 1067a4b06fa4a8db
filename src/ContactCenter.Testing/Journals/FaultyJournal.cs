using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>
/// A journal that goes wrong when it is told to: by a script, fault after fault, or by chance from a seed. What it
/// wraps keeps the truth.
/// </summary>
/// <remarks>
/// Faults of appends wait for the next append, <see cref="JournalFault.StaleHead"/> and
/// <see cref="JournalFault.StaleTail"/> for the next reading of the head or the log. Safe for any thread.
/// </remarks>
public sealed class FaultyJournal : IJournal
{
    private readonly IJournal _inner;
    private readonly Lock _gate = new();
    private readonly Queue<JournalFault> _script = new();
    private readonly Func<JournalFault> _chance = static () => JournalFault.None;
    private readonly Dictionary<JournalFault, int> _happened = [];
    private readonly ConcurrentDictionary<FloorId, JournalHead> _before = new();
    private readonly ConcurrentDictionary<FloorId, JournalRecord> _torn = new();
    private readonly ConcurrentDictionary<FloorId, bool> _dead = new();

    /// <summary>A journal without a fault, until <see cref="Next"/> says otherwise.</summary>
    /// <param name="inner">Where everything is kept.</param>
    public FaultyJournal(IJournal inner) => _inner = inner;

    /// <summary>A journal that fails by chance: the same seed and the same calls, the same faults.</summary>
    /// <param name="inner">Where everything is kept.</param>
    /// <param name="seed">What the chances follow from.</param>
    /// <param name="percent">How many of a hundred calls that could go wrong do.</param>
    /// <param name="faults">What may happen, each as likely as the others.</param>
    public FaultyJournal(IJournal inner, int seed, int percent, params JournalFault[] faults)
        : this(inner)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var draw = new Draw((ulong)seed);
        _chance = () => faults.Length > 0 && draw.Percent(percent) ? draw.From(faults) : JournalFault.None;
    }

    /// <summary>How late an answer is that is <see cref="JournalFault.Delayed"/>; zero for hardly at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The clock that <see cref="Delay"/> is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What goes wrong next, each once and in order; <see cref="JournalFault.None"/> lets one pass.</summary>
    /// <param name="faults">The faults.</param>
    public void Next(params ReadOnlySpan<JournalFault> faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                _script.Enqueue(fault);
            }
        }
    }

    /// <summary>How often a fault has happened.</summary>
    /// <param name="fault">The fault.</param>
    public int CountOf(JournalFault fault)
    {
        lock (_gate)
        {
            return _happened.GetValueOrDefault(fault);
        }
    }

    /// <summary>Cuts off the half record of a <see cref="JournalFault.TornTail"/>, as an operator would.</summary>
    /// <param name="floor">The floor.</param>
    /// <returns>Whether there was one.</returns>
    public bool CutTornTail(FloorId floor) => _torn.TryRemove(floor, out _);

    /// <inheritdoc/>
    public async ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        _dead.TryRemove(floor, out _);
        return WithTail(floor, await _inner.OpenAsync(floor, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken)
    {
        Live(floor);
        var head = await _inner.ReadHeadAsync(floor, cancellationToken).ConfigureAwait(false);
        return Take(JournalFault.StaleHead) == JournalFault.None
            ? WithTail(floor, head)
            : _before.GetValueOrDefault(floor, head);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        Live(floor);
        var fault = Take(
            JournalFault.Delayed,
            JournalFault.FailedBefore,
            JournalFault.DoneButError,
            JournalFault.TornTail,
            JournalFault.Fenced);
        switch (fault)
        {
            case JournalFault.FailedBefore:
                throw new JournalFaultException(fault);
            case JournalFault.TornTail:
                var whole = append.Records[0];
                _torn[floor] = whole with { Payload = whole.Payload[..(whole.Payload.Length / 2)].ToArray() };
                _dead[floor] = true;
                throw new JournalFaultException(fault);
            case JournalFault.Fenced:
                await _inner.OpenAsync(floor, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }

        var taken = await _inner.AppendAsync(floor, append, cancellationToken).ConfigureAwait(false);
        if (taken)
        {
            _before[floor] = append.Head;
        }

        if (fault == JournalFault.Delayed)
        {
            await LateAsync().ConfigureAwait(false);
        }

        return fault == JournalFault.DoneButError ? throw new JournalFaultException(fault) : taken;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        FloorId floor, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isStale = Take(JournalFault.StaleTail) != JournalFault.None;
        var held = default(JournalRecord?);
        await foreach (var record in _inner.ReadAsync(floor, after, cancellationToken).ConfigureAwait(false))
        {
            if (held is { } earlier)
            {
                yield return earlier;
            }

            held = record;
        }

        if (held is { } last && !isStale)
        {
            yield return last;
        }

        if (_torn.TryGetValue(floor, out var torn))
        {
            yield return torn;
        }
    }

    /// <inheritdoc/>
    public ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken) =>
        _inner.ReadSnapshotAsync(floor, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        _inner.WriteSnapshotAsync(floor, epoch, snapshot, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken) =>
        _inner.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        _inner.FindContactAsync(floor, chat, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken) =>
        _inner.ReadContactsAsync(floor, customer, before, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        _inner.ReadClosedAsync(floor, closedBefore, skip, limit, cancellationToken);

    private JournalHead WithTail(FloorId floor, JournalHead head) =>
        _torn.ContainsKey(floor) ? head with { Sequence = head.Sequence + 1 } : head;

    private void Live(FloorId floor)
    {
        if (_dead.ContainsKey(floor))
        {
            throw new JournalFaultException(JournalFault.TornTail);
        }
    }

    private async Task LateAsync()
    {
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, Time).ConfigureAwait(false);
        }
        else
        {
            await Task.Yield();
        }
    }

    /// <summary>What goes wrong with a call of which only this can; the script comes before chance.</summary>
    private JournalFault Take(params ReadOnlySpan<JournalFault> possible)
    {
        lock (_gate)
        {
            var fault = JournalFault.None;
            if (_script.TryPeek(out var next))
            {
                // Letting one pass is said of appends: of the others there are many more.
                if (possible.Contains(next) || (next == JournalFault.None && possible.Length > 1))
                {
                    fault = _script.Dequeue();
                }
            }
            else if (_chance() is var drawn && possible.Contains(drawn))
            {
                fault = drawn;
            }

            if (fault != JournalFault.None)
            {
                _happened[fault] = _happened.GetValueOrDefault(fault) + 1;
            }

            return fault;
        }
    }
}
