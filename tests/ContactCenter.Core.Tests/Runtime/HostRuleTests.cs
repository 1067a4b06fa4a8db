using ContactCenter.Redaction;
using ContactCenter.Testing;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Redaction.Rule;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Redaction rules of the host's: whatever they do, they refuse their own message and nothing else.</summary>
public sealed class HostRuleTests
{
    [Fact]
    public async Task A_rule_that_throws_refuses_its_message_and_no_other()
    {
        await using var floor = await RunningFloor.WithRuleAsync(
            On("boom", () => throw new InvalidOperationException("boom")));
        var chat = await floor.StartedAsync("ana");

        var refused = (await floor.Host.Chats.SayAsync(chat, Ana, "boom 4111 1111 1111 1111")).Rejection;
        Assert.Equal(("redaction-failed", "word"), (refused?.Code, refused?.Subject));
        await floor.SaidAsync(chat, Ana, "hello");
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_rule_that_hangs_past_the_deadline_refuses_its_message_and_holds_up_no_other_chat()
    {
        var clock = new ManualTimeProvider();
        var watch = new TimerWatch(clock, Seconds(1));
        using var never = new ManualResetEventSlim();
        await using var floor = await RunningFloor.WithRuleAsync(On("slow", never.Wait), watch);
        var (anas, bobs) = (await floor.StartedAsync("ana"), await floor.StartedAsync("bob"));

        var slow = floor.Host.Chats.SayAsync(anas, Ana, "slow").AsTask();
        var behind = floor.Host.Chats.SayAsync(anas, Ana, "behind").AsTask();
        await watch.Set;
        await floor.SaidAsync(bobs, Bob, "hello");
        Assert.False(slow.IsCompleted);
        Assert.False(behind.IsCompleted);
        clock.Advance(Seconds(1));

        var refused = (await slow).Rejection;
        Assert.Equal(("redaction-failed", "deadline"), (refused?.Code, refused?.Subject));
        Assert.Equal(2, (await behind).ValueOrThrow().Sequence);
        Assert.Equal(["behind"], await floor.MessagesAsync(anas));
        never.Set();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_validator_or_replacer_that_hangs_is_given_up_at_the_deadline_and_nobody_waits_for_it(
        bool isReplacer)
    {
        var (clock, caller) = (new ManualTimeProvider(), 0);
        var watch = new TimerWatch(clock, Seconds(1));
        using var gate = new ManualResetEventSlim();
        var options = new RedactionOptions { Preset = RedactionPreset.Balanced };
        if (isReplacer)
        {
            options.Replacers[RedactionKind.CardNumber] = new Replacer(Hang);
        }
        else
        {
            options.Allow(RedactionKind.CardNumber, "own-number", _ => Hang());
        }

        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Redaction = new RedactionPipeline(options),
            Time = watch,
        });
        var (anas, bobs) = (await floor.StartedAsync("ana"), await floor.StartedAsync("bob"));

        caller = Environment.CurrentManagedThreadId;
        var slow = floor.Host.Chats.SayAsync(anas, Ana, "4111 1111 1111 1111").AsTask();
        Assert.False(slow.IsCompleted);
        await watch.Set;
        await floor.SaidAsync(bobs, Bob, "hello");
        clock.Advance(Seconds(1));

        var refused = (await slow).Rejection;
        Assert.Equal(("redaction-failed", "deadline"), (refused?.Code, refused?.Subject));
        Assert.Empty(await floor.MessagesAsync(anas));
        gate.Set();

        bool Hang()
        {
            if (Environment.CurrentManagedThreadId == caller)
            {
                throw new InvalidOperationException("on the thread of whoever speaks");
            }

            gate.Wait();
            return false;
        }
    }

    [Fact]
    public async Task A_lane_with_too_many_behind_a_slow_rule_is_busy_and_other_chats_are_not()
    {
        using var gate = new ManualResetEventSlim();
        await using var floor = await RunningFloor.WithRuleAsync(On("slow", gate.Wait));
        var (anas, bobs) = (await floor.StartedAsync("ana"), await floor.StartedAsync("bob"));
        var slow = floor.Host.Chats.SayAsync(anas, Ana, "slow").AsTask();
        Task<Outcome<ContactCenter.Runtime.MessageReceipt>>[] waiting =
            [.. Enumerable.Range(0, 64).Select(number => floor.Host.Chats.SayAsync(anas, Ana, $"{number}").AsTask())];

        Assert.Equal("busy", (await floor.Host.Chats.SayAsync(anas, Ana, "one too many")).Rejection?.Code);
        await floor.SaidAsync(bobs, Bob, "hello");
        gate.Set();
        Assert.True((await slow).IsAccepted);
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.True(outcome.IsAccepted));
        Assert.Equal(65, (await floor.MessagesAsync(anas)).Count);
    }

    [Fact]
    public async Task A_caller_who_gives_up_in_the_lane_has_asked_nothing_and_lets_the_next_one_in()
    {
        using var gate = new ManualResetEventSlim();
        await using var floor = await RunningFloor.WithRuleAsync(On("slow", gate.Wait));
        var chat = await floor.StartedAsync("ana");
        var slow = floor.Host.Chats.SayAsync(chat, Ana, "slow").AsTask();
        using var impatient = new CancellationTokenSource();
        var given = floor.Host.Chats.SayAsync(chat, Ana, "never mind", default, impatient.Token).AsTask();
        var behind = floor.Host.Chats.SayAsync(chat, Ana, "behind").AsTask();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        gate.Set();
        await Task.WhenAll(slow, behind);
        Assert.Equal(["slow", "behind"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_floor_that_drops_tells_the_sender_what_kind_it_was_and_shows_nobody_anything()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Redaction = new RedactionPipeline(new RedactionOptions { Mode = RedactionMode.Drop }),
        });
        var chat = await floor.StartedAsync("ana");

        var refused = (await floor.Host.Chats.SayAsync(chat, Ana, "card 4111 1111 1111 1111")).Rejection;
        Assert.Equal(("message-dropped", "card-number"), (refused?.Code, refused?.Subject));
        Assert.Empty(await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_floor_may_mask_what_comes_in_and_drop_what_goes_out()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Redaction = new RedactionPipeline(new RedactionOptions { OutboundMode = RedactionMode.Drop }),
        });
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");

        Assert.True((await floor.SaidAsync(chat, Ana, "card 4111 1111 1111 1111")).IsRedacted);
        Assert.Equal(
            "message-dropped",
            (await floor.Host.Chats.SayAsync(chat, Mina, "4111 1111 1111 1111")).Rejection?.Code);
    }

    private sealed class Replacer(Func<bool> hang) : IRedactionReplacer
    {
        public int Replace(RedactionKind kind, ReadOnlySpan<char> value, Span<char> destination)
        {
            hang();
            destination[0] = '*';
            return 1;
        }
    }
}
