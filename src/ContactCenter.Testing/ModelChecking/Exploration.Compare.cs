using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>What comes back: from snapshots, from the log, from a retry, and all the way from the beginning.</summary>
internal sealed partial class Exploration
{
    private static readonly DateTimeOffset Start = ManualTimeProvider.DefaultStart;
    private static readonly string[] Digits = ["0", "1"];

    private readonly IReadOnlyList<FloorConfiguration> _revisions = model.Revisions;
    private readonly string[] _json = [.. model.Revisions.Select(ConfigurationJson.Write)];

    /// <summary>S36: what was done is also what the log says, and what comes of the log is the floor.</summary>
    private JournalSnapshot Compare(int number, JournalSnapshot snapshot, Floor floor, Ask ask, Batch batch)
    {
        _writer.Clear();
        BatchCodec.Write(_writer, batch);
        var read = BatchCodec.Read(new JournalRecord(batch.Sequence, batch.Id, _writer.Slice(.._writer.Length)));
        var copy = Restored(snapshot);
        if (!EventText.Same(batch.Events, read.Events))
        {
            Report(new Violation("S36", $"batch {batch.Sequence} reads otherwise"), number, ask);
        }

        Report(StepRules.Broken(copy, ask.Command, batch, floor), number, ask);
        copy.Apply(read);
        var kept = Keep(floor);
        if (!Same(kept, copy))
        {
            Report(new Violation("S36", "what is folded from the log is another floor"), number, ask);
        }

        return kept;
    }

    /// <summary>S31: a retry of the first thing that is accepted gets the same answer, and does nothing.</summary>
    private void ProbeRetry(int number, JournalSnapshot snapshot, List<Ask> asks)
    {
        var floor = Restored(snapshot);
        var at = Ask.InstantOf(Moment.AtOnce, floor);
        var id = CommandId.New(at);
        foreach (var ask in asks.Where(ask => ask.Command.By.Kind is not (ActorKind.System or ActorKind.Bot)))
        {
            var envelope = new Envelope(ask.Command, id, Fingerprint.Of(ask.Command));
            var first = floor.Handle(envelope, at);
            if (first.Batch is null)
            {
                continue;
            }

            var again = floor.Handle(envelope, at);
            var other = floor.Handle(envelope with { Fingerprint = ~envelope.Fingerprint }, at);
            if (again != new Decision(null, first.Reply, null) || other.Rejection != Rejections.CommandIdConflict)
            {
                Report(new Violation("S31", $"a retry was answered {again}, another command {other}"), number, ask);
            }

            return;
        }
    }

    /// <summary>The way to a state from the beginning of its log, with all of history checked.</summary>
    private void GoAgain(int number, JournalSnapshot snapshot)
    {
        if (model.Spoil is not null)
        {
            return;
        }

        var observed = Begin();
        foreach (var (index, moment) in _reached.WayTo(number))
        {
            var ask = _alphabet.Of(observed.Floor)[index].Command;
            observed.Handle(ask, Ask.InstantOf(moment, observed.Floor));
        }

        Report(observed.Violated(), number);
        Report(observed.Differing(), number);
        if (!Same(snapshot, observed.Floor))
        {
            Report(new Violation("S36", "the way from the beginning leads to another floor"), number);
        }
    }

    /// <summary>The steps to a state, for people: gone again as they were gone, with a restart before each.</summary>
    private List<Ask> Way(int number)
    {
        var (floor, way) = (Begin().Floor, new List<Ask>());
        foreach (var (index, moment) in _reached.WayTo(number))
        {
            floor = Restored(Keep(floor));
            var ask = _alphabet.Of(floor)[index] with { Moment = moment };
            way.Add(ask);
            floor.Handle(new Envelope(ask.Command), Ask.InstantOf(moment, floor));
            model.Spoil?.Invoke(floor);
        }

        return way;
    }

    private ObservedFloor Begin()
    {
        var observed = new ObservedFloor("model");
        var configured = observed.Handle(new Configure(Actor.Host, model.Configuration, "revision-0"), Start);
        return configured.Rejection is null
            ? observed
            : throw new InvalidOperationException($"{model.Name}: {configured.Rejection}");
    }

    private JournalSnapshot Keep(Floor floor)
    {
        _writer.Clear();
        SnapshotCodec.Write(_writer, floor, NameOf);
        return new JournalSnapshot(floor.Head, _writer.ToArray());
    }

    private Floor Restored(JournalSnapshot snapshot) => SnapshotCodec.Read(snapshot, Named);

    private bool Same(JournalSnapshot snapshot, Floor floor)
    {
        _writer.Clear();
        SnapshotCodec.Write(_writer, floor, NameOf);
        return snapshot.Content.Span.SequenceEqual(_writer.Slice(.._writer.Length).Span);
    }

    // The configuration's JSON is most of a snapshot, and here it is one of two.
    private string NameOf(FloorConfiguration configuration)
    {
        var number = 0;
        while (number < _revisions.Count && !ReferenceEquals(configuration, _revisions[number]))
        {
            number++;
        }

        // One that was read from the log is another object, and the same if it says the same.
        return Digits[number < _revisions.Count
            ? number
            : Array.IndexOf(_json, ConfigurationJson.Write(configuration))];
    }

    private FloorConfiguration Named(string name) => _revisions[Array.IndexOf(Digits, name)];
}
