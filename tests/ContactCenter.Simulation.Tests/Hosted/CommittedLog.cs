using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>
/// What is in the log, folded by itself: how the floor stands by it, and what each of its viewers is to be shown of it.
/// Holds every record against who may write and when.
/// </summary>
internal sealed class CommittedLog(FloorId floor, Actor[] viewers, Action<bool, string, FormattableString> require)
{
    /// <summary>A bell is set in whole milliseconds.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly List<Commit> _commits = [];
    private readonly Dictionary<long, (long Epoch, long Timestamp, TimeSpan Patience)> _open = [];
    private readonly List<Shown> _shown = [];
    private (long Epoch, DateTimeOffset At, long Timestamp) _began;
    private long _epoch;

    /// <summary>How the floor stands by what is in the log.</summary>
    internal Floor State { get; } = new(floor, KnownStrategies.Shipped);

    internal long Head => _commits.Count;

    /// <summary>Everything after a record, in order.</summary>
    internal IEnumerable<Commit> After(long sequence) => _commits.Skip((int)sequence);

    /// <summary>The record in a place.</summary>
    internal Commit this[long sequence] => _commits[(int)sequence - 1];

    internal Commit Add(TakenBatch taken)
    {
        var (epoch, batch) = (taken.Epoch, taken.Batch);
        require(
            epoch == taken.Newest,
            "S35",
            $"record {batch.Sequence} is of epoch {epoch}, and epoch {taken.Newest} had begun");
        require(epoch >= _epoch, "S34", $"record {batch.Sequence} is of epoch {epoch}, after one of epoch {_epoch}");
        require(batch.Sequence == Head + 1, "S34", $"record {batch.Sequence} comes after record {Head}");
        require(
            Head == 0 || batch.At >= this[Head].At,
            "S43",
            $"record {batch.Sequence} is of {batch.At:O}, and the one before it of later");
        CheckTimes(taken);
        CheckClock(taken);
        (_epoch, var forgets) = (epoch, false);
        var line = 0;
        State.Apply(batch, happening =>
        {
            var said = happening.Event is MessagePosted or NoticeShown or AsidePosted or AsideShown
                ? batch.Lines[line++]
                : null;
            Visibility.Show(State, happening, said, _shown);
            forgets |= happening.Event is ContactsErased { Chats.IsEmpty: false } erased
                && State.Effects.GetValueOrDefault(erased.Effect) is Erasure;
        });
        var items = viewers.ToDictionary(
            viewer => viewer,
            viewer => _shown.Where(one => one.To.Includes(viewer, State))
                .Select(one => one.For(viewer, State, one.Item)).ToArray());
        _commits.Add(new Commit(taken.Record, epoch, batch.At, _shown.Count, items, forgets));
        _shown.Clear();
        return _commits[^1];
    }

    /// <summary>S45: at this moment nobody waits any more for an answer that was due.</summary>
    internal void CheckOffers(long epoch, long timestamp)
    {
        foreach (var (offer, (made, from, patience)) in _open)
        {
            var open = TimeSpan.FromTicks(timestamp - from);
            require(
                made != epoch || open <= patience + Tick,
                "S45",
                $"offer {offer} has been open for {open}, and was to be answered within {patience}");
        }
    }

    /// <summary>
    /// S44: within one ownership the floor's clock goes as the monotonic one does, wherever the wall clock is set.
    /// </summary>
    private void CheckClock(TakenBatch taken)
    {
        var (at, timestamp) = (taken.Batch.At, taken.Timestamp);
        if (_began.Epoch != taken.Epoch)
        {
            _began = (taken.Epoch, at, timestamp);
        }

        var (went, passed) = (at - _began.At, TimeSpan.FromTicks(timestamp - _began.Timestamp));
        require(
            (went - passed).Duration() <= Tick,
            "S44",
            $"record {taken.Batch.Sequence}: the floor's clock went {went} while {passed} passed");
    }

    /// <summary>S45: no offer runs out early or late, however the wall clock is set meanwhile.</summary>
    private void CheckTimes(TakenBatch taken)
    {
        foreach (var happened in taken.Batch.Events)
        {
            if (happened is OfferMade made)
            {
                _open[made.Offer] = (taken.Epoch, taken.Timestamp, made.DueAt - taken.Batch.At);
            }
            else if (happened is OfferClosed closed && _open.Remove(closed.Offer, out var offer))
            {
                var open = TimeSpan.FromTicks(taken.Timestamp - offer.Timestamp);
                require(
                    closed.Trigger != OfferTrigger.Miss || offer.Epoch != taken.Epoch
                        || (open >= offer.Patience && open <= offer.Patience + Tick),
                    "S45",
                    $"offer {closed.Offer} was missed after {open}, and was to be answered within {offer.Patience}");
            }
        }
    }
}

/// <summary>One record of the log.</summary>
/// <param name="Epoch">Of the owner who wrote it.</param>
/// <param name="Shown">How much of it is shown, to anybody.</param>
/// <param name="Items">What each viewer is shown of it.</param>
/// <param name="Forgets">Somebody is erased: what was shown before is not shown again.</param>
internal sealed record Commit(
    JournalRecord Record,
    long Epoch,
    DateTimeOffset At,
    int Shown,
    IReadOnlyDictionary<Actor, FeedItem[]> Items,
    bool Forgets)
{
    internal long Sequence => Record.Sequence;

    public override string ToString() => $"record {Sequence} of epoch {Epoch}";
}
