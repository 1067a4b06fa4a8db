using System.Globalization;
using ContactCenter.Journals;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Whatever goes wrong with its journal, a floor loses nothing and says nothing twice.</summary>
public sealed class JournalFaultTests : IAsyncLifetime
{
    private static readonly CommandId Id = CommandId.New(ManualTimeProvider.DefaultStart);

    private readonly FaultyJournal _journal = new(new InMemoryJournal());
    private RunningFloor _floor = null!;
    private ChatId _chat;

    public async Task InitializeAsync()
    {
        _floor = await RunningFloor.StartAsync(runtime => runtime with { Journal = _journal });
        _chat = await _floor.StartedAsync("ana");
        await _floor.SaidAsync(_chat, Ana, "before");
    }

    public async Task DisposeAsync() => await _floor.DisposeAsync();

    [Theory]
    [InlineData(JournalFault.Delayed)]
    [InlineData(JournalFault.FailedBefore)]
    [InlineData(JournalFault.DoneButError)]
    public async Task An_append_that_is_late_or_gives_no_answer_counts_once(JournalFault fault)
    {
        _journal.Next(fault);

        Assert.Equal(3, (await _floor.SaidAsync(_chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(1, _journal.CountOf(fault));
        Assert.Equal(3, (await _floor.SaidAsync(_chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(["before", "hello"], await _floor.MessagesAsync(_chat));
        await _floor.RestartAsync();
        Assert.Equal(["before", "hello"], await _floor.MessagesAsync(_chat));
    }

    [Fact]
    public async Task Nobody_is_answered_before_a_slow_journal_has()
    {
        var time = new ManualTimeProvider();
        var slow = new FaultyJournal(new InMemoryJournal()) { Delay = Seconds(2), Time = time };
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with { Journal = slow });
        var chat = await floor.StartedAsync("ana");
        slow.Next(JournalFault.Delayed);

        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello").AsTask();
        time.Advance(Seconds(2) - TimeSpan.FromTicks(1));
        Assert.False(said.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.True((await said).IsAccepted);
    }

    [Fact]
    public async Task Half_a_record_stops_the_floor_and_is_never_read_as_anything()
    {
        _journal.Next(JournalFault.TornTail);
        Assert.True((await _floor.Host.Chats.SayAsync(_chat, Ana, "hello", Id)).IsUnknown);
        await _floor.Host.StopAsync();

        await Assert.ThrowsAsync<JournalFormatException>(() => _floor.Host.StartAsync());
        await Assert.ThrowsAsync<JournalFormatException>(() => _floor.Host.StartAsync());
        Assert.True(_journal.CutTornTail("floor"));
        await _floor.Host.StartAsync();
        Assert.Equal(["before"], await _floor.MessagesAsync(_chat));
        Assert.Equal(3, (await _floor.SaidAsync(_chat, Ana, "hello", Id)).Sequence);
    }

    [Fact]
    public async Task An_owner_that_another_has_replaced_stops_and_begins_again_with_what_is_true()
    {
        _journal.Next(JournalFault.Fenced);
        Assert.True((await _floor.Host.Chats.SayAsync(_chat, Ana, "hello", Id)).IsUnknown);
        Assert.Equal("not-running", (await _floor.Host.Chats.SayAsync(_chat, Ana, "hello", Id)).Rejection?.Code);

        await _floor.RestartAsync();
        Assert.Equal(3, (await _floor.SaidAsync(_chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(["before", "hello"], await _floor.MessagesAsync(_chat));
    }

    [Fact]
    public async Task A_head_that_lags_behind_leads_to_no_second_append()
    {
        _journal.Next(JournalFault.DoneButError, JournalFault.StaleHead);
        Assert.True((await _floor.Host.Chats.SayAsync(_chat, Ana, "hello", Id)).IsUnknown);

        await _floor.RestartAsync();
        Assert.Equal(["before", "hello"], await _floor.MessagesAsync(_chat));
        Assert.Equal(3, (await _floor.SaidAsync(_chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(["before", "hello"], await _floor.MessagesAsync(_chat));
    }

    [Fact]
    public async Task A_log_that_lags_behind_its_head_is_not_begun_with()
    {
        await _floor.Host.StopAsync();
        _journal.Next(JournalFault.StaleTail, JournalFault.StaleTail);

        var thrown = await Assert.ThrowsAsync<JournalFormatException>(() => _floor.Host.StartAsync());
        Assert.Contains("ends at", thrown.Message, StringComparison.Ordinal);
        await _floor.Host.StartAsync();
        Assert.Equal(["before"], await _floor.MessagesAsync(_chat));
    }

    [Fact]
    public async Task A_logger_that_throws_keeps_no_floor_from_its_end()
    {
        var journal = new FaultyJournal(new InMemoryJournal());
        await using var floor = await RunningFloor.StartAsync(
            runtime => runtime with { Journal = journal, Logger = new ThrowingLogger() });
        await using var reader = await FeedReader.BeginAsync(floor.Host, Actor.Customer("ana"));
        journal.Next(JournalFault.Fenced);

        await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "ana" });
        Assert.True(floor.Host.Run!.HasFailed);
        await floor.Host.StopAsync();
        Assert.False(floor.Host.IsRunning);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_start_that_cannot_write_what_it_must_fails_as_a_floor_that_has_stopped(int writes)
    {
        var journal = new FaultyJournal(new InMemoryJournal());
        journal.Next([.. Enumerable.Repeat(JournalFault.None, writes), JournalFault.Fenced]);
        var loose = new ContactCenter.Redaction.RedactionOptions
        {
            Preset = ContactCenter.Redaction.RedactionPreset.Balanced,
        };
        await using var host = new FloorHost("floor", RunningFloor.Usual, new FloorRuntime
        {
            Journal = journal,
            Redaction = new ContactCenter.Redaction.RedactionPipeline(loose),
            Time = new ManualTimeProvider(),
            Logger = new LogLines(),
        });

        await Assert.ThrowsAsync<FloorStoppedException>(() => host.StartAsync());
        Assert.False(host.IsRunning);
        await host.StartAsync();
        Assert.True(host.IsRunning);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_by_chance_all_that_was_said_is_there_once_and_in_order(int seed)
    {
        var journal = new FaultyJournal(
            new InMemoryJournal(),
            seed,
            percent: 30,
            JournalFault.Delayed,
            JournalFault.FailedBefore,
            JournalFault.DoneButError,
            JournalFault.Fenced,
            JournalFault.StaleHead);
        await using var floor = new RunningFloorUnder(journal);
        await floor.StartAsync();
        var chat = await floor.AskAsync(
            (host, id) => host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "ana" }, id));
        string[] said = [.. Enumerable.Range(1, 60).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        foreach (var text in said)
        {
            await floor.AskAsync((host, id) => host.Chats.SayAsync(chat.Id, Ana, text, id));
        }

        Assert.Equal(said, await floor.MessagesAsync(chat.Id));
        Assert.True(journal.CountOf(JournalFault.Fenced) > 0 && journal.CountOf(JournalFault.DoneButError) > 0);
    }

    /// <summary>A floor whose callers ask until they know, and that is started again whenever it stops.</summary>
    private sealed class RunningFloorUnder(IJournal journal) : IAsyncDisposable
    {
        private readonly FloorHost _host = new("floor", RunningFloor.Usual, new FloorRuntime
        {
            Journal = journal,
            Redaction = new ContactCenter.Redaction.RedactionPipeline(),
            Time = new ManualTimeProvider(),
            Logger = new LogLines(),
        });

        internal async Task StartAsync()
        {
            while (true)
            {
                try
                {
                    await _host.StopAsync();
                    await _host.StartAsync();
                    return;
                }
                catch (FloorStoppedException)
                {
                    // Its journal has failed it at once: once more.
                }
            }
        }

        internal async Task<T> AskAsync<T>(Func<FloorHost, CommandId, ValueTask<Outcome<T>>> ask)
        {
            var id = CommandId.New(ManualTimeProvider.DefaultStart);
            while (true)
            {
                var outcome = await ask(_host, id);
                if (outcome.IsAccepted)
                {
                    return outcome.Value;
                }

                Assert.True(outcome.IsUnknown || outcome.Rejection?.Code == "not-running", outcome.ToString());
                await StartAsync();
            }
        }

        internal async Task<string[]> MessagesAsync(ChatId chat)
        {
            var lines = await AskAsync((host, _) => host.Chats.TranscriptAsync(chat, Actor.Host));
            return [.. lines.Where(line => line.Kind == ContactCenter.Chats.LineKind.Message).Select(one => one.Text)];
        }

        public ValueTask DisposeAsync() => _host.DisposeAsync();
    }
}
