using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

public sealed class SupervisorTests
{
    [Fact, Scenario("S38")]
    public async Task An_agent_sees_who_has_moved_them_and_why()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var mina = await Watcher.BeginAsync(floor.Host, Mina);
        await floor.Host.Supervisors.SetIdleAsync("boss", "mina", "meeting", "team-talk");

        var state = (await floor.Host.Agents.StateAsync("mina")).ValueOrThrow();
        Assert.Equal(
            (Availability.Idle, "meeting", Boss, "team-talk"),
                (state.Availability, state.IdleCode, state.ChangedBy, state.Reason));
        await floor.Host.StopAsync();
        Assert.Equal(Boss, Assert.IsType<AgentShown>(Assert.Single(await mina.ShownAsync())).ChangedBy);
    }

    [Fact]
    public async Task A_supervisor_moves_an_agent_and_signs_them_out_as_the_rules_allow()
    {
        await using var floor = await RunningFloor.StartAsync();
        var supervisors = floor.Host.Supervisors;

        Assert.Equal("not-allowed", (await supervisors.SetAvailableAsync("boss", "mina")).Rejection?.Code);
        await floor.Host.Agents.SignInAsync("mina");
        Assert.True((await supervisors.SetAvailableAsync("boss", "mina", "rush-hour")).IsAccepted);
        Assert.Equal("reason-unknown", (await supervisors.SetIdleAsync("boss", "mina", null, "a b")).Rejection?.Code);
        Assert.Equal("idle-code-unknown", (await supervisors.SetIdleAsync("boss", "mina", "nap")).Rejection?.Code);
        Assert.Equal("agent-unknown", (await supervisors.SetIdleAsync("boss", "zoe")).Rejection?.Code);
        await floor.StartedAsync("ana");
        Assert.Equal("contacts-open", (await supervisors.SignOutAsync("boss", "mina")).Rejection?.Code);
        Assert.True((await supervisors.SetIdleAsync("boss", "mina")).IsAccepted);
        Assert.True((await supervisors.SignOutAsync("boss", "mina")).IsAccepted);
        Assert.Equal("agent-unknown", (await floor.Host.Agents.StateAsync("zoe")).Rejection?.Code);
    }

    [Fact]
    public async Task A_session_belongs_to_a_person_or_to_the_host()
    {
        await using var floor = await RunningFloor.StartAsync();

        foreach (var actor in (Actor[])[Ana, Mina, Boss, Actor.Host])
        {
            Assert.Equal(actor, (await floor.Host.Sessions.OpenAsync(actor)).Value.Actor);
        }

        foreach (var nobody in (Actor[])[Actor.Bot, default])
        {
            Assert.Equal("not-permitted", (await floor.Host.Sessions.OpenAsync(nobody)).Rejection?.Code);
        }
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
}
