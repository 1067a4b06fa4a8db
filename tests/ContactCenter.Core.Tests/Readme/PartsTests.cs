using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.StateMachines;

namespace ContactCenter.Tests.Readme;

/// <summary>What the README shows of each part on its own; its fences are compared with these regions.</summary>
public sealed class PartsTests
{
    [Fact]
    public void The_state_machine_stands_on_its_own()
    {
        #region state-machine
        var table = ChatLifecycle.Table;                                    // immutable, shared by all chats

        var next = table.Next(ChatState.Offered, ChatTrigger.Accept);       // Active
        var allowed = table.Allows(ChatState.Ended, ChatTrigger.Post);      // false
        var buttons = table.Permitted(ChatState.Offered);                   // Present, Accept, Return, Post, Leave
        var drawing = table.ToMermaid();                                    // as in the guide
        #endregion

        Assert.Equal(ChatState.Active, next);
        Assert.False(allowed);
        Assert.Equal(
            [ChatTrigger.Present, ChatTrigger.Accept, ChatTrigger.Return, ChatTrigger.Post, ChatTrigger.Leave],
            buttons);
        Assert.StartsWith("stateDiagram-v2", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public void The_router_stands_on_its_own()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        #region router
        var router = new Router();
        router.AddQueue("cards");
        router.Serve("mina", "cards");
        router.SetFree("mina", since: now, Channel.Chat);
        router.Wait(contact: 42, "cards", since: now);

        var match = router.Next();      // contact 42, agent mina, longest-available
        router.Offer(contact: 42);      // it keeps its place in line until Mina answers
        router.SetFree("mina", since: now);     // no channel listed: Mina gets nothing else for now
        #endregion

        Assert.Equal(new Match(42, "cards", "mina", RoutingStrategies.LongestAvailable), match);
        Assert.True(router.IsQuiescent);
    }

    [Fact]
    public void A_requirement_stands_on_its_own()
    {
        #region requirements
        var cards = Requirement.Parse("language = korean and cards >= 3 and not trainee");
        AttributeBag mina = [("language", "korean"), ("cards", 8)];
        AttributeBag jun = [("language", "korean"), ("cards", 2), ("trainee", true)];

        var may = cards.Matches(mina);          // true
        var why = cards.Misses(jun);            // cards >= 3, not trainee
        var fit = cards.Score(mina);            // 3.83: 3 conditions met, 0.83 for being 5 levels above
        var slip = Requirement.TryParse("cards >= many", out _, out var fault);     // at 9: a number is expected…
        #endregion

        Assert.True(may);
        Assert.Equal(["cards >= 3", "not trainee"], why);
        Assert.Equal(3.83, fit, 2);
        Assert.False(slip);
        Assert.StartsWith("at 9: a number", fault?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_coordinator_stands_on_its_own()
    {
        #region coordinator
        var coordinator = new Coordinator();                                // with the default CollaborationPolicy

        var chat = Gathering.Of("mina");                                    // Mina has the chat
        chat = coordinator.Decide(chat, ChatAction.Invite, by: "mina", other: "noor").Next;
        chat = coordinator.Decide(chat, ChatAction.Accept, by: "noor").Next;            // a conference
        var no = coordinator.Decide(chat, ChatAction.Transfer, by: "mina").Rejection;   // not-allowed
        var step = coordinator.Lose(chat, "mina");                          // noor is responsible; mina owes a wrap-up
        #endregion

        Assert.Equal(new Gathering(ChatState.Conference, "mina", "noor"), chat);
        Assert.Equal("not-allowed", no?.Code);
        Assert.Equal(Gathering.Of("noor"), step.Next);
        Assert.Equal([new Departure("mina", OwesWrapUp: true)], step.Leaving);
    }

    [Fact]
    public void The_redaction_pipeline_stands_on_its_own()
    {
        #region redaction
        var pipeline = new RedactionPipeline();                             // the built-in rules: card data

        var result = pipeline.Redact("my card is 4111-1111 1111 1111, thanks");
        var text = result.Text.Text;                                        // my card is 411111******1111, thanks
        var found = result.Text.CountOf(RedactionKind.CardNumber);          // 1
        #endregion

        Assert.Equal("my card is 411111******1111, thanks", text);
        Assert.Equal(1, found);
    }

    [Fact]
    public void What_is_done_with_a_finding_is_a_table()
    {
        #region redaction-policy
        var options = new RedactionOptions { Preset = RedactionPreset.Balanced };
        options.Kinds[RedactionKind.KoreanResident] = RedactionAction.Drop;     // the message is refused
        options.Kinds[RedactionKind.Iban] = RedactionAction.Redact;
        options.Masks[RedactionKind.Iban] = MaskFormat.LastFour;
        options.Policies.Add(new() { Queue = "fraud", Action = RedactionAction.Block }); // refused, and audited
        options.Allow(RedactionKind.CardNumber, "order-number", IsOrderNumber); // your own check digit
        var floorwide = new RedactionPipeline(options);

        var log = new TextRedactor(floorwide);                          // for your own log lines
        var line = log.Redact("pay DE89370400440532013000, cvv 123");   // pay ******************3000, cvv ***
        #endregion

        Assert.Equal("pay ******************3000, cvv ***", line);
        Assert.Equal("4111111111111111", log.Redact("4111111111111111"));

        static bool IsOrderNumber(ReadOnlySpan<char> number) => number.StartsWith("4111");
    }

    [Fact]
    public void A_strategy_of_the_hosts_is_a_score()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var router = new Router();
        router.AddQueue("seoul", Channel.Chat, new SameBranch());
        router.Serve("mina", AttributeBag.Empty, new QueueMembership("seoul"));
        router.Serve("noor", [("seoul", true)], new QueueMembership("seoul"));
        router.SetFree("mina", since: now, Channel.Chat);
        router.SetFree("noor", since: now.AddMinutes(1), Channel.Chat);
        router.Wait(contact: 42, "seoul", since: now);

        Assert.Equal(new Match(42, "seoul", "noor", "of this branch"), router.Next(now));
    }

    #region strategy
    internal sealed class SameBranch : IRoutingStrategy
    {
        public string Name => "same-branch";                                // queue.Strategy = "same-branch"

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            agent.Attributes.TryGet(contact.Queue.Value, out _)
                ? RoutingScore.First("of this branch")
                : RoutingScore.By(agent.Occupancy, Name);                   // ties go to the longest available
    }
    #endregion
}
