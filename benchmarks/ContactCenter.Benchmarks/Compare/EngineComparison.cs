using System.Globalization;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Journals;
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

    private static int _round;

    public static async Task<string> RunAsync()
    {
        var one = await ShareAsync(callers: 1, count: 100_000);
        var many = await ShareAsync(callers: 1_024, count: 307_200);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"share_of_echo={Math.Min(one, many):F2} one={one:F2} many={many:F2}");
    }

    private static async Task<double> ShareAsync(int callers, int count)
    {
        await using var echo = new ChannelEcho();
        await using var provider = new ServiceCollection()
            .AddContactCenter(floor => floor.AddQueue("cards"))
            .UseJournal(_ => new InMemoryJournal())
            .Services.BuildServiceProvider();
        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();

        var results = await new Contest($"A verb with {callers:N0} in flight", count, rounds: 11).RunAsync(
            new Contestant("bare channel echo", count => EachAsync(callers, count, async (_, asks) =>
            {
                for (var ask = 0; ask < asks; ask++)
                {
                    await echo.AskAsync();
                }
            })),
            new Contestant("message through the engine", count =>
            {
                _round++;
                return EachAsync(callers, count, (caller, asks) => TalkAsync(floor, caller, asks));
            }));
        await floor.StopAsync();
        return results[0].Nanoseconds / results[1].Nanoseconds;
    }

    private static Task EachAsync(int callers, int count, Func<int, int, Task> work) => Task.WhenAll(
        Enumerable.Range(0, callers).Select(caller => Task.Run(() => work(caller, count / callers))));

    private static async Task TalkAsync(FloorHost floor, int caller, int asks)
    {
        CustomerId customer = $"c-{caller}";
        var chat = await floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = customer });
        var (id, speaker) = (chat.ValueOrThrow().Id, Actor.Customer(customer));
        for (var ask = 0; ask < asks; ask++)
        {
            // Callers make the ids, and make them elsewhere: here they cost next to nothing.
            var command = new CommandId(new Guid(_round, 0, 0x4000, 0x80, 0, (byte)(caller >> 8), (byte)caller,
                (byte)(ask >> 24), (byte)(ask >> 16), (byte)(ask >> 8), (byte)ask));
            if (!(await floor.Chats.SayAsync(id, speaker, Text, command)).IsAccepted)
            {
                throw new InvalidOperationException("A message was not taken.");
            }
        }

        await floor.Chats.EndAsync(id, speaker);
    }
}
