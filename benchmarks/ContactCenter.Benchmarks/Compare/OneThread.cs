using System.Diagnostics;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>A floor on one thread; each call is a command, decided, applied and encoded.</summary>
public interface IOneThread : IDisposable
{
    /// <summary>The offers that the last command led to.</summary>
    IReadOnlyList<(long Offer, long Chat, int Agent)> Offered { get; }

    void Open(Trade trade, int agents);

    void MakeAvailable(int agent);

    void Arrive(long customer, int need);

    void Accept(int agent, long offer);

    void SayAsAgent(int agent, long chat);

    void SayAsCustomer(long customer, long chat);

    void End(int agent, long chat);

    void WrapUp(int agent, long chat);
}

/// <summary>
/// The same day for each of them: agents accept, talk, end and wrap up in any order among each other, and for each
/// contact that is done another arrives. All agents who can be are busy, and so many contacts wait.
/// </summary>
public sealed class Shift
{
    private static readonly string[] Kinds = ["arrive", "accept", "say", "say", "end", "wrap up"];

    private readonly IOneThread _floor;
    private readonly Trade _trade = new();
    private readonly (int Phase, long Offer, long Chat)[] _desks;
    private readonly List<long> _latencies = [];
    private readonly (long Count, long Ticks)[] _byKind = new (long, long)[6];
    private Draw _draw = new(11);
    private long _customers;
    private long _stamp;

    public Shift(IOneThread floor, int agents, int waiting)
    {
        (_floor, _desks) = (floor, new (int, long, long)[agents]);
        _floor.Open(_trade, agents);
        for (var agent = 0; agent < agents; agent++)
        {
            _floor.MakeAvailable(agent);
        }

        for (var contact = 0; contact < agents + waiting; contact++)
        {
            Arrive();
        }
    }

    /// <summary>Who was offered what: the same for all that decide alike.</summary>
    public long Decisions { get; private set; }

    public double Percentile(double part)
    {
        _latencies.Sort();
        return _latencies[(int)((_latencies.Count - 1) * part)] * 1e9 / Stopwatch.Frequency;
    }

    /// <summary>What a command of each kind takes in the mean, in nanoseconds.</summary>
    public IEnumerable<(string Kind, double Nanoseconds)> Means => Kinds.Select((kind, index) =>
        (kind, _byKind[index].Ticks * 1e9 / Stopwatch.Frequency / Math.Max(1, _byKind[index].Count)));

    /// <summary>Works until so many commands are done.</summary>
    /// <returns>Commands a second.</returns>
    public double Work(int commands)
    {
        _latencies.Clear();
        Array.Clear(_byKind);
        _latencies.EnsureCapacity(commands + 2);
        var start = _stamp = Stopwatch.GetTimestamp();
        while (_latencies.Count < commands)
        {
            Step(_draw.Below(_desks.Length));
        }

        return _latencies.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private void Step(int agent)
    {
        ref var desk = ref _desks[agent];
        switch (desk.Phase)
        {
            case 1:
                _floor.Accept(agent, desk.Offer);
                break;
            case 2:
                _floor.SayAsAgent(agent, desk.Chat);
                break;
            case 3:
                // Customers are numbered as their chats are.
                _floor.SayAsCustomer(desk.Chat, desk.Chat);
                break;
            case 4:
                _floor.End(agent, desk.Chat);
                break;
            case 5:
                Arrive();
                _floor.WrapUp(agent, desk.Chat);
                break;
            default:
                return;
        }

        var done = desk.Phase;
        desk.Phase = done == 5 ? 0 : done + 1;
        Done(done);
    }

    private void Arrive()
    {
        _floor.Arrive(++_customers, _trade.Draw(ref _draw));
        Done(kind: 0);
    }

    private void Done(int kind)
    {
        var now = Stopwatch.GetTimestamp();
        _byKind[kind] = (_byKind[kind].Count + 1, _byKind[kind].Ticks + now - _stamp);
        _latencies.Add(now - _stamp);
        _stamp = now;
        foreach (var (offer, chat, agent) in _floor.Offered)
        {
            _desks[agent] = (1, offer, chat);
            Decisions = unchecked((Decisions * 31) + (chat * 1_000_003) + agent);
        }
    }
}
