using System.Collections.Concurrent;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>
/// A second copy of the floor, kept by folding what the writer has committed. It serves reads, feeds and snapshots,
/// so none of them ever stops the writer.
/// </summary>
/// <remarks>
/// Folding happens off the writer's thread: at once while somebody looks, in larger lots while nobody does, and in
/// any case before a read, which so sees everything that was acknowledged before it was asked.
/// </remarks>
internal sealed class Follower(Floor floor, FloorClock clock, FeedHub feeds, SnapshotKeeper snapshots)
    : IThreadPoolWorkItem
{
    /// <summary>
    /// How many batches may gather while nobody looks: few enough to be in the processor's cache still, and gone before
    /// the collector comes.
    /// </summary>
    private const int Lot = 256;

    /// <summary>How many may wait at all; past it the writer lends a hand.</summary>
    private const int Backlog = 16_384;

    /// <summary>How many who type are remembered, so that none of them is told about too often.</summary>
    private const int MaxTyping = 10_000;

    private static readonly TimeSpan TypingEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(6);

    private readonly Dictionary<(long Chat, Actor Who), DateTimeOffset> _typing = [];
    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<Batch> _committed = new();
    private readonly List<Shown> _shown = [];
    private Action<Happening>? _show;
    private Batch? _batch;
    private int _line;
    private int _called;
    private int _waiting;

    /// <summary>Told of each event that the shell has something to do about, once it is committed.</summary>
    internal event Action<Event>? ActsOutside;

    /// <summary>How many feeds somebody looks at.</summary>
    internal int Subscriptions
    {
        get
        {
            lock (_gate)
            {
                return feeds.Subscriptions;
            }
        }
    }

    /// <summary>Somebody looks at a feed.</summary>
    internal bool HasViewers => feeds.HasViewers;

    internal void Publish(List<Batch> batches)
    {
        foreach (var batch in batches)
        {
            _committed.Enqueue(batch);
        }

        var waiting = Interlocked.Add(ref _waiting, batches.Count);
        if (waiting >= Backlog)
        {
            Fold();
        }
        else if ((waiting >= Lot || feeds.HasViewers || DoAct(batches))
            && Interlocked.Exchange(ref _called, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _called, 0);
        Fold();
    }

    /// <summary>Reads the floor as it stands after everything that was acknowledged before this call.</summary>
    internal T Read<T>(Func<Floor, T> read)
    {
        lock (_gate)
        {
            FoldWaiting();
            return read(floor);
        }
    }

    internal (Subscription Subscription, FeedBatch? Snapshot) Attach(Actor viewer, FeedPosition? from) =>
        Read(floor => feeds.Attach(floor, viewer, from, clock.Now));

    /// <summary>A fresh snapshot for a viewer whose buffer overflowed; null for one whose did not.</summary>
    internal FeedBatch? Resync(Subscription subscription) =>
        Read(floor => subscription.HasOverflowed ? feeds.Resync(floor, subscription, clock.Now) : null);

    /// <summary>What is to be done outside; asked while the event that says so is folded.</summary>
    internal Effect Pending(long effect) => floor.Effects[effect];

    /// <summary>Somebody types: the others in the chat are told at once, and now and then while it lasts.</summary>
    internal Outcome<long> Typing(long chat, Actor who) => Read(state =>
    {
        if (state.MayWrite(chat, who, out var session) is { } refused)
        {
            return Outcome<long>.Rejected(refused);
        }

        var now = clock.Now;
        if (_typing.Count > MaxTyping)
        {
            _typing.Clear();
        }

        if (!_typing.TryGetValue((chat, who), out var again) || again <= now)
        {
            _typing[(chat, who)] = now + TypingEvery;
            feeds.Signal(Visibility.Typing(state, session, who, now + TypingLasts), who, now);
        }

        return Outcome<long>.Accepted(state.Head);
    });

    internal void Detach(Subscription subscription)
    {
        lock (_gate)
        {
            feeds.Detach(subscription);
        }
    }

    /// <summary>Folds the last, and ends the feeds.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            FoldWaiting();
            feeds.Complete();
        }
    }

    private static bool DoAct(List<Batch> batches)
    {
        foreach (var batch in batches)
        {
            for (var index = 0; index < batch.Events.Count; index++)
            {
                if (batch.Events[index].ActsOutside)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Fold()
    {
        lock (_gate)
        {
            FoldWaiting();
        }
    }

    private void FoldWaiting()
    {
        while (_committed.TryDequeue(out var batch))
        {
            Interlocked.Decrement(ref _waiting);
            (_batch, _line) = (batch, 0);
            floor.Apply(batch, _show ??= Show);
            feeds.Publish(floor, batch.Sequence, batch.At, _shown);
            _shown.Clear();
            snapshots.Keep(floor, batch.Link);
        }
    }

    private void Show(Happening happening)
    {
        var said = happening.Event is MessagePosted or NoticeShown or AsidePosted or AsideShown or FileDelivered
            or MessageRedacted
            ? _batch!.Lines[_line++]
            : null;
        Visibility.Show(floor, happening, said, _shown);
        if (happening.Event is MessageRedacted && said is not null)
        {
            feeds.Reword(said);
        }

        if (happening.Event is ContactsErased { Chats.IsEmpty: false } erased
            && floor.Effects.GetValueOrDefault(erased.Effect) is Erasure)
        {
            // What was shown a moment ago is not shown again to whoever comes back.
            feeds.Forget(_batch!.Sequence);
        }

        if (happening.Event.ActsOutside)
        {
            ActsOutside?.Invoke(happening.Event);
        }
    }
}
