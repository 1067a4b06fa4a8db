using System.Text;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Tests.Floors;
using ContactCenter.Tests.Journals;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>A card number that was written is nowhere: not in the journal, not in the log, not in an object.</summary>
public sealed class LeakTests
{
    private const string Card = "4111 1111 1111 1111";

    private static readonly string[] Forms =
        [Card, "4111-1111-1111-1111", "4111111111111111", "1111 1111 1111", "NDExMSAxMTExIDExMTEgMTExM"];

    [Fact, Scenario("S68"), Pain(96)]
    public async Task A_card_number_leaves_no_trace_in_journal_log_history_or_feed()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Redaction = new RedactionPipeline(new CardNumberRule(), ThatThrows),
            HasHostRules = true,
            Bot = new Bot((_, _) => throw new InvalidOperationException(Card)),
            Limits = new() { SnapshotEvery = 2 },
        });
        var supervisor = await Watcher.BeginAsync(floor.Host, Boss);
        var (ana, mina) = (await Watcher.BeginAsync(floor.Host, Ana), await Watcher.BeginAsync(floor.Host, Mina));
        await floor.AvailableAsync("mina");
        var told = new List<object?>();
        var request = new StartChat { Queue = "chat", Customer = "ana", Name = Card, Email = Card };
        var id = (await floor.Host.Chats.StartAsync(request)).ValueOrThrow().Id;
        told.AddRange(
        [
            await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "4111111111111111" }),
            await floor.Host.Chats.StartAsync(new StartChat { Queue = "bots", Customer = "bob" }),
            await floor.Host.Chats.SayAsync(id, Ana, $"my card is {Card}"),
            await floor.Host.Chats.SayAsync(id, Ana, $"boom {Card}"),
            await floor.Host.Chats.SayAsync(id, Bob, Card),
            await floor.Host.Chats.SayAsync(id, Ana, Card + new string('x', 9_000)),
            .. (await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow(),
            await floor.AcceptedAsync("mina"),
            await floor.Host.Chats.SayAsync(id, Mina, $"you said {Card}"),
            await floor.Host.Supervisors.SetIdleAsync("boss", "mina", "lunch", Card),
            await floor.Host.Agents.SetIdleAsync("mina", Card),
            await floor.Host.Chats.EndAsync(id, Mina),
            await floor.Host.Chats.WrapUpAsync(id, "mina", [Card]),
            .. await floor.TranscriptAsync(id),
        ]);
        await floor.Host.Run!.SettleAsync();
        await floor.Host.StopAsync();
        told.AddRange([.. await supervisor.ShownAsync(), .. await ana.ShownAsync(), .. await mina.ShownAsync()]);

        Assert.All(told, one => HoldsNone(one?.ToString() ?? string.Empty));
        Assert.All(floor.Log.Lines, HoldsNone);
        Assert.NotEmpty(floor.Log.Lines);
        foreach (var content in floor.Journal.Written)
        {
            HoldsNone(Encoding.UTF8.GetString(content));
            HoldsNone(Encoding.Unicode.GetString(content));
            HoldsNone(Encoding.Unicode.GetString(content, 1, content.Length - 1));
        }
    }

    [Fact, Scenario("S68")]
    public void A_card_number_is_in_no_words_of_a_command_or_an_event()
    {
        foreach (var command in Commands.OfEachKind.Values)
        {
            HoldsNone(command(Ana).ToString());
        }

        HoldsNone(Say(Ana, 1, Card).ToString());
        HoldsNone((Start("ana", "chat") with { Name = Text(Card), Email = Text(Card) }).ToString());
        HoldsNone(Said(Ana, 1, 2, Card).ToString());
        Assert.All(Samples.Events, sample => HoldsNone(sample.ToString()));
    }

    [Fact]
    public void Words_that_are_not_redacted_yet_are_in_no_words_of_what_carries_them()
    {
        HoldsNone(new StartChat { Queue = "chat", Customer = "ana", Name = Card, Email = Card }.ToString());
        HoldsNone(BotReply.Say(Card).ToString());
        HoldsNone(BotReply.HandOver(Card).ToString());
    }

    [Fact, Scenario("S68")]
    public async Task A_journal_that_throws_with_a_card_number_in_its_words_is_not_quoted()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = ((_, _) => throw new IOException(Card), true);

        HoldsNone((await floor.Host.Chats.SayAsync(chat, Ana, "hello")).ToString());
        await floor.Host.StopAsync();
        Assert.All(floor.Log.Lines, HoldsNone);
    }

    private static Rule ThatThrows => new("word", (in RedactionText text, ref FindingList _) =>
    {
        if (text.IndexOf("boom") >= 0)
        {
            throw new InvalidOperationException($"boom {Card}");
        }
    });

    private static void HoldsNone(string text) =>
        Assert.All(Forms, form => Assert.DoesNotContain(form, text, StringComparison.Ordinal));
}
