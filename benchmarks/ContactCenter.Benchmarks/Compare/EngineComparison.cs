using System.Globalization;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// One verb through the whole engine (redacted, stamped, decided, applied, encoded, journaled in memory, followed,
/// answered) against a bare channel with a reader that does nothing, with as many callers.
/// </summary>
public static class EngineComparison
{
    private const string Text = "Hello, I would like to change the delivery address of my order, please.";

    // Callers make the ids, long before and somewhere else.
    private static readonly CommandId[] Ids =
        [.. Enumerable.Range(0, 300_000).Select(_ => new CommandId(Guid.NewGuid()))];

    public static async Task<string> RunAsync()
    {
        var one = await ShareAsync(callers: 1, count: 100_000);
        var many = await ShareAsync(callers: 1_024, count: 300_000);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"share_of_echo={Math.Min(one, many):F2} one={one:F2} many={many:F2}");
    }

    private static async Task<double> ShareAsync(int callers, int count)
    {
        await using var echo = new ChannelEcho();
        var results = await new Contest($"A verb with {callers:N0} in flight", count, rounds: 11).RunAsync(
            new Contestant("bare channel echo", count => EachAsync(callers, count, async (_, asks) =>
            {
                for (var ask = 0; ask < asks; ask++)
                {
                    await echo.AskAsync();
                }
            })),
            new Contestant("message through the engine", count => TalkAsync(callers, count)));
        return results[0].Nanoseconds / results[1].Nanoseconds;
    }

    private static Task EachAsync(int callers, int count, Func<int, int, Task> work) => Task.WhenAll(
        Enumerable.Range(0, callers).Select(caller => Task.Run(() => work(caller, count / callers))));

    private static async Task TalkAsync(int callers, int count)
    {
        await using var provider = new ServiceCollection()
            .AddContactCenter(floor => floor.AddQueue("cards"))
            .Services.BuildServiceProvider();
        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();
        await EachAsync(callers, count, async (caller, asks) =>
        {
            CustomerId customer = $"c-{caller}";
            var chat = await floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = customer });
            var (id, speaker) = (chat.ValueOrThrow().Id, Actor.Customer(customer));
            for (var ask = 0; ask < asks; ask++)
            {
                var command = Ids[(caller * asks) + ask];
                if (!(await floor.Chats.SayAsync(id, speaker, Text, command)).IsAccepted)
                {
                    throw new InvalidOperationException("A message was not taken.");
                }
            }
        });
        await floor.StopAsync();
    }
}
