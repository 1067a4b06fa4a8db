using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_floor_comes_back_from_its_snapshot_at_every_step_as_it_was(ulong seed)
    {
        var scene = new RandomScene(seed);
        foreach (var _ in scene.Play(800))
        {
            var content = SnapshotCodec.Write(scene.Floor);
            var read = SnapshotCodec.Read(new JournalSnapshot(scene.Floor.Head, content));

            Assert.Equal(content, SnapshotCodec.Write(read));
            Assert.Equal(scene.Floor.Alarms.NextDueAt, read.Alarms.NextDueAt);
            Assert.Equal(scene.Floor.Leftover, read.Leftover);
            Assert.Empty(Invariants.Violated(read));
        }
    }

    [Fact]
    public void A_floor_goes_on_from_its_snapshot_as_it_would_have_gone_on()
    {
        var scene = new RandomScene(13);
        ContactCenter.Floors.Floor? copy = null;
        foreach (var batch in scene.Play(1_500))
        {
            copy?.Apply(batch);
            copy ??= SnapshotCodec.Read(new JournalSnapshot(scene.Floor.Head, SnapshotCodec.Write(scene.Floor)));
            if (batch.Sequence % 100 == 0)
            {
                Assert.Equal(SnapshotCodec.Write(scene.Floor), SnapshotCodec.Write(copy));
                copy = SnapshotCodec.Read(new JournalSnapshot(copy.Head, SnapshotCodec.Write(copy)));
            }
        }

        Assert.Equal(SnapshotCodec.Write(scene.Floor), SnapshotCodec.Write(copy!));
    }

    [Fact, Pain(75)]
    public void A_floor_that_is_lost_at_every_step_decides_like_one_that_never_is()
    {
        var (lost, kept) = (new RandomScene(16), new RandomScene(16));
        foreach (var (one, other) in lost.Play(1_500).Zip(kept.Play(1_500)))
        {
            Assert.Equal(other.Events.Select(EventText.Of), one.Events.Select(EventText.Of));
            lost.Reload();
        }
    }

    [Fact]
    public void A_contact_remembers_over_a_restart_who_has_passed_it()
    {
        var floor = Floor(Agent("mina"), Agent("noor"), Agent("omar"))
            .Available("mina", "noor").Started("chat", "ana").Advance(Seconds(30))
            .Given(GoAvailable("mina")).Advance(Seconds(1)).Available("omar");
        var read = SnapshotCodec.Read(new JournalSnapshot(floor.State.Head, SnapshotCodec.Write(floor.State)));

        var decision = read.Handle(new Envelope(GoIdle("noor")), floor.Now);
        Assert.Equal(Offered(3, 1, "omar", floor.Now + Seconds(30)), decision.Events()[^1]);
    }

    [Fact]
    public void A_floor_that_was_never_configured_comes_back_empty()
    {
        var read = SnapshotCodec.Read(
            new JournalSnapshot(0, SnapshotCodec.Write(new ContactCenter.Floors.Floor("new"))));

        Assert.Equal("new", read.Id.Value);
        Assert.Empty(read.ConfigurationHash);
        Assert.Empty(read.Agents);
    }

    [Fact]
    public void A_batch_that_does_not_follow_is_not_folded()
    {
        var scene = new RandomScene(14);
        var batches = scene.Play(20).ToArray();
        var copy = new ContactCenter.Floors.Floor("random");
        copy.Apply(batches[0]);

        Assert.Throws<InvalidOperationException>(() => copy.Apply(batches[0]));
        Assert.Throws<InvalidOperationException>(() => copy.Apply(batches[2]));
    }

    [Fact]
    public void A_snapshot_holds_no_text_that_people_wrote()
    {
        var scene = new RandomScene(15).After(300);

        Assert.Equal(-1, SnapshotCodec.Write(scene.Floor).AsSpan().IndexOf("hello"u8));
    }
}
