using System.Collections.Concurrent;
using ContactCenter.Chats;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>Many callers at once, from many threads.</summary>
public sealed class ConcurrencyTests
{
    private const int Callers = 16;

    [Fact]
    public async Task Messages_of_each_sender_stand_in_the_order_in_which_they_were_acknowledged()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        var received = new ConcurrentDictionary<Actor, List<int>>();

        await Task.WhenAll(TalkAsync(Ana), TalkAsync(Mina));
        var lines = (await floor.TranscriptAsync(chat)).Where(line => line.Kind == LineKind.Message).ToArray();
        Assert.Equal(Enumerable.Range(3, 400), lines.Select(line => line.Sequence));
        foreach (var sender in (Actor[])[Ana, Mina])
        {
            var said = lines.Where(line => line.Author == sender).ToArray();
            Assert.Equal(Enumerable.Range(0, 200).Select(number => $"{number}"), said.Select(line => line.Text));
            Assert.Equal(received[sender], said.Select(line => line.Sequence));
        }

        async Task TalkAsync(Actor by)
        {
            await Task.Yield();
            received[by] = [];
            for (var number = 0; number < 200; number++)
            {
                received[by].Add((await floor.SaidAsync(chat, by, $"{number}")).Sequence);
            }
        }
    }

    [Fact]
    public async Task Every_chat_gets_its_own_messages_and_the_log_has_no_gap()
    {
        await using var floor = await RunningFloor.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(TalkAsync));
        await floor.Host.StopAsync();

        var records = await floor.Journal.RecordsAsync("floor");
        Assert.All(records.Index(), record => Assert.Equal(record.Index + 1, record.Item.Sequence));
        Assert.Equal(1 + (Callers * 51), records.Count);

        async Task TalkAsync(int caller)
        {
            await Task.Yield();
            var chat = await floor.StartedAsync($"c-{caller}");
            for (var number = 0; number < 50; number++)
            {
                var receipt = await floor.SaidAsync(chat, Actor.Customer($"c-{caller}"), $"{caller}:{number}");
                Assert.Equal(number + 2, receipt.Sequence);
            }

            var expected = Enumerable.Range(0, 50).Select(number => $"{caller}:{number}");
            Assert.Equal(expected, await floor.MessagesAsync(chat));
        }
    }

    [Fact, Pain(1)]
    public async Task One_of_many_answers_to_one_offer_is_accepted()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        var offer = (await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow()[0].Offer;

        var outcomes = await AllAtOnceAsync(() => floor.Host.Agents.AcceptAsync("mina", offer));
        Assert.Single(outcomes, outcome => outcome.IsAccepted);
        Assert.All(
            outcomes.Where(outcome => !outcome.IsAccepted), lost => Assert.Equal("offer-gone", lost.Rejection?.Code));
    }

    [Fact, Pain(9)]
    public async Task Retries_that_come_all_at_once_have_one_effect_and_one_answer()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var id = CommandId.New(floor.Time.GetUtcNow());

        var outcomes = await AllAtOnceAsync(() => floor.Host.Chats.SayAsync(chat, Ana, "hello", id));
        Assert.All(outcomes, outcome => Assert.Equal(2, outcome.ValueOrThrow().Sequence));
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_stop_is_there_after_it_and_nothing_else()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var acknowledged = new ConcurrentQueue<string>();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable.Range(0, Callers).Select(TalkAsync).ToArray();
        await started.Task;
        await floor.Host.StopAsync();
        await Task.WhenAll(callers);
        await floor.Host.StartAsync();

        var lines = new List<TranscriptLine>();
        while ((await floor.Host.Chats.TranscriptAsync(chat, Boss, lines.Count)).ValueOrThrow() is [_, ..] page)
        {
            lines.AddRange(page);
        }

        Assert.Equal(acknowledged.Order(), lines.Skip(1).Select(line => line.Text).Order());

        async Task TalkAsync(int caller)
        {
            await Task.Yield();
            for (var number = 0; ; number++)
            {
                var outcome = await floor.Host.Chats.SayAsync(chat, Ana, $"{caller}:{number}");
                if (!outcome.IsAccepted)
                {
                    Assert.Equal("not-running", outcome.Rejection?.Code);
                    return;
                }

                acknowledged.Enqueue($"{caller}:{number}");
                started.TrySetResult();
            }
        }
    }

    private static Task<Outcome<T>[]> AllAtOnceAsync<T>(Func<ValueTask<Outcome<T>>> ask) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => ask().AsTask())));
}
