using ContactCenter.Agents;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

public sealed class ConfigurationVerbsTests
{
    private static readonly CommandId Id = CommandId.New(ManualTimeProvider.DefaultStart);

    [Fact]
    public async Task A_queue_and_an_agent_are_added_edited_and_removed_each_in_one_batch()
    {
        await using var floor = await OwnedByVerbsAsync();
        var configuration = floor.Host.Configuration;
        var before = Head(floor);
        (await configuration.AddQueueAsync("loans", new QueueOptions { OfferTimeout = Seconds(5) })).ValueOrThrow();
        (await configuration.AddAgentAsync("jun", new AgentOptions().Serves("loans"))).ValueOrThrow();
        await floor.AvailableAsync("jun");
        await floor.StartedAsync("ana", "loans");
        await floor.AcceptedAsync("jun");
        (await configuration.EditQueueAsync("loans", new QueueOptions { AllowDecline = true })).ValueOrThrow();

        Assert.Equal(Seconds(30), (await configuration.QueueAsync("loans")).ValueOrThrow().Options.OfferTimeout);
        Assert.Equal(
            "queue loans still has Chat contacts", (await configuration.RemoveQueueAsync("loans")).Rejection?.Subject);
        (await configuration.RemoveQueueAsync("calls")).ValueOrThrow();
        (await configuration.RemoveAgentAsync("noor")).ValueOrThrow();
        Assert.Equal("agent-unknown", (await configuration.AgentAsync("noor")).Rejection?.Code);
        Assert.Equal(9, Head(floor) - before);
    }

    [Fact]
    public async Task What_is_edited_by_verbs_is_refused_where_the_file_owns_the_configuration()
    {
        await using var floor = await RunningFloor.StartAsync();
        var configuration = floor.Host.Configuration;

        Assert.Equal(ConfigurationChanges.FromFile, configuration.Status.Changes);
        foreach (var refused in (Outcome<Receipt>[])
        [
            await configuration.AddQueueAsync("loans", new QueueOptions()),
            await configuration.EditAgentAsync("mina", new AgentOptions()),
            await configuration.RemoveQueueAsync("chat"), await configuration.RemoveAgentAsync("mina"),
        ])
        {
            Assert.Equal("configuration-owned-by-file", refused.Rejection?.Code);
        }
    }

    [Fact]
    public async Task A_restart_keeps_what_verbs_have_made_where_they_own_it()
    {
        await using var floor = await OwnedByVerbsAsync();
        (await floor.Host.Configuration.AddQueueAsync("loans", new QueueOptions())).ValueOrThrow();
        await floor.Host.StopAsync();
        await using var next = floor.Another(RunningFloor.Usual with { Queues = [Queue("elsewhere")], Agents = [] });
        await next.StartAsync();

        Assert.True((await next.Configuration.QueueAsync("loans")).IsAccepted);
        Assert.True((await next.Configuration.QueueAsync("elsewhere")).IsRejected);
        Assert.True(next.Configuration.Status.IsAsWanted);
    }

    [Fact]
    public async Task A_restart_brings_what_the_file_says_where_the_file_owns_it()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.StopAsync();
        await using var next = floor.Another(RunningFloor.Usual with { Queues = [Queue("elsewhere")], Agents = [] });
        await next.StartAsync();

        Assert.Equal("queue-unknown", (await next.Configuration.QueueAsync("chat")).Rejection?.Code);
        Assert.True((await next.Configuration.QueueAsync("elsewhere")).IsAccepted);
    }

    [Fact]
    [PeerScenario("AZ-43")]
    public async Task An_edit_on_a_revision_that_is_not_in_force_any_more_is_refused_and_changes_nothing()
    {
        await using var floor = await OwnedByVerbsAsync();
        var configuration = floor.Host.Configuration;
        var (options, revision) = (await configuration.AgentAsync("mina")).ValueOrThrow();
        options.ChatCapacity = 5;
        (await configuration.EditAgentAsync("mina", options, revision)).ValueOrThrow();
        var before = floor.Snapshot();

        options.ChatCapacity = 1;
        Assert.Equal(
            "configuration-stale", (await configuration.EditAgentAsync("mina", options, revision)).Rejection?.Code);
        Assert.Equal(
            "configuration-stale",
            (await configuration.ApplyAsync(new FloorOptions(), revision)).Rejection?.Code);
        Assert.Equal(before, floor.Snapshot());
        Assert.NotEqual(revision, configuration.Status.Revision);
    }

    [Fact]
    [PeerScenario("AZ-37")]
    public async Task An_edit_of_an_agent_takes_away_exactly_what_was_said()
    {
        await using var floor = await OwnedByVerbsAsync();
        var configuration = floor.Host.Configuration;
        var agent = new AgentOptions
        {
            Name = "Jun",
            ChatCapacity = 2,
            VoiceCapacity = 1,
            EmailCapacity = 3,
            AutoAvailable = true,
        }.Serves("calls").Serves("chat", one => one.Rank = 2)
            .Has("french", 3).Has("german", 2).Has("desk", "4b").Has("site", "north");
        agent.IdleCodes.Add("lunch");
        agent.IdleCodes.Add("meeting");
        (await configuration.AddAgentAsync("jun", agent)).ValueOrThrow();

        // A label that contacts ask for, a tag that nobody does, a queue, and a channel.
        var (edited, revision) = (await configuration.AgentAsync("jun")).ValueOrThrow();
        Assert.True(edited.Attributes.Remove("french") && edited.Attributes.Remove("desk"));
        Assert.True(edited.Queues.Remove("calls") && edited.IdleCodes.Remove("lunch"));
        edited.VoiceCapacity = 0;
        (await configuration.EditAgentAsync("jun", edited, revision)).ValueOrThrow();
        await floor.RestartAsync();

        var now = (await configuration.AgentAsync("jun")).ValueOrThrow().Options;
        Assert.Equal(new Dictionary<string, string> { ["german"] = "2", ["site"] = "north" }, now.Attributes);
        Assert.Equal((string[])["chat"], now.Queues);
        Assert.Equal(2, Assert.Single(now.Memberships).Value.Rank);
        Assert.Equal((string[])["meeting"], now.IdleCodes);
        Assert.Equal((2, 0, 3), (now.ChatCapacity, now.VoiceCapacity, now.EmailCapacity));
        Assert.Equal(("Jun", true), (now.Name, now.AutoAvailable));

        await floor.AvailableAsync("jun");
        await AskingAsync(floor, "french");
        var german = await AskingAsync(floor, "german");
        Assert.Equal(german, Assert.Single((await floor.Host.Agents.OffersAsync("jun")).ValueOrThrow()).Chat);
    }

    [Fact]
    [PeerScenario("AQ-17")]
    public async Task Good_and_bad_names_are_accepted_or_refused_by_value()
    {
        await using var floor = await OwnedByVerbsAsync();
        var configuration = floor.Host.Configuration;
        var lost = new AgentOptions().Serves("nowhere", "elsewhere");
        lost.ChatCapacity = 9;

        Assert.True((await configuration.EditAgentAsync("mina", new AgentOptions().Serves("chat"))).IsAccepted);
        Assert.Equal("agent-unknown", Code(await configuration.EditAgentAsync("nobody", new AgentOptions())));
        Assert.Equal("queue-unknown", Code(await configuration.EditQueueAsync("nowhere", new QueueOptions())));
        Assert.Equal("queue-unknown", Code(await configuration.RemoveQueueAsync("nowhere")));
        Assert.Equal("agent-unknown", Code(await configuration.RemoveAgentAsync("nobody")));
        Assert.Equal(
            "queue chat is there already",
            (await configuration.AddQueueAsync("chat", new QueueOptions())).Rejection?.Subject);
        Assert.Equal(
            "agent jun serves queue nowhere, which is not there; agent jun serves queue elsewhere, which is not there; "
            + "agent jun: Chat capacity 9 is not 0 to 5",
            (await configuration.AddAgentAsync("jun", lost)).Rejection?.Subject);
    }

    [Fact]
    [PeerScenario("AQ-16")]
    public async Task Other_members_are_there_after_a_revision_and_the_old_ones_gone_without_a_restart()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina", "noor");
        var wanted = new FloorOptions().AddQueue("chat").AddAgent("jun", agent => agent.Serves("chat"))
            .AddAgent("noor", agent => agent.Serves("chat"));
        (await floor.Host.Configuration.ApplyAsync(wanted)).ValueOrThrow();

        Assert.Equal("agent-unknown", (await floor.Host.Agents.SignInAsync("mina")).Rejection?.Code);
        await floor.AvailableAsync("jun");
        await floor.StartedAsync("ana");
        await floor.StartedAsync("bob");
        await floor.AcceptedAsync("noor");
        await floor.AcceptedAsync("jun");
    }

    [Fact]
    [PeerScenario("RC-15")]
    public async Task An_agent_who_is_removed_while_available_is_offered_nothing_more()
    {
        await using var floor = await OwnedByVerbsAsync();
        await floor.AvailableAsync("mina", "noor");
        var chat = await floor.StartedAsync("ana");
        Assert.NotEmpty((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow());
        (await floor.Host.Configuration.RemoveAgentAsync("mina")).ValueOrThrow();

        // What was offered to whom is gone goes to the next, and nobody has missed anything.
        Assert.Equal(chat, (await floor.Host.Agents.OffersAsync("noor")).ValueOrThrow()[0].Chat);
        await floor.StartedAsync("bob");
        Assert.Equal("agent-unknown", (await floor.Host.Agents.SetAvailableAsync("mina")).Rejection?.Code);
    }

    [Fact]
    public async Task What_is_edited_during_an_offer_leaves_the_offer_as_it_was()
    {
        await using var floor = await OwnedByVerbsAsync();
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        var configuration = floor.Host.Configuration;
        (await configuration.EditQueueAsync("chat", new QueueOptions { OfferTimeout = Seconds(5) })).ValueOrThrow();
        (await configuration.EditAgentAsync("mina", new AgentOptions { ChatCapacity = 0 })).ValueOrThrow();
        await floor.AdvanceAsync(Seconds(29));

        await floor.AcceptedAsync("mina");
    }

    [Fact]
    public async Task A_queue_is_removed_with_what_agents_have_said_of_how_they_serve_it()
    {
        await using var floor = await OwnedByVerbsAsync();
        var configuration = floor.Host.Configuration;
        var agent = new AgentOptions().Serves("chat", one => one.Rank = 2).Serves("calls", one => one.Tier = 3);
        agent.TransferToQueues = ReachKind.Listed;
        agent.TransferQueues.Add("calls");
        (await configuration.AddAgentAsync("jun", agent)).ValueOrThrow();

        (await configuration.RemoveQueueAsync("calls")).ValueOrThrow();
        var jun = (await configuration.AgentAsync("jun")).ValueOrThrow().Options;
        Assert.Equal((string[])["chat"], jun.Queues);
        Assert.Equal(["chat"], jun.Memberships.Keys);
        Assert.Empty(jun.TransferQueues);
    }

    [Fact]
    [PeerScenario("FS-11")]
    public async Task Contacts_that_wait_while_their_queue_is_edited_are_offered_as_it_says_from_then_on()
    {
        await using var floor = await OwnedByVerbsAsync();
        await floor.StartedAsync("ana");
        await floor.StartedAsync("bob");
        (await floor.Host.Configuration.EditQueueAsync("chat", new QueueOptions { OfferTimeout = Seconds(5) }))
            .ValueOrThrow();
        await floor.AvailableAsync("mina");

        var offers = (await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow();
        Assert.Equal(2, offers.Count);
        Assert.All(offers, offer => Assert.Equal(floor.Time.GetUtcNow() + Seconds(5), offer.DueAt));
    }

    [Fact]
    public async Task A_retry_of_an_edit_has_no_second_effect_and_its_id_is_no_other_edits()
    {
        await using var floor = await OwnedByVerbsAsync();
        var configuration = floor.Host.Configuration;
        var first = (await configuration.AddQueueAsync("loans", new QueueOptions(), null, Id)).ValueOrThrow();
        var before = Head(floor);

        Assert.True((await configuration.AddQueueAsync("loans", new QueueOptions(), null, Id)).IsAccepted);
        Assert.Equal(
            "command-id-conflict",
            Code(await configuration.AddQueueAsync("loans", new QueueOptions { AllowDecline = true }, null, Id)));
        Assert.Equal(before, Head(floor));
        Assert.NotNull(first);
    }

    [Fact]
    public async Task A_preview_tells_what_would_change_and_why_it_would_be_refused_and_changes_nothing()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.StartedAsync("ana", "bots");
        await floor.AdvanceAsync(TimeSpan.Zero);
        var before = floor.Snapshot();
        var wanted = new FloorOptions().AddQueue("chat").AddQueue("loans")
            .AddAgent("mina", agent => agent.Serves("chat"));
        var preview = (await floor.Host.Configuration.PreviewAsync(wanted)).ValueOrThrow();

        Assert.Equal(
            ["bots Removed", "calls Removed", "loans Added"],
            preview.Queues.Select(change => $"{change.Name} {change.Move}"));
        Assert.Equal(["queue bots still has Chat contacts"], preview.Refusals);
        Assert.Equal(preview.Revision, floor.Host.Configuration.Status.Revision);
        Assert.Equal(before, floor.Snapshot());

        wanted.MaxLines = 0;
        var faulty = (await floor.Host.Configuration.PreviewAsync(wanted)).ValueOrThrow();
        Assert.Equal(["lines of a chat 0 is not 1 to 10000000"], faulty.Refusals);
    }

    [Fact]
    public async Task A_revision_that_was_refused_shows_and_the_next_start_does_not_stumble_over_it()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.StartedAsync("ana");
        var configuration = floor.Host.Configuration;
        Assert.True(configuration.Status.IsAsWanted);

        Assert.Equal(
            "configuration-invalid", Code(await configuration.ApplyAsync(new FloorOptions().AddQueue("loans"))));
        Assert.False(configuration.Status.IsAsWanted);
        Assert.Equal(["queue chat still has Chat contacts"], configuration.Status.Faults);
        Assert.NotEqual(configuration.Status.Wanted, configuration.Status.Revision);
        await floor.RestartAsync();
        Assert.True((await configuration.QueueAsync("chat")).IsAccepted);
    }

    [Fact]
    public async Task A_revision_whose_fate_is_not_known_is_not_what_the_next_start_takes()
    {
        await using var floor = await RunningFloor.StartAsync();
        var configuration = floor.Host.Configuration;
        var before = configuration.Status.Wanted;
        floor.Journal.HidesItsHead = true;
        floor.Journal.OnAppend = (_, _) => throw new IOException("lost");

        Assert.True((await configuration.ApplyAsync(new FloorOptions().AddQueue("loans"))).IsUnknown);
        Assert.Equal(before, configuration.Status.Wanted);
        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = (null, false);
        await floor.RestartAsync();
        Assert.True((await configuration.QueueAsync("chat")).IsAccepted);
        Assert.Equal("queue-unknown", (await configuration.QueueAsync("loans")).Rejection?.Code);
    }

    [Fact]
    public async Task Two_processes_with_two_files_are_told_apart()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var other = floor.Another(RunningFloor.Usual with { MaxLines = 9 });

        Assert.NotEqual(floor.Host.Configuration.Status.Wanted, other.Configuration.Status.Wanted);
        Assert.Null(other.Configuration.Status.Revision);
        Assert.False(other.Configuration.Status.IsAsWanted);
    }

    private static Task<RunningFloor> OwnedByVerbsAsync() =>
        RunningFloor.StartAsync(runtime => runtime with { Changes = ConfigurationChanges.FromVerbs });

    private static async Task<ChatId> AskingAsync(RunningFloor floor, string requirement) =>
        (await floor.Host.Chats.StartAsync(new StartChat
        {
            Queue = "chat",
            Customer = requirement,
            Wishes = new RoutingWishes { Requirements = [new(requirement)] },
        })).ValueOrThrow().Id;

    private static string? Code(Outcome<Receipt> outcome) => outcome.Rejection?.Code;

    private static long Head(RunningFloor floor) => floor.Host.Run!.Follower.Read(state => state.Head);
}
