using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>Requests whose fate their caller does not know, and the same request sent again.</summary>
public sealed class UnknownTests
{
    private static readonly CommandId Id = CommandId.New(ManualTimeProvider.DefaultStart);

    [Fact]
    public async Task A_caller_who_gives_up_after_admission_does_not_know_and_is_told_when_they_ask_again()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;
        using var impatient = new CancellationTokenSource();

        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello", Id, impatient.Token).AsTask();
        await gate.Reached;
        await impatient.CancelAsync();
        Assert.True((await said).IsUnknown);
        gate.Open();

        var again = await floor.SaidAsync(chat, Ana, "hello", Id);
        Assert.Equal(2, again.Sequence);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_caller_who_gives_up_after_admission_of_any_verb_does_not_know()
    {
        await using var floor = await RunningFloor.StartAsync();
        var gate = new Gate();
        floor.Journal.OnAppend = gate.PassAsync;
        using var impatient = new CancellationTokenSource();

        var started = floor.Host.Chats
            .StartAsync(new StartChat { Queue = "chat", Customer = "ana" }, Id, impatient.Token).AsTask();
        var signedIn = floor.Host.Agents.SignInAsync("mina", default, impatient.Token).AsTask();
        await gate.Reached;
        await impatient.CancelAsync();
        Assert.True((await started).IsUnknown);
        Assert.True((await signedIn).IsUnknown);
        gate.Open();

        var again = await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "ana" }, Id);
        Assert.Equal("floor/chat-1", again.ValueOrThrow().Id.ToString());
        Assert.Equal("not-allowed", (await floor.Host.Agents.SignInAsync("mina")).Rejection?.Code);
    }

    [Fact]
    public async Task A_caller_who_has_given_up_before_asks_nothing()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var gone = new CancellationToken(canceled: true);
        var start = new StartChat { Queue = "chat", Customer = "bob" };

        Func<Task>[] asked =
        [
            async () => await floor.Host.Chats.SayAsync(chat, Ana, "x", default, gone),
            async () => await floor.Host.Chats.StartAsync(start, default, gone),
            async () => await floor.Host.Chats.EndAsync(chat, Ana, default, gone),
            async () => await floor.Host.Agents.SignInAsync("mina", default, gone),
        ];
        foreach (var ask in asked)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(ask);
        }

        Assert.Equal(1, (await floor.Host.Chats.StateAsync(chat, Ana)).Value.LastLine);
    }

    [Fact]
    public async Task An_append_that_failed_before_it_was_written_is_sent_once_more()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        FailOnce(floor, _ => throw new IOException("lost"));

        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task An_append_that_was_written_and_failed_all_the_same_counts_once()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        FailOnce(floor, async write =>
        {
            await write();
            throw new IOException("written, but who knows");
        });

        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(3, (await floor.SaidAsync(chat, Ana, "and", default)).Sequence);
        Assert.Equal(["hello", "and"], await floor.MessagesAsync(chat));
    }

    [Theory, Pain(17)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journal_that_gives_no_answer_stops_the_floor_and_the_next_start_knows(bool written)
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        floor.Journal.HidesItsHead = true;
        FailOnce(floor, async write =>
        {
            if (written)
            {
                await write();
            }

            throw new IOException("4111111111111111");
        });

        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "hello", Id)).IsUnknown);
        Assert.Equal("not-running", (await floor.Host.Chats.SayAsync(chat, Ana, "again", Id)).Rejection?.Code);
        Assert.Equal("not-running", (await floor.Host.Agents.SignInAsync("mina")).Rejection?.Code);
        Assert.Contains(
            floor.Log.Lines,
            line => line.StartsWith("Critical Floor floor can no longer write", StringComparison.Ordinal));

        floor.Journal.HidesItsHead = false;
        await floor.RestartAsync();
        Assert.Equal(written ? ["hello"] : [], await floor.MessagesAsync(chat));
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task Everybody_in_a_failed_append_does_not_know_and_everybody_behind_it_was_refused()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        floor.Journal.HidesItsHead = true;
        var gate = new Gate();
        floor.Journal.OnAppend = async (_, _) =>
        {
            await gate.PassAsync();
            throw new IOException("gone");
        };
        var first = floor.Host.Chats.SayAsync(chat, Ana, "0").AsTask();
        await gate.Reached;
        var behind = floor.Host.Chats.SayAsync(chat, Ana, "1").AsTask();
        gate.Open();

        Assert.True((await first).IsUnknown);
        Assert.Equal("not-running", (await behind).Rejection?.Code);
        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = (null, false);
        await floor.RestartAsync();
        Assert.Empty(await floor.MessagesAsync(chat));
    }

    [Fact, Pain(16)]
    public async Task A_command_that_cannot_be_decided_stops_the_floor_and_leaves_nobody_without_an_answer()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");

        var strange = await floor.Host.Run!.Admit(new Strange());
        Assert.Equal(Rejections.NotRunning, strange.Rejection);
        Assert.Equal("not-running", (await floor.Host.Chats.SayAsync(chat, Ana, "hello")).Rejection?.Code);
        await floor.RestartAsync();
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello")).Sequence);
    }

    private static void FailOnce(RunningFloor floor, Func<Func<ValueTask<bool>>, ValueTask<bool>> fail) =>
        floor.Journal.OnAppend = (_, write) =>
        {
            floor.Journal.OnAppend = null;
            return fail(write);
        };

    private sealed record Strange() : Command(Actor.Host);
}
