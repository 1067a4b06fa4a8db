using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Runtime;
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
    public async Task A_customer_who_is_called_back_is_shown_to_the_agent_as_such()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana", "calls");
        var due = floor.Time.GetUtcNow().AddHours(1);
        Assert.True((await floor.Host.Chats.CallBackAsync(chat, Ana, due)).IsAccepted);
        Assert.Equal(ChatState.Scheduled, await floor.StateAsync(chat));

        await floor.AvailableAsync("mina");
        await floor.AdvanceAsync(Minutes(60));
        Assert.True(Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow()).IsCallback);
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
