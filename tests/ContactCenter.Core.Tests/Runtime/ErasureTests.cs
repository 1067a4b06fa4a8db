using System.Text;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Runtime.HistoryTests;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

public sealed class ErasureTests
{
    [Fact]
    public async Task Of_an_erased_customer_nothing_is_left_to_read()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var anas = await ClosedAsync(floor, "ana", "my name is Ana Nunez");
        var bobs = await ClosedAsync(floor, "bob", "hello");

        var receipt = (await floor.Host.History.EraseAsync("ana", Boss, "request 881")).ValueOrThrow();

        Assert.Equal(((CustomerId)"ana", 1), (receipt.Customer, receipt.Contacts));
        Assert.True(receipt.Lines > 3);
        Assert.Equal(["log", "audit", "external-history"], receipt.Remains);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.TranscriptAsync(anas, Actor.Host)).Rejection?.Code);
        Assert.Empty((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        Assert.NotEmpty((await floor.Host.Chats.TranscriptAsync(bobs, Actor.Host)).ValueOrThrow());
        Assert.Equal(
            [(Boss, AuditAction.Erase, "request 881"), (Boss, AuditAction.Erased, "")],
            (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow()
                .Select(entry => (entry.By, entry.Action, entry.Note)));
    }

    [Fact]
    public async Task The_log_stays_whole_and_holds_no_word_of_theirs()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await ClosedAsync(floor, "ana", "my name is Ana Nunez");
        (await floor.Host.History.EraseAsync("ana", Boss, "on request")).ValueOrThrow();

        await floor.RestartAsync();

        Assert.DoesNotContain(
            await floor.Journal.RecordsAsync("floor"),
            record => Encoding.UTF8.GetString(record.Payload.Span).Contains("Nunez", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_log_keeps_of_a_command_cannot_be_guessed_word_by_word()
    {
        var id = CommandId.New(ManualTimeProvider.DefaultStart);
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "my doctor is Dr. Okonkwo", id);

        var kept = floor.Host.Run!.Follower.Read(
            state => state.Window.All.Single(one => one.Id == id).Answer.Fingerprint);

        var guess = Fingerprint.Of(Say(Ana, chat.Number, "my doctor is Dr. Okonkwo"));
        Assert.True(Fingerprint.AskTheSame(guess, kept));
        Assert.NotEqual(guess, kept);
    }

    [Fact]
    public async Task Nothing_of_it_is_shown_again_to_a_viewer_who_comes_back()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        FeedPosition position;
        await using (var before = await FeedReader.BeginAsync(floor.Host, Ana))
        {
            position = before.Position!.Value;
        }

        await ClosedAsync(floor, "ana", "my name is Ana Nunez");
        (await floor.Host.History.EraseAsync("ana", Boss, "on request")).ValueOrThrow();
        await using var again = new FeedReader(floor.Host, Ana, position);
        await floor.StartedAsync("ana");

        Assert.DoesNotContain(
            (await again.NextAsync()).Items, item => item is LineShown { Line.Text: "my name is Ana Nunez" });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nor_to_a_viewer_who_has_it_waiting(bool comesBack)
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await using var slow = await FeedReader.BeginAsync(floor.Host, Ana);
        await ClosedAsync(floor, "ana", "my name is Ana Nunez");
        await using var again = new FeedReader(floor.Host, Ana, slow.Position);
        if (comesBack)
        {
            await again.DeltasAsync();
        }

        (await floor.Host.History.EraseAsync("ana", Boss, "on request")).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(FeedBatchKind.Resync, (await (comesBack ? again : slow).NextAsync()).Kind);
    }

    [Fact]
    public async Task A_legal_hold_refuses_it_until_it_is_lifted()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "hello");
        (await floor.Host.History.HoldAsync("ana", Boss, "litigation 2026-4")).ValueOrThrow();

        Assert.Equal("legal-hold", (await floor.Host.History.EraseAsync("ana", Boss, "x")).Rejection?.Code);
        await floor.RestartAsync();
        Assert.Equal("legal-hold", (await floor.Host.History.EraseAsync("ana", Boss, "x")).Rejection?.Code);
        Assert.NotEmpty((await floor.Host.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow());

        (await floor.Host.History.LiftHoldAsync("ana", Boss, "settled")).ValueOrThrow();

        Assert.Equal(1, (await floor.Host.History.EraseAsync("ana", Boss, "x")).ValueOrThrow().Contacts);
    }

    [Fact]
    public async Task Whoever_has_an_open_contact_is_not_erased()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.StartedAsync("ana");

        Assert.Equal("contacts-open", (await floor.Host.History.EraseAsync("ana", Boss, "x")).Rejection?.Code);
    }

    [Fact]
    public async Task An_erasure_that_was_interrupted_goes_on_after_a_restart()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "hello");
        var gate = floor.Journal.BeforeContacts = new Gate();
        var asked = floor.Host.History.EraseAsync("ana", Boss, "x").AsTask();
        await gate.Reached;
        await floor.Host.StopAsync();
        gate.Open();
        Assert.True((await asked).IsUnknown);
        floor.Journal.BeforeContacts = null;

        await floor.Host.StartAsync();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal("chat-unknown", (await floor.Host.Chats.TranscriptAsync(chat, Actor.Host)).Rejection?.Code);
    }

    [Fact]
    public async Task An_erasure_whose_journal_is_lost_ends_and_its_fate_is_not_known()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await ClosedAsync(floor, "ana", "hello");
        var gate = floor.Journal.BeforeContacts = new Gate();
        var asked = floor.Host.History.EraseAsync("ana", Boss, "x").AsTask();
        await gate.Reached;
        var run = floor.Host.Run!;
        floor.Journal.HidesItsHead = true;
        floor.Journal.OnAppend = (_, _) => throw new IOException("lost");
        await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "bob" });

        gate.Open();

        Assert.True((await asked).IsUnknown);
        Assert.True(run.HasFailed);
    }

    [Fact]
    public async Task More_than_the_floor_keeps_goes_longest_closed_first_but_not_what_is_held()
    {
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with { HistoryLimit = 10 });
        var chats = new List<ChatId>();
        (await floor.Host.History.HoldAsync("customer-0", Boss, "dispute")).ValueOrThrow();
        for (var contact = 0; contact < 74; contact++)
        {
            CustomerId customer = $"customer-{contact}";
            chats.Add(await floor.StartedAsync(customer.Value));
            (await floor.Host.Chats.EndAsync(chats[^1], Actor.Customer(customer))).ValueOrThrow();
        }

        await floor.Host.Run!.SettleAsync();

        var kept = new List<ChatId>();
        foreach (var chat in chats)
        {
            if ((await floor.Host.Chats.TranscriptAsync(chat, Actor.Host)).IsAccepted)
            {
                kept.Add(chat);
            }
        }

        Assert.Equal([chats[0], .. chats[^9..]], kept);
        Assert.Equal("customer-0", Assert.Single((await floor.Host.History.HeldAsync(Boss)).ValueOrThrow()).Value);
    }

    [Fact]
    public async Task A_retry_of_a_done_erasure_has_no_second_effect()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await ClosedAsync(floor, "ana", "hello");
        var id = CommandId.New(floor.Time.GetUtcNow());

        var first = (await floor.Host.History.EraseAsync("ana", Boss, "x", id)).ValueOrThrow();
        var again = (await floor.Host.History.EraseAsync("ana", Boss, "x", id)).ValueOrThrow();

        Assert.Equal((first.Contacts, first.Lines), (again.Contacts, again.Lines));
    }

    [Fact]
    public async Task What_has_been_kept_long_enough_goes_but_not_what_is_held()
    {
        await using var floor = await RunningFloor.StartAsync(
            RunningFloor.Usual with { HistoryRetention = TimeSpan.FromDays(30) });
        await floor.AvailableAsync("mina");
        var old = await ClosedAsync(floor, "ana", "hello");
        var held = await ClosedAsync(floor, "bob", "hello");
        (await floor.Host.History.HoldAsync("bob", Actor.Host, "dispute")).ValueOrThrow();
        await floor.AdvanceAsync(TimeSpan.FromDays(29));
        var young = await ClosedAsync(floor, "ana", "hello again");

        await floor.AdvanceAsync(TimeSpan.FromDays(1));
        await floor.AdvanceAsync(TimeSpan.FromHours(1));
        await floor.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal("chat-unknown", (await floor.Host.Chats.TranscriptAsync(old, Actor.Host)).Rejection?.Code);
        Assert.NotEmpty((await floor.Host.Chats.TranscriptAsync(held, Actor.Host)).ValueOrThrow());
        Assert.NotEmpty((await floor.Host.Chats.TranscriptAsync(young, Actor.Host)).ValueOrThrow());
        Assert.Contains(
            (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow(),
            entry => entry.Action == AuditAction.Purged);
    }

    [Fact]
    public async Task A_clock_far_ahead_starts_no_floor_whose_history_it_would_destroy()
    {
        await using var floor = await RunningFloor.StartAsync(
            RunningFloor.Usual with { HistoryRetention = TimeSpan.FromDays(90) });
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "hello");
        await floor.Host.StopAsync();
        var (right, epoch) = (floor.Time.GetUtcNow(), await EpochAsync(floor));

        floor.Time.SetUtcNow(right.AddYears(5));
        var refused = await Assert.ThrowsAsync<FloorStoppedException>(() => floor.Host.StartAsync());
        Assert.StartsWith("ClockAhead: floor floor", refused.Message, StringComparison.Ordinal);
        Assert.Equal(epoch, await EpochAsync(floor));

        floor.Time.SetUtcNow(right.AddMinutes(1));
        await floor.Host.StartAsync();
        await floor.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_floor_that_was_away_for_long_starts_and_purges_once_its_host_says_so()
    {
        await using var floor = await RunningFloor.StartAsync(
            RunningFloor.Usual with { HistoryRetention = TimeSpan.FromDays(90) });
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "hello");
        var last = floor.Host.Run!.Follower.Read(state => state.LastAt);
        await floor.Host.StopAsync();

        floor.Time.SetUtcNow(last + new FloorLimits().LongestAbsence + Tick);
        await Assert.ThrowsAsync<FloorStoppedException>(() => floor.Host.StartAsync());
        floor.Time.SetUtcNow(last + new FloorLimits().LongestAbsence);
        await floor.RestartAsync();
        await floor.Host.StopAsync();

        floor.Time.SetUtcNow(last.AddYears(1));
        await using var told = floor.Another(
            runtime => runtime with { Limits = new() { LongestAbsence = TimeSpan.FromDays(400) } });
        await told.StartAsync();
        for (var hour = 0; hour < 3; hour++)
        {
            floor.Time.Advance(TimeSpan.FromHours(1));
            await told.Run!.SettleAsync();
        }

        Assert.Equal("chat-unknown", (await told.Chats.TranscriptAsync(chat, Actor.Host)).Rejection?.Code);
    }

    [Fact]
    public async Task A_floor_that_purges_nothing_by_age_starts_however_long_it_was_away()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "hello");
        await floor.Host.StopAsync();

        floor.Time.SetUtcNow(floor.Time.GetUtcNow().AddYears(5));
        await floor.Host.StartAsync();
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_clock_far_ahead_is_refused_also_where_this_start_is_the_first_that_purges()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.StopAsync();
        floor.Time.SetUtcNow(floor.Time.GetUtcNow().AddYears(5));

        await using var other = floor.Another(RunningFloor.Usual with { HistoryRetention = TimeSpan.FromDays(90) });
        await Assert.ThrowsAsync<FloorStoppedException>(() => other.StartAsync());
    }

    [Fact]
    public async Task A_reason_that_holds_a_card_number_is_masked()
    {
        await using var floor = await RunningFloor.StartAsync();

        (await floor.Host.History.HoldAsync("ana", Boss, "card 4111 1111 1111 1111")).ValueOrThrow();

        Assert.Equal(
            "card 411111******1111",
            Assert.Single((await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow()).Note);
    }

    private static async Task<long> EpochAsync(RunningFloor floor) =>
        (await floor.Journal.ReadHeadAsync("floor", default)).Epoch;
}
