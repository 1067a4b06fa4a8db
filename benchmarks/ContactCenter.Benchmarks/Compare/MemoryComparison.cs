using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// What a live chat costs: 100,000 of them on a floor, in both copies of the state, with their indexes, alarms and
/// the window of command ids; bodies are beside the log and not counted.
/// </summary>
public static class MemoryComparison
{
    private const int Chats = 100_000;
    private const int Agents = 10_000;

    public static Task<string> RunAsync()
    {
        Measure(Chats / 10);
        var waiting = Measure(Chats, accept: false);
        var active = Measure(Chats, accept: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  all waiting: {waiting:F0} B a chat; half of {Chats:N0} with an agent: {active:F0} B a chat"));
        return Task.FromResult(string.Create(
            CultureInfo.InvariantCulture, $"bytes_per_live_chat={Math.Max(waiting, active):F0}"));
    }

    private static double Measure(int chats, bool accept = true)
    {
        var (floor, follower) = (new Floor("f"), new Floor("f"));
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        Do(new Configure(Actor.Host, Configuration(), "1"));
        for (var agent = 0; accept && agent < Agents; agent++)
        {
            AgentId id = $"agent-{agent}";
            Do(new SignInAgent(Actor.Agent(id), id));
            Do(new MakeAvailable(Actor.Agent(id), id));
        }

        var before = Live();
        for (var chat = 1; chat <= chats; chat++)
        {
            CustomerId customer = $"customer-{chat}";
            Do(new StartContact(
                Actor.Customer(customer), customer, "cards", RedactedText.Empty, RedactedText.Empty, WithBot: false));
            foreach (var offer in floor.Offers.Values.ToArray())
            {
                Do(new AcceptOffer(Actor.Agent(offer.Agent), offer.Number));
            }
        }

        var bytes = (Live() - before) / (double)chats;
        GC.KeepAlive(floor);
        GC.KeepAlive(follower);
        return bytes;

        void Do(Command command)
        {
            now = now.AddMilliseconds(1);
            var envelope = new Envelope(command, CommandId.New(now), Fingerprint.Of(command));
            var decision = floor.Handle(envelope, now);
            follower.Apply(decision.Batch ?? throw new InvalidOperationException($"{decision.Rejection}"));
        }
    }

    private static FloorConfiguration Configuration()
    {
        var options = new FloorOptions().AddQueue("cards");
        for (var agent = 0; agent < Agents; agent++)
        {
            options.AddAgent($"agent-{agent}", one => one.Serves("cards").ChatCapacity = 5);
        }

        return FloorBlueprint.Of(options);
    }

    private static long Live()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
