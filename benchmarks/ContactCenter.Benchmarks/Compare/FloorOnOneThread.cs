using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>The engine's floor: life cycle, routing, alarms, and the log encoded. No shell around it.</summary>
internal sealed class FloorOnOneThread : IOneThread
{
    private const string Queue = "all";

    private readonly Floor _floor = new("f");
    private readonly RecordWriter _log = new();
    private readonly Body _body = new(new RedactionPipeline().Redact(CompetentFloor.Said).Text, salt: 1);
    private readonly List<(long Offer, long Chat, int Agent)> _offered = [];
    private readonly Dictionary<AgentId, int> _numbers = [];
    private AgentId[] _agents = [];
    private ContactWishes[] _wishes = [];
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddYears(56);

    public IReadOnlyList<(long Offer, long Chat, int Agent)> Offered => _offered;

    public void Open(Trade trade, int agents)
    {
        var options = new FloorOptions { HistoryLimit = 100_000 };
        options.MaxLive[Channel.Chat] = 2_000_000;
        options.AddQueue(Queue);
        _wishes = [.. trade.Needs.Select(Wishing)];
        _agents = [.. Enumerable.Range(0, agents).Select(agent => AgentId.Parse(Name("agent", agent)))];
        for (var agent = 0; agent < agents; agent++)
        {
            _numbers.Add(_agents[agent], agent);
            options.AddAgent(Name("agent", agent), one =>
            {
                one.Serves(Queue);
                foreach (var skill in Skills(trade.CanDo[agent % Trade.Kinds]))
                {
                    one.Has(skill, true);
                }
            });
        }

        Do(new Configure(Actor.Host, FloorBlueprint.Of(options), "1"));
    }

    public void MakeAvailable(int agent)
    {
        var id = _agents[agent];
        Do(new SignInAgent(Actor.Agent(id), id));
        Do(new MakeAvailable(Actor.Agent(id), id));
    }

    public void Arrive(long customer, int need)
    {
        CustomerId id = Name("customer", customer);
        Do(new StartContact(
            Actor.Customer(id), id, Queue, RedactedText.Empty, RedactedText.Empty, WithBot: false)
        {
            Wishes = _wishes[need],
        });
    }

    public void Accept(int agent, long offer) => Do(new AcceptOffer(Actor.Agent(_agents[agent]), offer));

    public void SayAsAgent(int agent, long chat) => Do(new PostMessage(Actor.Agent(_agents[agent]), chat, _body));

    public void SayAsCustomer(long customer, long chat) =>
        Do(new PostMessage(Actor.Customer(Name("customer", customer)), chat, _body));

    public void End(int agent, long chat) => Do(new EndChat(Actor.Agent(_agents[agent]), chat));

    public void WrapUp(int agent, long chat) => Do(new CompleteWrapUp(Actor.Agent(_agents[agent]), chat, []));

    public void Dispose()
    {
    }

    private static ContactWishes Wishing(UInt128 skills) =>
        new() { Requirements = [.. Skills(skills).Select(skill => (Requirement.Parse(skill), default(TimeSpan?)))] };

    private static IEnumerable<string> Skills(UInt128 skills) =>
        Enumerable.Range(0, Trade.Skills)
            .Where(skill => ((skills >> skill) & 1) == 1)
            .Select(skill => Name("skill", skill));

    private static string Name(string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private void Do(Command command)
    {
        _offered.Clear();
        _now = _now.AddTicks(100);
        while (_floor.Due(_now) is { } due)
        {
            Do(new Envelope(due));
        }

        Do(new Envelope(command));
    }

    private void Do(in Envelope envelope)
    {
        var decision = _floor.Handle(envelope, _now);
        var batch = decision.Batch ?? throw new InvalidOperationException($"{decision.Rejection}");
        _log.Clear();
        BatchCodec.Write(_log, batch);
        for (var line = 0; line < batch.Lines.Count; line++)
        {
            BatchCodec.Write(_log, batch.Lines[line], batch.At);
        }

        for (var index = 0; index < batch.Enclosed.Contacts.Count; index++)
        {
            BatchCodec.Write(_log, batch.Enclosed.Contacts[index]);
        }

        for (var index = 0; index < batch.Events.Count; index++)
        {
            if (batch.Events[index] is OfferMade e)
            {
                _offered.Add((e.Offer, e.Chat, _numbers[e.Agent]));
            }
        }
    }
}
