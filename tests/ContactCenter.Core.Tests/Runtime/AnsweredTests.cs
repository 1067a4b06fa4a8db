using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Routing;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Contacts that are answered, and what a host does then; and those that nobody answers.</summary>
public sealed class AnsweredTests
{
    private const string Hook = "at-answer";

    [Fact, PeerScenario("AQ-05")]
    public async Task Where_everybody_has_paused_the_customer_leaves_on_timeout_and_the_record_says_not_answered()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina", "noor");
        (await floor.Host.Agents.SetIdleAsync("mina", "lunch")).ValueOrThrow();
        (await floor.Host.Agents.SetIdleAsync("noor", "lunch")).ValueOrThrow();
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        var chat = await floor.StartedAsync("ana");

        await floor.AdvanceAsync(Minutes(2) - Tick);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
        await floor.AdvanceAsync(Tick);
        Assert.Contains(await floor.TranscriptAsync(chat), line => line.Notice == Notices.WaitTooLong);
        var past = Assert.Single((await floor.Host.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        Assert.Equal((chat, true, Actor.System), (past.Chat, past.IsAbandoned, past.EndedBy));
        Assert.Equal(Minutes(2), past.ClosedAt - past.QueuedAt);
        Assert.Empty(past.Agents);

        var today = (await floor.Host.Queues.StatisticsAsync("chat", Actor.Host)).ValueOrThrow().Today;
        Assert.Equal((1, 0, 0, 0), (today.Offered, today.Answered, today.Missed, today.Handled));
        foreach (var agent in (AgentId[])["mina", "noor"])
        {
            var own = (await floor.Host.Agents.StatisticsAsync(agent)).ValueOrThrow();
            Assert.Equal((0, 0), (own.Offered, own.Missed));
        }

        await floor.Host.StopAsync();
        Assert.DoesNotContain((await boss.RestAsync()).SelectMany(batch => batch.Items), item => item is OfferShown);
    }

    [Fact, PeerScenario("AQ-24")]
    public async Task What_its_queue_says_is_done_once_at_the_answer_and_for_one_chat_what_that_says_in_its_place()
    {
        await using var floor = await StartAsync();
        await floor.AvailableAsync("mina", "noor");
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        var (anas, bobs) = (await floor.StartedAsync("ana"), await floor.StartedAsync("bob"));
        var ofQueue = (await floor.Host.Configuration.QueueAsync("chat")).ValueOrThrow().Options.Labels[Hook];
        var ofChat = new Dictionary<ChatId, string> { [bobs] = "play-the-song" };

        // Mina misses Ana's, which Noor is asked for then, and Bob's is taken back with it: no answer yet.
        await floor.AdvanceAsync(Seconds(30));
        (await floor.Host.Agents.SetAvailableAsync("mina")).ValueOrThrow();
        Assert.Equal(bobs, await floor.AcceptedAsync("mina"));
        var first = await AnsweredAsync(boss);
        Assert.Equal((bobs, "play-the-song"), (first.Chat, ofChat.GetValueOrDefault(first.Chat, ofQueue)));

        await floor.AdvanceAsync(Seconds(5));
        Assert.Equal(anas, await floor.AcceptedAsync("noor"));
        var second = await AnsweredAsync(boss);
        Assert.Equal((anas, "greet"), (second.Chat, ofChat.GetValueOrDefault(second.Chat, ofQueue)));

        (await floor.Host.Chats.EndAsync(anas, Ana)).ValueOrThrow();
        await floor.Host.StopAsync();
        Assert.DoesNotContain((await boss.RestAsync()).SelectMany(batch => batch.Items), IsAnswer);
    }

    /// <summary>The next answer that the host is told of: when it does what is to be done.</summary>
    private static async Task<OfferShown> AnsweredAsync(FeedReader feed)
    {
        while (true)
        {
            if ((await feed.DeltasAsync()).SingleOrDefault(IsAnswer) is OfferShown answered)
            {
                return answered;
            }
        }
    }

    private static bool IsAnswer(FeedItem item) => item is OfferShown { State: OfferState.Accepted };

    /// <summary>Nobody waits longer than two minutes; whoever is answered is greeted.</summary>
    private static Task<RunningFloor> StartAsync()
    {
        var options = new FloorOptions().AddQueue("chat", queue =>
        {
            queue.WaitRules.Add(new WaitRule { After = Minutes(2), End = true });
            queue.Labels[Hook] = "greet";
        }).AddAgent("mina", agent => Serving(agent, chats: 2)).AddAgent("noor", agent => Serving(agent, chats: 1));
        options.IdleCodes["lunch"] = "Lunch";
        return RunningFloor.StartAsync(FloorBlueprint.Of(options));
    }

    private static void Serving(AgentOptions agent, int chats)
    {
        agent.Serves("chat");
        agent.ChatCapacity = chats;
    }
}
