using BenchmarkDotNet.Attributes;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Classes;

/// <summary>Decide and apply, without shell, journal or codec.</summary>
[MemoryDiagnoser]
public class FloorBenchmarks
{
    private static readonly AgentId Mina = "mina";
    private static readonly CustomerId Customer = "c-1";

    private readonly Floor _floor = new("f");
    private readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddYears(56);
    private readonly Body _body = new(new RedactionPipeline().Redact("Thanks, that's all.").Text, salt: 1);
    private long _chat;

    [GlobalSetup]
    public void Setup()
    {
        var options = new FloorOptions().AddQueue("cards").AddAgent("mina", agent => agent.Serves("cards"));
        Do(new Configure(Actor.Host, FloorBlueprint.Of(options), "1"));
        Do(new SignInAgent(Actor.Agent(Mina), Mina));
        Do(new MakeAvailable(Actor.Agent(Mina), Mina));
        _chat = Start();
    }

    [Benchmark]
    public object? PostMessage() => Do(new PostMessage(Actor.Customer(Customer), _chat, _body));

    [Benchmark]
    public object? WholeChat()
    {
        Do(new EndChat(Actor.Agent(Mina), _chat));
        Do(new CompleteWrapUp(Actor.Agent(Mina), _chat, []));
        return _chat = Start();
    }

    private long Start()
    {
        var chat = Do(new StartContact(
            Actor.Customer(Customer), Customer, "cards", RedactedText.Empty, RedactedText.Empty, WithBot: false));
        Do(new AcceptOffer(Actor.Agent(Mina), _floor.Last.Offer));
        return chat.Reply.Number;
    }

    private Batch Do(Command command)
    {
        var decision = _floor.Handle(new Envelope(command), _now);
        return decision.Batch ?? throw new InvalidOperationException($"{decision.Rejection}");
    }
}
