using System.Runtime.InteropServices;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Runtime;

/// <summary>Brings what each commit shows to the viewers who may see it. Lives under the follower's lock.</summary>
internal sealed class FeedHub(JournalHead head, int history, int buffer)
{
    private static readonly Actor Supervisors = new(ActorKind.Supervisor);

    private readonly Dictionary<Actor, List<Subscription>> _subscriptions = [];
    private readonly Dictionary<Subscription, List<FeedItem>> _round = [];
    private readonly FeedHistory _history = new(history, head.Sequence);

    internal bool IsCompleted { get; private set; }

    internal bool HasViewers => _subscriptions.Count > 0;

    internal int Subscriptions => _subscriptions.Values.Sum(ofViewer => ofViewer.Count);

    internal void Publish(Floor floor, long sequence, DateTimeOffset at, List<Shown> shown)
    {
        _history.Keep(sequence, at, shown);
        if (_subscriptions.Count == 0)
        {
            return;
        }

        foreach (var one in shown)
        {
            FeedItem? item = null;
            if (one.To.Customer is { } customer)
            {
                Give(Actor.Customer(customer), one, ref item);
            }

            if (one.To.Agent is { } agent)
            {
                Give(Actor.Agent(agent), one, ref item);
            }

            if (one.To.Other is { } other)
            {
                Give(Actor.Agent(other), one, ref item);
            }

            if (one.To.Supervisors || one.To.Observers is not null)
            {
                Give(Supervisors, one, ref item, floor);
            }
        }

        foreach (var (subscription, items) in _round)
        {
            subscription.Put(Deltas(sequence, subscription.Last, at, items));
        }

        _round.Clear();
    }

    /// <summary>Nothing that was shown up to here is kept for whoever comes back.</summary>
    internal void Forget(long sequence)
    {
        _history.Forget(sequence);
        foreach (var subscription in _subscriptions.Values.SelectMany(same => same))
        {
            subscription.Forget();
        }
    }

    /// <summary>
    /// A line reads otherwise: nobody is shown any more how it read before. Who has left the chat since may still have
    /// it waiting, so that all who are behind begin anew.
    /// </summary>
    internal void Reword(Line line)
    {
        _history.Reword(line);
        foreach (var subscription in _subscriptions.Values.SelectMany(same => same))
        {
            subscription.Forget();
        }
    }

    /// <summary>Shows something that is in no log to everybody who may see it, but not to who it is about.</summary>
    internal void Signal(in Shown shown, Actor by, DateTimeOffset now)
    {
        var to = shown.To;
        var item = shown.Item;
        Give(Actor.Customer(to.Customer!.Value));
        Give(to.Agent is { } agent ? Actor.Agent(agent) : by);
        Give(to.Other is { } other ? Actor.Agent(other) : by);
        foreach (var observer in to.Observers ?? [])
        {
            Give(Actor.Supervisor(observer.Supervisor));
        }

        void Give(Actor viewer)
        {
            if (viewer == by || !_subscriptions.TryGetValue(Key(viewer), out var same))
            {
                return;
            }

            foreach (var subscription in same.Where(one => one.Viewer == viewer))
            {
                subscription.PutSignal(new FeedBatch(
                    FeedBatchKind.Signal,
                    new FeedPosition(head.Epoch, subscription.Last),
                    subscription.Last,
                    now,
                    [item]));
            }
        }
    }

    /// <summary>Begins a feed: with what the viewer missed since a position, or else with a snapshot.</summary>
    internal (Subscription Subscription, FeedBatch? Snapshot) Attach(
        Floor floor, Actor viewer, FeedPosition? from, DateTimeOffset now)
    {
        var subscription = new Subscription(viewer, buffer);
        var missed = from is { } position && position.Epoch == head.Epoch
            ? _history.After(position.Sequence, floor.Head)
            : null;
        if (missed is null)
        {
            return (Join(subscription), Snapshot(floor, subscription, FeedBatchKind.Snapshot, now));
        }

        subscription.Last = from!.Value.Sequence;
        foreach (var commit in missed.Where(one => one.Shown.To.Includes(viewer, floor))
            .GroupBy(one => (one.Sequence, one.At), one => one.Shown.For(viewer, floor, one.Shown.Item)))
        {
            subscription.Begin(Deltas(commit.Key.Sequence, subscription.Last, commit.Key.At, [.. commit]));
            subscription.Last = commit.Key.Sequence;
        }

        return (Join(subscription), null);
    }

    /// <summary>A viewer who fell behind begins anew.</summary>
    internal FeedBatch Resync(Floor floor, Subscription subscription, DateTimeOffset now)
    {
        // What still is in the buffer is in the snapshot too: shown after it, it would take the viewer back in time.
        subscription.Clear();
        return Snapshot(floor, subscription, FeedBatchKind.Resync, now);
    }

    internal void Detach(Subscription subscription)
    {
        if (_subscriptions.TryGetValue(Key(subscription.Viewer), out var same))
        {
            same.Remove(subscription);
            if (same.Count == 0)
            {
                _subscriptions.Remove(Key(subscription.Viewer));
            }
        }
    }

    internal void Complete()
    {
        IsCompleted = true;
        foreach (var subscription in _subscriptions.Values.SelectMany(same => same))
        {
            subscription.Complete();
        }
    }

    private static Actor Key(Actor viewer) =>
        viewer.Kind is ActorKind.Supervisor or ActorKind.Host ? Supervisors : viewer;

    private Subscription Join(Subscription subscription)
    {
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _subscriptions, Key(subscription.Viewer), out _);
        (same ??= []).Add(subscription);
        if (IsCompleted)
        {
            subscription.Complete();
        }

        return subscription;
    }

    /// <param name="floor">Says which of several supervisors may see it; null where one viewer is meant.</param>
    private void Give(Actor viewer, in Shown shown, ref FeedItem? item, Floor? floor = null)
    {
        if (!_subscriptions.TryGetValue(viewer, out var same))
        {
            return;
        }

        item ??= shown.Item;
        foreach (var subscription in same)
        {
            if (floor is not null && !shown.To.Includes(subscription.Viewer, floor))
            {
                continue;
            }

            ref var items = ref CollectionsMarshal.GetValueRefOrAddDefault(_round, subscription, out _);
            (items ??= []).Add(floor is null ? item : shown.For(subscription.Viewer, floor, item));
        }
    }

    private FeedBatch Deltas(long sequence, long previous, DateTimeOffset at, List<FeedItem> items) =>
        new(FeedBatchKind.Deltas, new FeedPosition(head.Epoch, sequence), previous, at, items);

    private FeedBatch Snapshot(Floor floor, Subscription subscription, FeedBatchKind kind, DateTimeOffset now)
    {
        subscription.Last = floor.Head;
        var items = Visibility.Snapshot(floor, subscription.Viewer);
        return new FeedBatch(kind, new FeedPosition(head.Epoch, floor.Head), Previous: 0, now, items);
    }
}
