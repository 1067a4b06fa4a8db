using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

public sealed class HistoryTests
{
    [Fact]
    public async Task A_closed_contact_is_in_its_customers_history()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "my order is late");

        var page = (await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow();

        var past = Assert.Single(page.Contacts);
        Assert.Equal((chat, (CustomerId)"ana", Channel.Chat, (QueueName)"chat", Ana, false), (
            past.Chat, past.Customer, past.Channel, past.Queue, past.EndedBy, past.IsAbandoned));
        Assert.Equal((AgentId)"mina", Assert.Single(past.Agents));
        Assert.Equal("solved", Assert.Single(past.Reasons));
        Assert.Null(page.Next);
        Assert.Empty((await floor.Host.History.ContactsAsync("bob", Actor.Host)).ValueOrThrow().Contacts);
    }

    [Fact, Pain(83)]
    public async Task A_customer_who_gave_up_waiting_is_in_it_as_abandoned()
    {
        await using var floor = await RunningFloor.StartAsync();
        (await floor.Host.Chats.EndAsync(await floor.StartedAsync("ana"), Ana)).ValueOrThrow();

        var past = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);

        Assert.True(past.IsAbandoned);
    }

    [Fact, PeerScenario("AZ-29")]
    public async Task What_was_done_for_a_customer_stays_with_its_instants_in_order_its_agent_and_their_notes()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(5));
        await floor.AcceptedAsync("mina");
        await floor.AdvanceAsync(Seconds(60));
        (await floor.Host.Chats.NoteAsync(chat, "mina", "sent it again")).ValueOrThrow();
        (await floor.Host.Chats.EndAsync(chat, Mina)).ValueOrThrow();
        (await floor.Host.Chats.NoteAsync(chat, "mina", "told the warehouse")).ValueOrThrow();
        await floor.AdvanceAsync(Seconds(20));
        (await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])).ValueOrThrow();

        var past = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        var joined = (await floor.TranscriptAsync(chat)).Single(line => line.Notice == Notices.AgentJoined).At;
        Assert.Equal(
            [TimeSpan.Zero, Seconds(5), Seconds(65), Seconds(85)],
            new[] { past.QueuedAt!.Value, joined, past.EndedAt, past.ClosedAt }.Select(at => at - past.StartedAt));
        Assert.Equal((AgentId)"mina", Assert.Single(past.Agents));
        var notes = (await floor.Host.Chats.AsidesAsync(chat, Actor.Host)).ValueOrThrow();
        Assert.Equal(["sent it again", "told the warehouse"], notes.Select(note => note.Text));
    }

    [Fact]
    public async Task It_is_read_page_by_page_newest_first()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chats = new List<ChatId>();
        for (var contact = 0; contact < 5; contact++)
        {
            chats.Add(await floor.StartedAsync("ana"));
            (await floor.Host.Chats.EndAsync(chats[^1], Ana)).ValueOrThrow();
        }

        var read = new List<ChatId>();
        var before = default(ChatId?);
        do
        {
            var page = (await floor.Host.History.ContactsAsync("ana", Actor.Host, before, limit: 2)).ValueOrThrow();
            read.AddRange(page.Contacts.Select(contact => contact.Chat));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(Enumerable.Reverse(chats), read);
    }

    [Fact]
    public async Task An_agent_reads_the_history_of_the_customer_they_talk_to_and_no_other()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var first = await ClosedAsync(floor, "ana", "my card is 4111 1111 1111 1111");
        var bobs = await ClosedAsync(floor, "bob", "hello");
        Assert.Equal("not-permitted", (await floor.Host.History.ContactsAsync("ana", Mina)).Rejection?.Code);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.TranscriptAsync(first, Mina)).Rejection?.Code);

        await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");

        Assert.Single((await floor.Host.History.ContactsAsync("ana", Mina)).ValueOrThrow().Contacts);
        var lines = (await floor.Host.Chats.TranscriptAsync(first, Mina)).ValueOrThrow();
        Assert.Contains(lines, line => line.Text == "my card is 411111******1111");
        Assert.Equal("chat-unknown", (await floor.Host.Chats.TranscriptAsync(bobs, Mina)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.History.ContactsAsync("bob", Mina)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.History.ContactsAsync("ana", Noor)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.History.ContactsAsync("ana", Ana)).Rejection?.Code);
    }

    [Fact]
    public async Task A_customer_reads_their_own_closed_chat_and_nobody_elses()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "hello");

        Assert.NotEmpty((await floor.Host.Chats.TranscriptAsync(chat, Ana)).ValueOrThrow());
        Assert.Equal("chat-unknown", (await floor.Host.Chats.TranscriptAsync(chat, Bob)).Rejection?.Code);
    }

    [Fact]
    public async Task It_survives_a_restart()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await ClosedAsync(floor, "ana", "hello");
        await floor.RestartAsync();

        Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
    }

    [Fact]
    public async Task What_another_source_knows_is_redacted()
    {
        await using var floor = await WithAsync(new Source("crm", new HistoryRead(
            [new HistoryEntry(Noon, "branch", "asked about 4111 1111 1111 1111")], "next")));

        var other = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Others);

        Assert.Equal(("crm", "next", false), (other.Source, other.Next, other.IsUnavailable));
        Assert.Equal("asked about 411111******1111", Assert.Single(other.Entries).Subject);
        var more = (await floor.Host.History.MoreAsync("ana", Actor.Host, "crm", other.Next)).ValueOrThrow();
        Assert.Single(more.Entries);
        Assert.Equal(
            "source-unknown", (await floor.Host.History.MoreAsync("ana", Actor.Host, "erp", null)).Rejection?.Code);
    }

    [Fact]
    public async Task A_long_subject_is_redacted_before_it_is_cut()
    {
        var subject = new string('a', 484) + " 4111111111111111 paid";
        await using var floor = await WithAsync(
            new Source("crm", new HistoryRead([new HistoryEntry(Noon, "branch", subject)])));

        var other = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Others);

        var shown = Assert.Single(other.Entries).Subject;
        Assert.Equal(500, shown.Length);
        Assert.Contains("411111***", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_a_source_is_no_place_for_a_card_number()
    {
        await using var floor = await WithAsync(new Source("crm", new HistoryRead([], "4111111111111111")));

        Assert.Null(
            Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Others).Next);
    }

    [Fact]
    public async Task A_source_that_throws_is_said_to_be_unavailable_and_the_rest_is_there()
    {
        await using var floor = await WithAsync(
            new Source("broken", null),
            new Source("crm", new HistoryRead([new HistoryEntry(Noon, "branch", "a loan")])));
        (await floor.Host.Chats.EndAsync(await floor.StartedAsync("ana"), Ana)).ValueOrThrow();

        var page = (await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow();

        Assert.Single(page.Contacts);
        Assert.Equal([true, false], page.Others.Select(other => other.IsUnavailable));
    }

    [Fact]
    public async Task A_source_that_hangs_holds_nobody_up_past_its_time()
    {
        await using var floor = await WithAsync(new Source("slow", null, hangs: true));

        var asked = floor.Host.History.ContactsAsync("ana", Actor.Host).AsTask();
        await floor.AdvanceAsync(Seconds(3) - Tick);
        Assert.False(asked.IsCompleted);
        await floor.AdvanceAsync(Tick);

        Assert.True(Assert.Single((await asked).ValueOrThrow().Others).IsUnavailable);
    }

    [Fact]
    public async Task Once_too_many_calls_hang_nobody_waits_for_the_source_any_more()
    {
        await using var floor = await WithAsync(new Source("slow", null, hangs: true));
        for (var call = 0; call < 64; call++)
        {
            var asked = floor.Host.History.ContactsAsync("ana", Actor.Host).AsTask();
            await floor.AdvanceAsync(Seconds(3));
            await asked;
        }

        var page = await floor.Host.History.ContactsAsync("ana", Actor.Host);

        Assert.True(Assert.Single(page.ValueOrThrow().Others).IsUnavailable);
    }

    private static DateTimeOffset Noon => Testing.ManualTimeProvider.DefaultStart;

    internal static async Task<ChatId> ClosedAsync(RunningFloor floor, string customer, string text)
    {
        var chat = await floor.StartedAsync(customer);
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Actor.Customer(customer), text);
        (await floor.Host.Chats.EndAsync(chat, Actor.Customer(customer))).ValueOrThrow();
        (await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])).ValueOrThrow();
        return chat;
    }

    private static Task<RunningFloor> WithAsync(params IHistorySource[] sources) =>
        RunningFloor.StartAsync(runtime => runtime with { HistorySources = sources });

    private sealed class Source(string name, HistoryRead? read, bool hangs = false) : IHistorySource
    {
        public string Name => name;

        public ValueTask<HistoryRead> ReadAsync(
            CustomerId customer, string? after, int limit, CancellationToken cancellationToken) =>
            hangs ? new(new TaskCompletionSource<HistoryRead>().Task)
                : read is null ? throw new IOException("down") : new(read);
    }
}
