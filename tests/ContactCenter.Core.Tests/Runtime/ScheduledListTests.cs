using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Contacts for later as a host and its supervisors see them.</summary>
public sealed class ScheduledListTests
{
    [Fact]
    [PeerScenario("AZ-33")]
    public async Task The_bound_of_the_list_includes_its_own_instant()
    {
        await using var floor = await RunningFloor.StartAsync();
        var due = floor.Time.GetUtcNow().AddHours(1);
        var chat = await ScheduledAsync(floor, "ana", due);

        Assert.Equal(chat, Assert.Single((await ListAsync(floor, new() { From = due })).Contacts).Chat);
        Assert.Empty((await ListAsync(floor, new() { From = due + Tick })).Contacts);
        var shown = Assert.Single((await ListAsync(floor, new() { From = due - Tick })).Contacts);
        Assert.Equal((ChatState.Scheduled, due), (shown.State, shown.ScheduledFor));
        Assert.Null(shown.QueuedAt);
    }

    [Fact]
    [PeerScenario("AZ-35")]
    public async Task Page_by_page_each_contact_is_listed_once_whatever_is_cancelled_meanwhile()
    {
        await using var floor = await RunningFloor.StartAsync();
        var due = floor.Time.GetUtcNow().AddHours(1);
        var cancelled = await ScheduledAsync(floor, "ana", due);
        var kept = await ScheduledAsync(floor, "bob", due);
        var earlier = await ScheduledAsync(floor, "eve", due.AddMinutes(-1));
        var call = await ScheduledAsync(floor, "ana", due, "calls");
        var filter = new ScheduledFilter { Queue = "chat", Channel = Channel.Chat };

        List<ChatId> seen = [];
        var page = await ListAsync(floor, filter, limit: 1);
        seen.AddRange(page.Contacts.Select(contact => contact.Chat));
        page = await ListAsync(floor, filter, page.Next, limit: 1);
        seen.AddRange(page.Contacts.Select(contact => contact.Chat));
        Assert.True((await floor.Host.Chats.CancelAsync(cancelled, Actor.Host, ["solved"])).IsAccepted);
        page = await ListAsync(floor, filter, page.Next, limit: 1);
        seen.AddRange(page.Contacts.Select(contact => contact.Chat));

        Assert.Null(page.Next);
        Assert.Equal([earlier, cancelled, kept], seen);
        Assert.DoesNotContain(call, seen);

        // What was cancelled is in the history of its customer from then on, with its reason, and there once.
        var past = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        Assert.Equal((cancelled, "solved", Actor.Host), (past.Chat, Assert.Single(past.Reasons), past.EndedBy));
        Assert.Equal([earlier, kept], (await ListAsync(floor, filter)).Contacts.Select(contact => contact.Chat));
    }

    [Fact]
    public async Task Supervisors_list_what_is_for_later_and_set_it_aside_and_nobody_else_does()
    {
        await using var floor = await RunningFloor.StartAsync();
        var waiting = await floor.StartedAsync("bob");
        var later = await ScheduledAsync(floor, "ana", floor.Time.GetUtcNow().AddHours(1));
        Assert.True((await floor.Host.Chats.SuspendAsync(waiting, Boss)).IsAccepted);

        var list = (await floor.Host.Supervisors.ContactsAsync("boss", ContactList.ForLater)).ValueOrThrow();
        Assert.Equal([waiting, later], list.Select(contact => contact.Chat));
        Assert.Equal(
            [ChatAction.Activate, ChatAction.CallBack, ChatAction.Cancel],
            list[0].Actions.Where(action => action >= ChatAction.Suspend));
        Assert.Equal([waiting, later], (await ListAsync(floor)).Contacts.Select(contact => contact.Chat));
        Assert.Equal([later], (await ListAsync(floor, after: new(waiting))).Contacts.Select(contact => contact.Chat));
        foreach (var other in (Actor[])[Ana, Mina])
        {
            Assert.Equal("not-permitted", (await floor.Host.Queues.ScheduledAsync(other)).Rejection?.Code);
        }

        Assert.True((await floor.Host.Chats.ActivateAsync(waiting, Boss)).IsAccepted);
        Assert.Equal([later], (await ListAsync(floor)).Contacts.Select(contact => contact.Chat));
        await floor.RestartAsync();
        await floor.AdvanceAsync(Minutes(60));
        Assert.Equal(ChatState.Queued, await floor.StateAsync(later));
        Assert.Empty((await ListAsync(floor)).Contacts);
    }

    [Fact]
    [PeerScenario("AZ-27")]
    public async Task An_offer_says_when_it_was_made_and_runs_out_and_what_it_takes_and_its_answer_names_the_chat()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina")));
        await floor.AvailableAsync("mina");
        var now = floor.Time.GetUtcNow();
        var chat = await floor.StartedAsync("ana");

        var offer = Assert.Single(await floor.Host.Agents.OffersAsync("mina"));
        Assert.Equal((chat, "mina", now), (offer.Chat, offer.Agent.Value, offer.OfferedAt));
        Assert.True(offer.DueAt > now);
        Assert.Equal(1, (await floor.Host.Agents.StateAsync("mina")).ValueOrThrow().Load.Chat);

        var taken = (await floor.Host.Agents.AcceptAsync("mina", offer.Offer)).ValueOrThrow();
        var shown = (await floor.Host.Chats.StateAsync(chat, Mina)).ValueOrThrow();
        Assert.Equal((chat, "mina"), (taken.Id, shown.Agent!.Value.Value));
        Assert.Equal([new PartShown("mina", ChatRole.Owner, now)], shown.Agents);
    }

    [Fact]
    [PeerScenario("AZ-29")]
    public async Task What_remains_of_a_contact_has_its_instants_in_order_its_agent_and_both_notes()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina")));
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(5));
        await floor.AcceptedAsync("mina");
        var assigned = floor.Time.GetUtcNow();
        Assert.True((await floor.Host.Chats.NoteAsync(chat, "mina", "wants a new card")).IsAccepted);
        await floor.AdvanceAsync(Seconds(5));
        Assert.True((await floor.Host.Chats.EndAsync(chat, Mina)).IsAccepted);
        await floor.AdvanceAsync(Seconds(5));
        Assert.True((await floor.Host.Chats.NoteAsync(chat, "mina", "card ordered")).IsAccepted);
        Assert.True((await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])).IsAccepted);

        var past = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        Assert.Equal("mina", Assert.Single(past.Agents).Value);
        Assert.True(past.QueuedAt < assigned && assigned < past.EndedAt && past.EndedAt < past.ClosedAt);
        Assert.Equal(
            ["wants a new card", "card ordered"],
            (await floor.Host.Chats.AsidesAsync(chat, Actor.Host)).ValueOrThrow()
                .Where(line => line.Kind == LineKind.Note).Select(line => line.Text));
    }

    [Fact]
    [PeerScenario("AZ-39")]
    public async Task Supervisors_find_the_agents_by_channel_queue_room_and_state()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat"), Queue("calls", Channel.Voice)],
            Agent("mina", "chat"),
            Agent("noor", "chat"),
            Agent("omar", new MediaProfile { Chat = 0, Voice = 1 }, "calls"),
            Agent("pia", new MediaProfile { Chat = 2, Voice = 1 }, "chat", "calls")));
        await floor.AvailableAsync("mina", "omar", "pia");
        await floor.Host.Agents.SignInAsync("noor");
        await floor.StartedAsync("ana");

        Assert.Equal("mina noor pia", await FoundAsync(floor, new() { Channel = Channel.Chat }));
        Assert.Equal("omar pia", await FoundAsync(floor, new() { Queue = "calls" }));
        Assert.Equal("noor omar pia", await FoundAsync(floor, new() { HasRoom = true }));
        Assert.Equal("mina", await FoundAsync(floor, new() { HasRoom = false }));
        Assert.Equal("noor pia", await FoundAsync(floor, new() { HasRoom = true, Channel = Channel.Chat }));
        Assert.Equal("noor", await FoundAsync(floor, new() { Availability = Availability.Idle }));
        Assert.Equal("mina noor omar pia", await FoundAsync(floor, new()));
        Assert.Equal("", await FoundAsync(floor, new() { Availability = Availability.SignedOut }));
    }

    private static async Task<string> FoundAsync(RunningFloor floor, AgentFilter filter) => string.Join(
        ' ', (await floor.Host.Supervisors.AgentsAsync("boss", filter: filter)).ValueOrThrow()
            .Select(agent => agent.Agent.Value));

    [Fact]
    public async Task A_customer_who_is_called_back_is_shown_to_the_agent_as_such()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana", "calls");
        var due = floor.Time.GetUtcNow().AddHours(1);
        Assert.True((await floor.Host.Chats.CallBackAsync(chat, Ana, due)).IsAccepted);
        Assert.Equal(ChatState.Scheduled, await floor.StateAsync(chat));

        await floor.AvailableAsync("mina");
        await floor.AdvanceAsync(Minutes(60));
        Assert.True(Assert.Single(await floor.Host.Agents.OffersAsync("mina")).IsCallback);
        await floor.AcceptedAsync("mina");
        var shown = (await floor.Host.Chats.StateAsync(chat, Mina)).ValueOrThrow();
        Assert.Equal((true, due), (shown.IsCallback, shown.ScheduledFor));
    }

    private static async Task<ChatId> ScheduledAsync(
        RunningFloor floor, string customer, DateTimeOffset due, string queue = "chat") =>
        (await floor.Host.Chats.StartAsync(new StartChat { Queue = queue, Customer = customer, DueAt = due }))
            .ValueOrThrow().Id;

    private static async Task<ScheduledPage> ListAsync(
        RunningFloor floor, ScheduledFilter? filter = null, ScheduledPlace? after = null, int limit = 100) =>
        (await floor.Host.Queues.ScheduledAsync(Actor.Host, filter, after, limit)).ValueOrThrow();
}
