using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>What supervisors, agents and customers of a running floor see of each other's work.</summary>
public sealed class SupervisionFeedTests
{
    [Fact]
    public async Task A_whisper_reaches_the_agent_and_leaves_no_trace_with_the_customer()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);
        Assert.True((await floor.Host.Supervisors.MonitorAsync("boss", chat)).IsAccepted);
        var watchers = new[]
        {
            await Watcher.BeginAsync(floor.Host, Ana), await Watcher.BeginAsync(floor.Host, Mina),
            await Watcher.BeginAsync(floor.Host, Boss),
        };

        await floor.SaidAsync(chat, Ana, "hello");
        var said = await floor.Host.Supervisors.WhisperAsync("boss", chat, "card 4111 1111 1111 1111, be kind");
        Assert.True(said.Value.IsRedacted);
        await floor.SaidAsync(chat, Mina, "good day");
        var transcript = (await floor.Host.Chats.TranscriptAsync(chat, Ana)).Value;
        Assert.Equal(Enumerable.Range(1, transcript.Count), transcript.Select(line => line.Sequence));
        Assert.DoesNotContain(transcript, line => line.Text.Contains("kind", StringComparison.Ordinal));
        var aside = Assert.Single((await floor.Host.Chats.AsidesAsync(chat, Mina)).Value);
        Assert.Equal((LineKind.Whisper, Boss), (aside.Kind, aside.Author));

        await floor.Host.StopAsync();
        Assert.Equal(["hello", "good day"], await watchers[0].ReadAsync());
        string[] all = ["hello", "card 411111******1111, be kind", "good day"];
        Assert.Equal(all, await watchers[1].ReadAsync());
        Assert.Equal(all, await watchers[2].ReadAsync());
    }

    [Fact]
    public async Task A_supervisor_who_does_not_monitor_a_chat_is_shown_no_line_of_it()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);
        await floor.Host.Supervisors.MonitorAsync("boss", chat);
        var boss = await Watcher.BeginAsync(floor.Host, Boss);
        var chief = await Watcher.BeginAsync(floor.Host, Actor.Supervisor("chief"));

        await floor.SaidAsync(chat, Ana, "one");
        await floor.Host.Supervisors.StopMonitoringAsync("boss", chat);
        await floor.SaidAsync(chat, Ana, "two");
        await floor.Host.StopAsync();

        Assert.Equal(["one"], await boss.ReadAsync());
        Assert.Empty(await chief.ReadAsync());
    }

    [Fact]
    public async Task A_supervisor_who_joins_is_seen_and_heard_by_everybody_and_one_who_only_reads_by_nobody()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);

        await floor.Host.Supervisors.MonitorAsync("boss", chat);
        Assert.DoesNotContain((await StateAsync(Mina)).Agents, part => part.Role == ChatRole.Supervisor);
        Assert.Contains((await StateAsync(Boss)).Agents, part => part.Role == ChatRole.Supervisor);
        Assert.Equal("not-permitted", (await floor.Host.Chats.SayAsync(chat, Boss, "hello")).Rejection?.Code);

        await floor.Host.Supervisors.BargeInAsync("boss", chat);
        foreach (var viewer in (Actor[])[Mina, Ana])
        {
            Assert.Contains((await StateAsync(viewer)).Agents, part => part.Role == ChatRole.Supervisor);
        }

        await floor.SaidAsync(chat, Boss, "may I help?");
        await floor.Host.Supervisors.StopMonitoringAsync("boss", chat);

        var seen = (await floor.Host.Chats.TranscriptAsync(chat, Ana)).Value.TakeLast(3).ToArray();
        Assert.Equal(
            [Notices.SupervisorJoined, null, Notices.SupervisorLeft], seen.Select(line => line.Notice));
        Assert.Equal(("may I help?", Boss), (seen[1].Text, seen[1].Author));

        async Task<ChatShown> StateAsync(Actor viewer) => (await floor.Host.Chats.StateAsync(chat, viewer)).Value;
    }

    [Fact, Scenario("S128")]
    public async Task Waiting_running_and_wrapped_up_contacts_are_listed_apart()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var (ended, active) = (await floor.StartedAsync("ana"), await floor.StartedAsync("bob"));
        await floor.AcceptedAsync("mina");
        await floor.AcceptedAsync("mina");
        await floor.Host.Chats.EndAsync(ended, Ana);
        var queued = await floor.StartedAsync("cleo");

        Assert.Equal([queued], await ListedAsync(floor, ContactList.Queued));
        Assert.Equal([active], await ListedAsync(floor, ContactList.Active));
        Assert.Equal([ended], await ListedAsync(floor, ContactList.InWrapUp));
        Assert.Equal(
            ["mina"], (await floor.Host.Supervisors.AgentsAsync("boss")).Value.Select(agent => agent.Agent.Value));
    }

    [Fact]
    public async Task A_supervisor_sees_and_does_what_their_teams_and_rights_let_them()
    {
        var blue = new SupervisorProfile { Id = "boss", Teams = ["blue"], Rights = SupervisorRights.Monitor };
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with
        {
            Teams = [new TeamProfile { Name = "blue" }, new TeamProfile { Name = "red" }],
            Supervisors = [blue, new SupervisorProfile { Id = "chief" }],
            Agents =
            [
                Agent("mina", 2, "chat") with { Team = "blue" }, Agent("noor", 1, "chat") with { Team = "red" },
            ],
        });
        await floor.AvailableAsync("mina");
        var minas = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.Host.Agents.SetIdleAsync("mina", "lunch");
        await floor.AvailableAsync("noor");
        var noors = await floor.StartedAsync("bob");
        await floor.AcceptedAsync("noor");
        var supervisors = floor.Host.Supervisors;

        Assert.Equal(["mina"], (await supervisors.AgentsAsync("boss")).Value.Select(agent => agent.Agent.Value));
        Assert.Equal(2, (await supervisors.AgentsAsync("chief")).Value.Count);
        Assert.Equal("not-permitted", (await supervisors.AgentsAsync("stranger")).Rejection?.Code);
        Assert.Equal([minas], await ListedAsync(floor, ContactList.Active));
        Assert.True((await supervisors.MonitorAsync("boss", minas)).IsAccepted);
        Assert.Equal("not-permitted", (await supervisors.MonitorAsync("boss", noors)).Rejection?.Code);
        Assert.Equal("not-permitted", (await supervisors.WhisperAsync("boss", minas, "hi")).Rejection?.Code);
        Assert.Equal("not-permitted", (await supervisors.SetAvailableAsync("boss", "mina")).Rejection?.Code);
        Assert.True((await supervisors.SetAvailableAsync("chief", "mina")).IsAccepted);
        await using var feed = new FeedReader(floor.Host, Boss);
        var shown = (await feed.NextAsync()).Items;
        Assert.Equal("mina", Assert.Single(shown.OfType<AgentShown>()).Agent.Value);
        Assert.Equal(minas, Assert.Single(shown.OfType<ChatShown>()).Chat);
        Assert.DoesNotContain(ChatAction.Whisper, (await floor.Host.Chats.StateAsync(minas, Boss)).Value.Actions);
    }

    [Fact]
    public async Task A_supervisor_reads_no_chat_of_another_team_and_no_closed_one_unless_all_teams_are_theirs()
    {
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with
        {
            Teams = [new TeamProfile { Name = "blue" }, new TeamProfile { Name = "red" }],
            Supervisors =
            [
                new SupervisorProfile { Id = "boss", Teams = ["blue"] },
                new SupervisorProfile { Id = "chief" },
                new SupervisorProfile { Id = "clerk", Rights = SupervisorRights.ChangeState },
            ],
            Agents = [Agent("mina", 2, "chat") with { Team = "blue" }, Agent("noor", 1, "chat") with { Team = "red" }],
        });
        await floor.AvailableAsync("noor");
        var noors = await floor.StartedAsync("bob");
        await floor.AcceptedAsync("noor");

        Assert.Equal((false, true, false), await ReadAsync());
        var clerks = (await floor.Host.Supervisors.ContactsAsync("clerk", ContactList.Active)).Value;
        Assert.DoesNotContain(ChatAction.Read, Assert.Single(clerks).Actions);
        await floor.Host.Chats.EndAsync(noors, Noor);
        await floor.Host.Chats.WrapUpAsync(noors, "noor", ["solved"]);
        Assert.Equal((false, true, false), await ReadAsync());

        async Task<(bool Boss, bool Chief, bool Clerk)> ReadAsync() =>
            (await MayReadAsync("boss"), await MayReadAsync("chief"), await MayReadAsync("clerk"));

        async Task<bool> MayReadAsync(string supervisor) =>
            (await floor.Host.Chats.TranscriptAsync(noors, Actor.Supervisor(supervisor))).IsAccepted;
    }

    [Fact]
    public async Task An_agent_is_shown_the_idle_codes_that_they_may_choose()
    {
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with
        {
            Agents = [Agent("mina", 2, "chat") with { IdleCodes = ["meeting"] }, Agent("noor", 1, "chat")],
        });

        Assert.Equal(["meeting"], (await floor.Host.Agents.IdleCodesAsync("mina")).Value.Select(code => code.Code));
        Assert.Equal(
            ["lunch", "meeting"], (await floor.Host.Agents.IdleCodesAsync("noor")).Value.Select(code => code.Code));
        Assert.Equal("agent-unknown", (await floor.Host.Agents.IdleCodesAsync("nobody")).Rejection?.Code);
    }

    [Fact, Scenario("S78")]
    public async Task A_directory_that_is_read_again_shows_how_everybody_stands_by_then()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina", "noor");

        var noor = Assert.Single((await floor.Host.Agents.DirectoryAsync("mina")).Value.Agents);
        Assert.Equal(("noor", Availability.Available, true), (noor.Agent.Value, noor.Availability, noor.CanTake));
        await floor.Host.Agents.SetIdleAsync("noor", "lunch");
        noor = Assert.Single((await floor.Host.Agents.DirectoryAsync("mina", search: "NOO")).Value.Agents);
        Assert.Equal((Availability.Idle, "lunch", false), (noor.Availability, noor.IdleCode, noor.CanTake));
        var found = (await floor.Host.Agents.DirectoryAsync("mina", search: "bot")).Value;
        Assert.Empty(found.Agents);
        Assert.Equal("bots", Assert.Single(found.Queues).Queue.Value);
    }

    [Fact, Pain(74)]
    public async Task Who_has_handed_a_chat_on_reads_no_further_than_they_were_there()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);
        await floor.AvailableAsync("noor");
        await floor.SaidAsync(chat, Mina, "a colleague will go on");
        var target = TransferTarget.To((AgentId)"noor");
        Assert.True((await floor.Host.Chats.TransferAsync(chat, "mina", target)).IsAccepted);
        await floor.AcceptedAsync("noor");
        await floor.SaidAsync(chat, Ana, "my secret");

        var minas = (await floor.Host.Chats.TranscriptAsync(chat, Mina)).Value;
        Assert.Contains(minas, line => line.Text == "a colleague will go on");
        Assert.DoesNotContain(minas, line => line.Text == "my secret");
        var noors = (await floor.Host.Chats.TranscriptAsync(chat, Noor)).Value;
        Assert.Contains(noors, line => line.Text == "a colleague will go on");
        Assert.Contains(noors, line => line.Text == "my secret");
    }

    [Fact]
    public async Task Reasons_are_searched_and_those_of_the_agents_profile_alone_are_there()
    {
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with
        {
            Agents = [Agent("mina", 2, "chat") with { WrapUpReasons = ["unsolved"] }, Agent("noor", "chat")],
        });

        Assert.Equal(["unsolved"], await ReasonsAsync("mina", null));
        Assert.Equal(["solved", "unsolved"], await ReasonsAsync("noor", "SOLV"));
        Assert.Equal(["unsolved"], await ReasonsAsync("noor", "not"));

        async Task<IEnumerable<string>> ReasonsAsync(AgentId agent, string? search) =>
            (await floor.Host.Agents.WrapUpReasonsAsync(agent, search)).Value.Select(reason => reason.Code);
    }

    private static async Task<ChatId> ConnectedAsync(RunningFloor floor)
    {
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.AdvanceAsync(Seconds(1));
        return chat;
    }

    private static async Task<IEnumerable<ChatId>> ListedAsync(RunningFloor floor, ContactList list) =>
        (await floor.Host.Supervisors.ContactsAsync("boss", list)).Value.Select(chat => chat.Chat);
}
