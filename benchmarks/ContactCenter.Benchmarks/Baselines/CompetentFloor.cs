using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ContactCenter.Benchmarks.Compare;

namespace ContactCenter.Benchmarks.Baselines;

/// <summary>
/// What a competent developer writes: a machine in a dictionary; skills as bit masks; whoever waits in the order of
/// age and whoever is free in the order of time, gone through until one fits; a timer for each offer and each wrap-up;
/// each event as generated JSON into one buffer. It knows nothing of retries, redaction, several channels or replay.
/// </summary>
internal sealed class CompetentFloor : IOneThread
{
    internal const string Said = "Hello, I would like to change the delivery address of my order, please.";

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<(State, Trigger), State> Machine = new()
    {
        [(State.Queued, Trigger.Offer)] = State.Offered,
        [(State.Offered, Trigger.Accept)] = State.Active,
        [(State.Offered, Trigger.Return)] = State.Queued,
        [(State.Active, Trigger.Say)] = State.Active,
        [(State.Active, Trigger.End)] = State.WrapUp,
        [(State.WrapUp, Trigger.Complete)] = State.Closed,
        [(State.Queued, Trigger.End)] = State.Closed,
    };

    private readonly Dictionary<long, Chat> _chats = [];
    private readonly Dictionary<long, Offer> _offers = [];
    private readonly Dictionary<string, Agent> _agents = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<long> _due = new();
    private readonly TimerCallback _ring;
    private readonly List<(long Offer, long Chat, int Agent)> _offered = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(65_536);
    private readonly Utf8JsonWriter _writer;
    private readonly CompetentEvent _event = new();

    // Oldest first; one that is gone is null until there are as many of those as of the others.
    private readonly List<(UInt128 Needs, Chat? Chat)> _waiting = [];
    private readonly LinkedList<Agent> _idle = new();
    private Agent[] _byNumber = [];
    private UInt128[] _needs = [];
    private string[] _queues = [];
    private int _gone;
    private int _firstWaiting;
    private long _lastChat;
    private long _lastOffer;
    private long _sequence;
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddYears(56);

    internal CompetentFloor()
    {
        _ring = state => _due.Enqueue((long)state!);
        _writer = new Utf8JsonWriter(_buffer);
    }

    private enum State
    {
        Queued,
        Offered,
        Active,
        WrapUp,
        Closed,
    }

    private enum Trigger
    {
        Offer,
        Accept,
        Return,
        Say,
        End,
        Complete,
    }

    public IReadOnlyList<(long Offer, long Chat, int Agent)> Offered => _offered;

    public void Open(Trade trade, int agents)
    {
        _needs = trade.Needs;
        _queues = [.. Enumerable.Range(0, Trade.Kinds).Select(need => Name("need", need))];
        _byNumber = [.. Enumerable.Range(0, agents).Select(agent =>
            new Agent(agent, Name("agent", agent), trade.CanDo[agent % Trade.Kinds]))];
        foreach (var agent in _byNumber)
        {
            _agents.Add(agent.Id, agent);
        }
    }

    public void MakeAvailable(int agent)
    {
        Begin();
        Free(_agents[_byNumber[agent].Id]);
    }

    public void Arrive(long customer, int need)
    {
        Begin();
        var chat = new Chat(++_lastChat, Name("customer", customer), _needs[need], _queues[need]);
        _chats.Add(chat.Number, chat);
        Write("chat-queued", chat);
        for (var node = _idle.First; node is not null; node = node.Next)
        {
            if ((chat.Needs & ~node.Value.CanDo) == 0)
            {
                _idle.Remove(node);
                Make(chat, node.Value);
                return;
            }
        }

        _waiting.Add((chat.Needs, chat));
    }

    public void Accept(int agent, long offer)
    {
        Begin();
        var one = _agents[_byNumber[agent].Id];
        if (!_offers.Remove(offer, out var accepted) || accepted.Agent != one)
        {
            throw new InvalidOperationException("Gone.");
        }

        accepted.Timer!.Dispose();
        Move(accepted.Chat, Trigger.Accept);
        accepted.Chat.Owner = one;
        Write("offer-accepted", accepted.Chat, accepted.Number);
    }

    public void SayAsAgent(int agent, long chat)
    {
        Begin();
        var said = _chats[chat];
        if (said.Owner != _agents[_byNumber[agent].Id])
        {
            throw new InvalidOperationException("Not theirs.");
        }

        Say(said, said.Owner.Id);
    }

    public void SayAsCustomer(long customer, long chat)
    {
        Begin();
        var said = _chats[chat];
        var id = Name("customer", customer);
        if (said.Customer != id)
        {
            throw new InvalidOperationException("Not theirs.");
        }

        Say(said, null);
    }

    public void End(int agent, long chat)
    {
        Begin();
        var ended = _chats[chat];
        Move(ended, Trigger.End);
        ended.Timer = TimeProvider.System.CreateTimer(_ring, ended.Number, AnswerWithin, Timeout.InfiniteTimeSpan);
        Write("chat-ended", ended);
    }

    public void WrapUp(int agent, long chat)
    {
        Begin();
        var done = _chats[chat];
        Move(done, Trigger.Complete);
        done.Timer!.Dispose();
        _chats.Remove(chat);
        Write("wrap-up-completed", done);
        Free(_agents[_byNumber[agent].Id]);
    }

    public void Dispose()
    {
        foreach (var offer in _offers.Values)
        {
            offer.Timer?.Dispose();
        }

        foreach (var chat in _chats.Values)
        {
            chat.Timer?.Dispose();
        }

        _writer.Dispose();
    }

    private static string Name(string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private static void Move(Chat chat, Trigger trigger) =>
        chat.State = Machine.TryGetValue((chat.State, trigger), out var next)
            ? next
            : throw new InvalidOperationException($"{trigger} in {chat.State}.");

    private void Begin()
    {
        _offered.Clear();
        _buffer.ResetWrittenCount();
        _now = _now.AddTicks(100);
        while (_due.TryDequeue(out _))
        {
            // An offer that ran out: in this contest none is left that long.
        }
    }

    private void Say(Chat chat, string? agent)
    {
        Move(chat, Trigger.Say);
        chat.Lines++;
        Write(agent is null ? "customer-said" : "agent-said", chat, text: Said);
    }

    private void Free(Agent agent)
    {
        var waiting = CollectionsMarshal.AsSpan(_waiting);
        var canNot = ~agent.CanDo;
        for (var place = _firstWaiting; place < waiting.Length; place++)
        {
            if ((waiting[place].Needs & canNot) == 0 && waiting[place].Chat is { } chat)
            {
                waiting[place] = default;
                _gone++;
                Compact();
                Make(chat, agent);
                return;
            }
        }

        _idle.AddLast(agent);
    }

    private void Compact()
    {
        while (_firstWaiting < _waiting.Count && _waiting[_firstWaiting].Chat is null)
        {
            _firstWaiting++;
        }

        if (_gone > 1_024 && _gone > _waiting.Count / 8)
        {
            _waiting.RemoveAll(static waiting => waiting.Chat is null);
            (_gone, _firstWaiting) = (0, 0);
        }
    }

    private void Make(Chat chat, Agent agent)
    {
        Move(chat, Trigger.Offer);
        var offer = new Offer(++_lastOffer, chat, agent);
        offer.Timer = TimeProvider.System.CreateTimer(_ring, offer.Number, AnswerWithin, Timeout.InfiniteTimeSpan);
        _offers.Add(offer.Number, offer);
        _offered.Add((offer.Number, chat.Number, agent.Number));
        Write("offer-made", chat, offer.Number, agent.Id);
    }

    private void Write(string type, Chat chat, long offer = 0, string? agent = null, string? text = null)
    {
        (_event.Type, _event.Sequence, _event.At) = (type, ++_sequence, _now);
        (_event.Chat, _event.Offer, _event.Agent) = (chat.Number, offer, agent ?? chat.Owner?.Id);
        (_event.Customer, _event.Queue, _event.Text) = (chat.Customer, chat.Queue, text);
        _writer.Reset(_buffer);
        JsonSerializer.Serialize(_writer, _event, CompetentJson.Default.CompetentEvent);
    }

    private sealed class Agent(int number, string id, UInt128 canDo)
    {
        internal int Number => number;

        internal string Id => id;

        internal UInt128 CanDo => canDo;
    }

    private sealed class Chat(long number, string customer, UInt128 needs, string queue)
    {
        internal long Number => number;

        internal string Customer => customer;

        internal UInt128 Needs => needs;

        internal string Queue => queue;

        internal State State { get; set; }

        internal Agent? Owner { get; set; }

        internal int Lines { get; set; }

        internal ITimer? Timer { get; set; }
    }

    private sealed class Offer(long number, Chat chat, Agent agent)
    {
        internal long Number => number;

        internal Chat Chat => chat;

        internal Agent Agent => agent;

        internal ITimer? Timer { get; set; }
    }
}
