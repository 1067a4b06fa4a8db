using System.Diagnostics;
using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Proofs;

/// <summary>
/// 100,000 wait in a queue that nobody serves; then 10,000 agents who are available get it, all in one command. What
/// follows is done in bounded batches, each with a command of somebody else behind it; nobody overtakes.
/// </summary>
internal static class Rush
{
    private const int Agents = 10_000;
    private const int Waiting = 100_000;

    private static readonly Body Words = new(new RedactionPipeline().Redact("Is anybody there?").Text, salt: 1);

    internal static int Run()
    {
        // Once to warm up.
        Run(Agents / 10, Waiting / 10);
        return Run(Agents, Waiting) ? 0 : 1;
    }

    private static bool Run(int agents, int waiting)
    {
        var (floor, log) = (new Floor("f"), new RecordWriter());
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        Do(new Configure(Actor.Host, Configuration(agents, waiting, isOpen: false), "closed"));
        for (var agent = 0; agent < agents; agent++)
        {
            Do(new SignInAgent(Actor.Agent(Agent(agent)), Agent(agent)));
            Do(new MakeAvailable(Actor.Agent(Agent(agent)), Agent(agent)));
        }

        for (var customer = 1; customer <= waiting; customer++)
        {
            now = now.AddMilliseconds(1);
            Do(new StartContact(
                Actor.Customer(Customer(customer)),
                Customer(customer),
                "cards",
                RedactedText.Empty,
                RedactedText.Empty,
                WithBot: false));
        }

        GC.Collect();
        var (offered, pauses, bytes) = (new List<long>(), new List<double>(), 0);
        var opening = Timed(new Configure(Actor.Host, Configuration(agents, waiting, isOpen: true), "open"));
        for (var asked = 0; floor.Leftover; asked++)
        {
            // As the writer does: what is left over goes first, and then the command that came.
            var pause = Timed(new ContinueOffering());
            var (chat, by) = (waiting - asked, Actor.Customer(Customer(waiting - asked)));
            pauses.Add(pause + Timed(new PostMessage(by, chat, Words)));
        }

        var isInOrder = offered.SequenceEqual(Enumerable.Range(1, agents).Select(chat => (long)chat));
        pauses.Sort();
        if (agents == Agents)
        {
            Console.WriteLine(Text(
                $"{agents:N0} agents get a queue in which {waiting:N0} wait: {opening:F0} ms to configure,"));
            Console.WriteLine(Text(
                $"then {pauses.Count} rounds of a batch and a message, the median {pauses[pauses.Count / 2]:F2} ms"));
            Console.WriteLine(Text($"rush agents={agents} waiting={waiting} in_order={isInOrder} ")
                + Text($"longest_pause_ms={pauses[^1]:F1} largest_batch_bytes={bytes}"));
        }

        return isInOrder;

        double Timed(Command command)
        {
            var start = Stopwatch.GetTimestamp();
            var batch = Do(command);
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            offered.AddRange(batch.Events.OfType<OfferMade>().Select(offer => offer.Chat));
            bytes = command is Configure ? bytes : Math.Max(bytes, log.Length);
            return milliseconds;
        }

        Batch Do(Command command)
        {
            var decision = floor.Handle(new Envelope(command), now);
            var batch = decision.Batch ?? throw new InvalidOperationException($"{decision.Rejection}");
            log.Clear();
            BatchCodec.Write(log, batch);
            return batch;
        }
    }

    private static FloorConfiguration Configuration(int agents, int waiting, bool isOpen)
    {
        var options = new FloorOptions().AddQueue("cards").AddQueue("other");
        options.MaxLive[Channel.Chat] = waiting;
        for (var agent = 0; agent < agents; agent++)
        {
            options.AddAgent(Agent(agent).Value, one => one.Serves(isOpen ? "cards" : "other"));
        }

        return FloorBlueprint.Of(options);
    }

    private static AgentId Agent(int number) =>
        AgentId.Parse(string.Create(CultureInfo.InvariantCulture, $"agent-{number}"));

    private static CustomerId Customer(int number) =>
        CustomerId.Parse(string.Create(CultureInfo.InvariantCulture, $"customer-{number}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
