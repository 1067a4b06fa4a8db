using ContactCenter.Agents;
using ContactCenter.DependencyInjection;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Responses;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContactCenter.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Adding_a_contact_centre_twice_is_harmless()
    {
        _services.AddContactCenter(floor => floor.AddQueue("cards"));
        _services.AddContactCenter(floor => floor.AddAgent("mina", agent => agent.Serves("cards")));
        _services.AddContactCenter();
        await using var provider = _services.BuildServiceProvider();

        Assert.Single(provider.GetServices<FloorHost>());
        Assert.Single(provider.GetServices<IJournal>());
        Assert.Single(provider.GetServices<IValidateOptions<FloorOptions>>());
        Assert.Same(provider.GetRequiredService<FloorHost>(), provider.GetRequiredKeyedService<FloorHost>("default"));
        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();
        Assert.True((await floor.Agents.SignInAsync("mina")).IsAccepted);
        Assert.True((await floor.Queues.WaitingAsync("cards")).IsAccepted);
    }

    [Fact]
    public async Task A_queue_names_a_strategy_of_the_hosts()
    {
        _services.AddContactCenter(floor => floor
                .AddQueue("cards", queue => queue.Strategy = "first")
                .AddQueue("loans", queue => queue.Strategy = "second"))
            .AddRoutingStrategy<FirstStrategy>().AddRoutingStrategy<FirstStrategy>()
            .AddRoutingStrategy(new NamedStrategy("second"));
        await using var provider = _services.BuildServiceProvider();

        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();

        Assert.Equal(
            ["first", "second"],
            floor.Run!.Follower.Read(state => state.Queues.Values.Select(queue => queue.Strategy).ToArray()));
        var wanted = new FloorOptions().AddQueue("cards", queue => queue.Strategy = "second");
        Assert.Empty((await floor.Configuration.PreviewAsync(wanted)).ValueOrThrow().Refusals);
        wanted.Queues["cards"].Strategy = "third";
        Assert.Equal(
            ["queue cards: strategy 'third' is not known"],
            (await floor.Configuration.PreviewAsync(wanted)).ValueOrThrow().Refusals);
    }

    [Fact]
    public void Strategies_that_cannot_be_named_refuse_the_start_with_every_other_fault()
    {
        _services.AddContactCenter(floor => floor.AddQueue("cards", queue => queue.Strategy = "third"))
            .AddRoutingStrategy<FirstStrategy>()
            .AddRoutingStrategy(new NamedStrategy("first"))
            .AddRoutingStrategy(new NamedStrategy("Not Kebab"))
            .AddRoutingStrategy(new NamedStrategy("random"));
        using var provider = _services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<FloorHost>);

        Assert.Equal(
            [
                "Floor default: routing strategy NamedStrategy is called 'Not Kebab', which is not 1 to 64 of a-z, "
                    + "0-9 and single hyphens.",
                "Floor default: routing strategy 'random' ships already: NamedStrategy needs a name of its own.",
                "Floor default: routing strategy 'first' is there twice.",
                "Floor default: queue cards: strategy 'third' is not known.",
            ],
            refused.Failures);
    }

    [Fact]
    public async Task Two_floors_are_resolved_by_their_ids_and_share_nothing()
    {
        _services.AddContactCenter()
            .AddFloor("seoul", floor => floor.AddQueue("cards").AddAgent("mina"))
            .AddFloor("busan", floor => floor.AddQueue("loans").AddAgent("mina"));
        await using var provider = _services.BuildServiceProvider();
        var seoul = provider.GetRequiredKeyedService<FloorHost>("seoul");
        var busan = provider.GetRequiredKeyedService<FloorHost>("busan");

        Assert.Same(seoul, provider.GetRequiredService<FloorHost>());
        await seoul.StartAsync();
        await busan.StartAsync();
        await seoul.Agents.SignInAsync("mina");
        Assert.Equal(
            Availability.SignedOut,
            (await busan.Agents.StateAsync("mina")).Value.Availability);
        Assert.Equal("queue-unknown", (await busan.Queues.WaitingAsync("cards")).Rejection?.Code);

        var chat = (await seoul.Chats.StartAsync(new StartChat { Queue = "cards", Customer = "ana" })).Value.Id;
        Assert.Equal("seoul/chat-1", chat.ToString());
        Assert.Equal("chat-unknown", (await busan.Chats.StateAsync(chat, Actor.Host)).Rejection?.Code);
        Assert.Equal("chat-unknown", (await busan.Chats.EndAsync(chat, Actor.Host)).Rejection?.Code);
    }

    [Fact]
    public void A_floor_has_an_id_like_any_other() =>
        Assert.Throws<FormatException>(() => _services.AddContactCenter().AddFloor("no id", _ => { }));

    [Fact]
    public void An_id_that_reads_as_a_card_number_is_refused_and_not_repeated()
    {
        var refused = Assert.Throws<ArgumentException>(
            () => _services.AddContactCenter().AddFloor("4111-1111-1111-1111", _ => { }));
        Assert.DoesNotContain("1111", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_of_the_bot_is_filled_once_and_the_second_is_told_by_whom()
    {
        var builder = _services.AddContactCenter().UseBot(_ => new ScriptedBot("Hello", "One moment"));

        var refused = Assert.Throws<InvalidOperationException>(
            () => builder.UseBot(_ => new ScriptedBot("Hi", "Wait")));
        Assert.Equal("The bot is there already, by UseBot.", refused.Message);
    }

    [Fact]
    public void The_place_of_the_journal_is_filled_once_and_the_second_is_told_by_whom()
    {
        var journal = new InMemoryJournal();
        var builder = _services.AddContactCenter().UseJournal(_ => journal);

        var refused = Assert.Throws<InvalidOperationException>(() => builder.UseJournal(_ => new InMemoryJournal()));
        Assert.Equal("The journal is there already, by UseJournal.", refused.Message);
        using var provider = _services.BuildServiceProvider();
        Assert.Same(journal, provider.GetRequiredService<IJournal>());
    }

    [Fact]
    public void The_place_of_the_responses_is_filled_once_and_the_second_is_told_by_whom()
    {
        var builder = _services.AddContactCenter().UseResponses(_ => new InMemoryResponses());

        var refused = Assert.Throws<InvalidOperationException>(
            () => builder.UseResponses(_ => new InMemoryResponses()));
        Assert.Equal("The source of responses is there already, by UseResponses.", refused.Message);
    }

    [Fact]
    public void A_floor_whose_sources_of_history_have_no_proper_names_is_not_made_and_all_are_told()
    {
        _services.AddContactCenter(floor => floor.AddQueue("cards"))
            .AddHistorySource<Crm>().AddHistorySource<OtherCrm>().AddHistorySource<Nameless>();
        using var provider = _services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<FloorHost>());

        Assert.Equal(
            [
                "Floor default: two sources of history are called 'crm'.",
                "Floor default: the name of Nameless is not 1 to 64 characters.",
            ],
            refused.Failures);
    }

    [Fact]
    public async Task A_floor_runs_on_the_clock_the_bot_and_the_rules_that_the_container_holds()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2030, 5, 5, 0, 0, 0, TimeSpan.Zero));
        _services.AddSingleton<TimeProvider>(time);
        _services.AddContactCenter(floor => floor.AddQueue("cards", queue => queue.StartsWithBot = true))
            .UseBot(_ => new ScriptedBot("Hello, say xyzzy", "One moment"))
            .AddRedactionRule<Xyzzy>()
            .AddRedactionRule<Xyzzy>();
        await using var provider = _services.BuildServiceProvider();
        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();

        var chat = (await floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = "ana" })).Value.Id;
        await floor.Run!.SettleAsync();
        var said = await floor.Chats.SayAsync(chat, Actor.Customer("ana"), "4111 1111 1111 1111");
        var lines = (await floor.Chats.TranscriptAsync(chat, Actor.Customer("ana"))).Value;

        Assert.True(said.Value.IsRedacted);
        Assert.Equal("Hello, say *****", lines[0].Text);
        Assert.Equal(time.GetUtcNow(), lines[0].At);
        Assert.Equal("411111******1111", lines[1].Text);
    }

    private class Named(string name) : IHistorySource
    {
        public string Name => name;

        public ValueTask<HistoryRead> ReadAsync(
            CustomerId customer, string? after, int limit, CancellationToken cancellationToken) =>
            new(new HistoryRead([]));
    }

    private sealed class Crm() : Named("crm");

    private sealed class OtherCrm() : Named("crm");

    private sealed class Nameless() : Named(" ");

    private sealed class Xyzzy : IRedactionRule
    {
        public RedactionKind Kind { get; } = RedactionKind.Custom("xyzzy");

        public string Version => "1";

        public void Find(in RedactionText text, ref FindingList findings)
        {
            for (var at = text.IndexOf("xyzzy"); at >= 0; at = text.IndexOf("xyzzy", at + 1))
            {
                findings.Add(at, "xyzzy".Length, Confidence.High);
            }
        }
    }

    private class NamedStrategy(string name) : IRoutingStrategy
    {
        public string Name => name;

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            RoutingScore.First(name);
    }

    private sealed class FirstStrategy() : NamedStrategy("first");
}
