using System.Text;
using ContactCenter.Chats;
using ContactCenter.Responses;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using ContactCenter.Wire;
using Microsoft.Extensions.DependencyInjection;
using static ContactCenter.Tests.Responses.Prepared;

namespace ContactCenter.Tests.Wire;

public sealed class DispatchTests : IAsyncDisposable
{
    private static readonly string[] OfAgents =
    [
        nameof(SignInVerb), nameof(SignOutVerb), nameof(SetAvailableVerb), nameof(SetIdleVerb), nameof(AcceptVerb),
        nameof(AcceptAllVerb), nameof(DeclineVerb), nameof(WrapUpVerb), nameof(HoldWrapUpVerb), nameof(PresentVerb),
        nameof(ReportActivityVerb), nameof(WithdrawTransferVerb), nameof(InviteVerb), nameof(WithdrawInvitationVerb),
        nameof(EndConferenceVerb), nameof(ExitConferenceVerb), nameof(DirectoryVerb), nameof(WrapUpReasonsVerb),
        nameof(MyContactsVerb), nameof(IdleCodesVerb), nameof(NoteVerb),
        nameof(ResponsesVerb), nameof(PickResponseVerb), nameof(PickListVerb), nameof(PickVerb), nameof(ReturnVerb),
    ];

    private static readonly string[] OfSupervisors =
    [
        nameof(SetAgentAvailableVerb), nameof(SetAgentIdleVerb), nameof(SignAgentOutVerb), nameof(WaitingVerb),
        nameof(MonitorVerb), nameof(BargeInVerb), nameof(StopMonitoringVerb), nameof(WhisperVerb), nameof(CompleteVerb),
        nameof(AgentsVerb), nameof(ContactsVerb), nameof(QueueHoursVerb),
    ];

    private readonly ManualTimeProvider _time = new();
    private readonly ServiceProvider _services;

    public DispatchTests()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_time);
        services.AddContactCenter()
            .UseResponses(_ => new InMemoryResponses(Response("greeting", "Greeting", "Hello {customer.name}")))
            .AddFloor("retail", floor => floor
                .AddQueue("cards", queue => queue.AllowDecline = true)
                .AddAgent("mina", agent => agent.Serves("cards").ChatCapacity = 3))
            .AddFloor("other", floor => floor.AddQueue("cards"));
        _services = services.BuildServiceProvider();
    }

    private FloorHost Floor => _services.GetRequiredService<FloorHost>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task A_chat_runs_through_the_one_entry()
    {
        await Floor.StartAsync();
        await using var agent = (await Floor.Sessions.OpenAsync(Actor.Agent("mina"))).Value;
        await using var customer = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;

        await Accepted(agent, new SignInVerb());
        await Accepted(agent, new SetAvailableVerb());
        var chat = (await Accepted(customer, new StartChatVerb("cards", Name: "Ada"))).Chat!.Value;
        var taken = await Accepted(agent, new AcceptAllVerb());
        Assert.Equal([chat], taken.Taken);
        Assert.Empty(taken.NotTaken!);

        var said = await Accepted(customer, new SayVerb(chat, "my card is 4111 1111 1111 1111"));
        Assert.True(said.IsRedacted);
        var lines = (await Accepted(agent, new TranscriptVerb(chat, After: said.Sequence!.Value - 1))).Lines!;
        Assert.Equal("my card is 411111******1111", Assert.Single(lines).Text);

        Assert.Equal(ChatState.Active, (await Accepted(customer, new StateVerb(chat))).State!.State);
        await Accepted(customer, new EndVerb(chat));
        await Accepted(agent, new WrapUpVerb(chat));
        await Accepted(agent, new SetIdleVerb(Queue: "cards", Reason: "overload"));
        await Accepted(agent, new SetAvailableVerb(Queue: "cards"));
        await Accepted(agent, new SetIdleVerb());
        await Accepted(agent, new SignOutVerb());
    }

    [Fact]
    public async Task A_supervisor_asks_about_queues_and_acts_for_agents()
    {
        await Floor.StartAsync();
        await using var agent = (await Floor.Sessions.OpenAsync(Actor.Agent("mina"))).Value;
        await using var customer = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;
        await using var supervisor = (await Floor.Sessions.OpenAsync(Actor.Supervisor("boss"))).Value;
        var chat = (await Accepted(customer, new StartChatVerb("cards"))).Chat!.Value;

        Assert.Equal(chat, Assert.Single((await Accepted(supervisor, new WaitingVerb("cards"))).Waiting!).Chat);
        Assert.True((await Accepted(supervisor, new QueueHoursVerb("cards"))).Hours!.IsOpen);
        var decision = (await Accepted(supervisor, new ExplainVerb(chat))).Decision!;
        Assert.Equal("signed-out", Assert.Single(decision.Candidates).RuledOutBy);

        await Accepted(agent, new SignInVerb());
        await Accepted(supervisor, new SetAgentAvailableVerb("mina", "rush"));
        decision = (await Accepted(supervisor, new ExplainVerb(chat))).Decision!;
        Assert.Equal("mina", Assert.Single(decision.OfferedTo).Value);
        await Accepted(supervisor, new SetAgentIdleVerb("mina"));
        await Accepted(supervisor, new SignAgentOutVerb("mina"));
    }

    [Fact]
    public async Task Why_a_contact_waits_and_an_agent_is_offered_nothing_is_asked_through_the_one_entry()
    {
        await Floor.StartAsync();
        await using var agent = (await Floor.Sessions.OpenAsync(Actor.Agent("mina"))).Value;
        await using var customer = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;
        await using var supervisor = (await Floor.Sessions.OpenAsync(Actor.Supervisor("boss"))).Value;
        await Accepted(agent, new SignInVerb());
        await Accepted(agent, new SetIdleVerb(Queue: "cards"));
        var chat = (await Accepted(customer, new StartChatVerb("cards"))).Chat!.Value;
        _time.Advance(TimeSpan.FromSeconds(7));

        var why = WireFormat.Serialize(default, await Floor.DispatchAsync(supervisor, new ExplainVerb(chat)));
        Assert.Equal(
            """
            {"type":"outcome","outcome":"accepted","reply":{"decision":{"contact":1,"queue":"cards",
            "at":"2026-01-01T12:00:07+00:00","place":1,"strategy":"longest-available","offeredTo":[],
            "candidates":[{"agent":"mina","obstacles":[{"code":"idle","detail":"signed-in"},
            {"code":"paused","detail":"signed-in"}],"hasPassed":false,"ruledOutBy":"idle"}],
            "obstacles":[],"serving":1}}}
            """.ReplaceLineEndings(string.Empty),
            Encoding.UTF8.GetString(why.Span));
        var outlook = WireFormat.Serialize(default, await Floor.DispatchAsync(agent, new ExplainAgentVerb()));
        Assert.EndsWith(
            """
            "at":"2026-01-01T12:00:07+00:00","obstacles":[{"code":"idle","detail":"signed-in"}],
            "rooms":[{"channel":"chat","load":0,"capacity":3,"takenBy":[],"interrupts":false,"isOpen":true}],
            "queues":[{"queue":"cards","channel":"chat","membership":{"queue":"cards","rank":1,"delay":"00:00:00",
            "tier":1,"weight":1,"position":0},"waiting":1,"obstacles":[{"code":"idle","detail":"signed-in"},
            {"code":"paused","detail":"signed-in"}]}],
            "contacts":[{"contact":1,"queue":"cards","place":1,"since":"2026-01-01T12:00:00+00:00",
            "obstacles":[{"code":"idle","detail":"signed-in"},{"code":"paused","detail":"signed-in"}],
            "hasPassed":false}]}}}
            """.ReplaceLineEndings(string.Empty),
            Encoding.UTF8.GetString(outlook.Span),
            StringComparison.Ordinal);

        Assert.Equal("mina", (await Accepted(supervisor, new ExplainAgentVerb("mina"))).Outlook!.Agent.Agent.Value);
        Assert.Equal("not-permitted", await RefusedAsync(agent, new ExplainAgentVerb("noor")));
        Assert.Equal("not-permitted", await RefusedAsync(supervisor, new ExplainAgentVerb()));
        Assert.Equal("agent-unknown", await RefusedAsync(supervisor, new ExplainAgentVerb("noor")));
    }

    [Fact]
    public async Task How_long_it_will_take_and_how_it_has_gone_is_asked_through_the_one_entry()
    {
        await Floor.StartAsync();
        await using var agent = (await Floor.Sessions.OpenAsync(Actor.Agent("mina"))).Value;
        await using var customer = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;
        await using var supervisor = (await Floor.Sessions.OpenAsync(Actor.Supervisor("boss"))).Value;
        var chat = (await Accepted(customer, new StartChatVerb("cards"))).Chat!.Value;
        _time.Advance(TimeSpan.FromSeconds(7));

        var estimate = WireFormat.Serialize(default, await Floor.DispatchAsync(customer, new EstimateVerb(chat)));
        Assert.Equal(
            """
            {"type":"outcome","outcome":"accepted","reply":{"estimate":{"chat":"retail/chat-1","queue":"cards",
            "at":"2026-01-01T12:00:07+00:00","position":1,"waited":"00:00:07",
            "expected":{"because":"no-agent-available","isInsufficient":true}}}}
            """.ReplaceLineEndings(string.Empty),
            Encoding.UTF8.GetString(estimate.Span));

        Assert.Equal(1, (await Accepted(agent, new QueueStatisticsVerb("cards"))).QueueStatistics!.Waiting);
        Assert.Equal(1, (await Accepted(supervisor, new QueuesVerb())).Queues!.Total);
        await Accepted(agent, new SignInVerb());
        _time.Advance(TimeSpan.FromSeconds(7));
        foreach (var (session, verb) in new (Session, AgentStatisticsVerb)[]
        {
            (agent, new()), (agent, new("mina")), (supervisor, new("mina")),
        })
        {
            Assert.Equal(TimeSpan.FromSeconds(7), (await Accepted(session, verb)).AgentStatistics!.Idle);
        }

        Assert.Equal("not-permitted", await RefusedAsync(agent, new AgentStatisticsVerb("noor")));
        Assert.Equal("not-permitted", await RefusedAsync(supervisor, new AgentStatisticsVerb()));
        Assert.Equal("agent-unknown", await RefusedAsync(supervisor, new AgentStatisticsVerb("noor")));
        Assert.Equal("not-permitted", await RefusedAsync(customer, new QueuesVerb()));
    }

    [Fact]
    public async Task An_agent_picks_a_response_for_the_message_they_write()
    {
        await Floor.StartAsync();
        await using var agent = (await Floor.Sessions.OpenAsync(Actor.Agent("mina"))).Value;
        await using var customer = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;
        await Accepted(agent, new SignInVerb());
        await Accepted(agent, new SetAvailableVerb());
        var chat = (await Accepted(customer, new StartChatVerb("cards", Name: "Ada"))).Chat!.Value;
        await Accepted(agent, new AcceptAllVerb());

        var listed = (await Accepted(agent, new ResponsesVerb(chat, Search: "gree"))).Responses!;
        var picked = (await Accepted(agent, new PickResponseVerb(chat, Assert.Single(listed).Id))).Picked!;

        Assert.Equal("Hello Ada", picked.Text);
        Assert.Empty((await Accepted(agent, new ResponsesVerb(chat, Search: "refund"))).Responses!);
    }

    [Fact]
    public async Task The_history_of_a_customer_is_asked_for_by_their_chat_or_by_who_they_are()
    {
        await Floor.StartAsync();
        await using var agent = (await Floor.Sessions.OpenAsync(Actor.Agent("mina"))).Value;
        await using var customer = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;
        await using var supervisor = (await Floor.Sessions.OpenAsync(Actor.Supervisor("boss"))).Value;
        await Accepted(agent, new SignInVerb());
        await Accepted(agent, new SetAvailableVerb());
        var first = (await Accepted(customer, new StartChatVerb("cards"))).Chat!.Value;
        await Accepted(agent, new AcceptAllVerb());
        await Accepted(customer, new SayVerb(first, "hello"));
        await Accepted(customer, new EndVerb(first));
        await Accepted(agent, new WrapUpVerb(first));
        Assert.Equal("chat-unknown", await RefusedAsync(agent, new HistoryVerb(first)));
        var chat = (await Accepted(customer, new StartChatVerb("cards"))).Chat!.Value;
        Assert.Equal("not-permitted", await RefusedAsync(agent, new HistoryVerb(chat)));
        await Accepted(agent, new AcceptAllVerb());

        foreach (var (session, verb) in new (Session, HistoryVerb)[]
        {
            (agent, new(chat)), (agent, new(Customer: "c-77")), (supervisor, new(chat)), (supervisor, new(first)),
            (supervisor, new(Customer: "c-77")),
        })
        {
            Assert.Equal(first, Assert.Single((await Accepted(session, verb)).History!.Contacts).Chat);
        }

        Assert.Contains((await Accepted(agent, new TranscriptVerb(first))).Lines!, line => line.Text == "hello");
        Assert.Empty((await Accepted(agent, new HistoryVerb(chat, Before: first))).History!.Contacts);
        Assert.Equal("not-permitted", await RefusedAsync(agent, new HistoryVerb(Customer: "c-78")));
        Assert.Equal("not-permitted", await RefusedAsync(customer, new HistoryVerb(chat)));
        Assert.Equal("not-permitted", await RefusedAsync(customer, new HistoryVerb(Customer: "c-77")));
        Assert.Equal("chat-unknown", await RefusedAsync(supervisor, new HistoryVerb(ChatId.Parse("other/chat-1"))));
        Assert.Equal("chat-unknown", await RefusedAsync(supervisor, new HistoryVerb(ChatId.Parse("retail/chat-9"))));
    }

    [Fact]
    public async Task The_same_command_id_has_one_effect_and_one_answer()
    {
        await Floor.StartAsync();
        await using var customer = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;
        var verb = new StartChatVerb("cards") { CommandId = CommandId.New(_time.GetUtcNow()) };

        var first = await Accepted(customer, verb);
        var second = await Accepted(customer, verb);
        var other = await Floor.DispatchAsync(customer, verb with { Name = "Ada" });

        Assert.Equal(first.Chat, second.Chat);
        Assert.Equal("command-id-conflict", other.Rejection?.Code);
    }

    [Theory]
    [MemberData(nameof(Goldens.Frames), MemberType = typeof(Goldens))]
    public async Task A_verb_is_permitted_to_the_party_it_is_for_and_to_no_other(string frame)
    {
        await Floor.StartAsync();
        var verb = Read(frame);
        Actor[] parties = [Actor.Agent("mina"), Actor.Supervisor("boss"), Actor.Customer("c-77"), Actor.Host];

        List<ActorKind> permitted = [];
        foreach (var party in parties)
        {
            await using var session = (await Floor.Sessions.OpenAsync(party)).Value;
            var outcome = await Floor.DispatchAsync(session, verb with { CommandId = default });
            if (outcome.Rejection?.Code != "not-permitted")
            {
                permitted.Add(party.Kind);
            }
        }

        var name = verb.GetType().Name;
        ActorKind[] expected = OfAgents.Contains(name) ? [ActorKind.Agent]
            : OfSupervisors.Contains(name) ? [ActorKind.Supervisor]
            : verb is StartChatVerb ? [ActorKind.Customer]
            : verb is QueueStatisticsVerb or QueuesVerb ? [ActorKind.Agent, ActorKind.Supervisor, ActorKind.Host]
            : verb is TransferToQueueVerb or TransferToAgentVerb or AgentStatisticsVerb
                or ExplainAgentVerb
                ? [ActorKind.Agent, ActorKind.Supervisor]
            : verb is RevealVerb or ExplainVerb or HistoryVerb or HistoryMoreVerb or ScheduledVerb
                ? [ActorKind.Supervisor, ActorKind.Host]
            : [.. parties.Select(party => party.Kind)];
        Assert.Equal(expected, permitted);
    }

    [Theory]
    [MemberData(nameof(Goldens.Frames), MemberType = typeof(Goldens))]
    public async Task Nothing_is_asked_of_a_floor_that_has_stopped_nor_through_a_session_that_was_closed(string frame)
    {
        await Floor.StartAsync();
        var verb = Read(frame);
        List<Session> sessions = [];
        foreach (var party in (Actor[])[Actor.Agent("mina"), Actor.Supervisor("boss"), Actor.Customer("c-77")])
        {
            sessions.Add((await Floor.Sessions.OpenAsync(party)).Value);
        }

        await Floor.StopAsync();

        foreach (var session in sessions)
        {
            var stopped = await Floor.DispatchAsync(session, verb);
            Assert.Contains(stopped.Rejection?.Code, new[] { "not-running", "not-permitted" });

            await session.DisposeAsync();
            Assert.Equal("session-closed", (await Floor.DispatchAsync(session, verb)).Rejection?.Code);
        }
    }

    [Fact]
    public async Task A_customer_reads_and_writes_in_no_chat_but_their_own()
    {
        await Floor.StartAsync();
        await using var one = (await Floor.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;
        await using var other = (await Floor.Sessions.OpenAsync(Actor.Customer("c-78"))).Value;
        var chat = (await Accepted(one, new StartChatVerb("cards"))).Chat!.Value;

        foreach (var verb in new Verb[]
        {
            new SayVerb(chat, "let me in"), new TranscriptVerb(chat), new StateVerb(chat), new EndVerb(chat),
            new AskForAgentVerb(chat),
        })
        {
            Assert.Equal("not-permitted", (await Floor.DispatchAsync(other, verb)).Rejection?.Code);
        }
    }

    [Fact]
    public async Task A_session_of_another_floor_is_a_mistake_of_the_host()
    {
        await Floor.StartAsync();
        var other = _services.GetRequiredKeyedService<FloorHost>("other");
        await other.StartAsync();
        await using var session = (await other.Sessions.OpenAsync(Actor.Customer("c-77"))).Value;

        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Floor.DispatchAsync(session, new StartChatVerb("cards")));
    }

    private static Verb Read(string frame) =>
        WireFormat.TryParseVerb(Encoding.UTF8.GetBytes(frame), out var verb, out var bad)
            ? verb
            : throw new InvalidOperationException(bad.ToString());

    private async Task<string?> RefusedAsync(Session session, Verb verb) =>
        (await Floor.DispatchAsync(session, verb)).Rejection?.Code;

    private async Task<VerbReply> Accepted(Session session, Verb verb) =>
        (await Floor.DispatchAsync(session, verb)).ValueOrThrow();
}
