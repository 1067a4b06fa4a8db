using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

public sealed class RecordedTimeTests
{
    [Fact, Pain(80)]
    public void Recorded_time_never_goes_back_whatever_the_clock_does()
    {
        var floor = Floor(Agent("mina")).Available("mina").Advance(Seconds(60)).Started("chat", "ana");
        var offeredAt = floor.Now;

        floor.At(offeredAt - Seconds(50)).When(Say(Ana, 1, "hello")).ThenAccepted();
        Assert.Equal(offeredAt, floor.State.LastAt);
        floor.At(offeredAt - Seconds(50)).When(Accept("mina", 1)).ThenAccepted();
        Assert.Equal(offeredAt, floor.State.Chats[1].Parts[0].Since);
    }

    [Fact]
    public void An_answer_stamped_by_a_clock_that_went_back_is_judged_by_recorded_time()
    {
        var floor = Floor(Agent("mina")).Available("mina").Started("chat", "ana");

        floor.After(Seconds(30)).Given(Say(Ana, 1, "hello"))
            .After(Seconds(29)).When(Accept("mina", 1)).Refused("offer-expired");
    }

    [Fact]
    public void A_refusal_records_no_instant()
    {
        var floor = Floor(Agent("mina")).Available("mina");

        floor.After(Seconds(60)).When(SignIn("mina")).Refused("not-allowed");
        Assert.Equal(ManualTimeProvider.DefaultStart, floor.State.LastAt);
    }
}
