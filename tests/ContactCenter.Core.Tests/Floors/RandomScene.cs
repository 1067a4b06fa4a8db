using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Testing;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Floors;

/// <summary>A small busy floor on which people do what comes to their mind, the same in every run.</summary>
internal sealed class RandomScene(ulong seed)
{
    /// <summary>How many chats there are at most at a time.</summary>
    private const int Crowd = 20;

    private static readonly string[] Agents = ["mina", "noor", "omar", "pia"];
    private static readonly string[] Queues = ["chat", "other", "letters"];

    private readonly Dice _dice = new(seed);
    private DateTimeOffset _now = ManualTimeProvider.DefaultStart;

    internal Floor Floor { get; private set; } = new("random");

    internal static FloorConfiguration Configured { get; } = Configuration(
        [Queue("chat", allowDecline: true), Queue("other", startsWithBot: true), Queue("letters", Channel.Email)],
        Agent("mina", 1),
        Agent("noor", 3, "chat", "other"),
        Agent("omar", new MediaProfile { Mode = MediaMode.Exclusive, Chat = 2, Email = 2 }),
        Agent("pia", new MediaProfile { Chat = 2, Email = 1 }, "letters", "other")) with
    {
        WrapUp = new WrapUpPolicy
        {
            Reasons = [new WrapUpReason("solved", "Solved")],
            AutoAfter = TimeSpan.FromSeconds(20),
            AllowExtension = true,
        },
        WindowCount = 20,
    };

    /// <summary>The first configuration, then each step: a command, or the alarms of a stretch of time.</summary>
    internal IEnumerable<Batch> Play(int steps)
    {
        yield return Handle(Revision.To(Configured))!;
        for (var step = 0; step < steps; step++)
        {
            foreach (var batch in Step())
            {
                yield return batch;
            }
        }
    }

    internal RandomScene After(int steps)
    {
        foreach (var _ in Play(steps))
        {
            // Each is applied as it is made.
        }

        return this;
    }

    /// <summary>The floor's memory is lost and comes back from a snapshot.</summary>
    internal void Reload() => Floor = SnapshotCodec.Read(new JournalSnapshot(Floor.Head, SnapshotCodec.Write(Floor)));

    private IEnumerable<Batch> Step()
    {
        _now += TimeSpan.FromMilliseconds(_dice.Roll(3_000));
        while (Floor.Due(_now) is { } due)
        {
            yield return Handle(due)!;
        }

        var asked = Ask();
        var isCalled = asked is not (AnswerForBot or GiveUpOnBot);
        if (Handle(asked, isCalled && _dice.Roll(2) == 0 ? CommandId.New(_now) : default) is { } batch)
        {
            yield return batch;
        }
    }

    private Batch? Handle(Command command, CommandId id = default) => Floor.Handle(
        new Envelope(command, id, id.IsNone ? 0 : Fingerprint.Of(command)), _now).Batch;

    private Command Ask()
    {
        var agent = _dice.Pick(Agents);
        return _dice.Roll(14) switch
        {
            0 => SignIn(agent),
            1 or 2 => GoAvailable(agent),
            3 => _dice.Roll(2) == 0 ? GoIdle(agent, "lunch") : SignOut(agent),
            4 or 5 => Floor.Chats.Count < Crowd
                ? Start(Customer(_dice.Roll(12)), _dice.Pick(Queues)) : GoAvailable(agent),
            6 or 7 => Floor.Agents[agent].Offers is [var offer, ..]
                ? Accept(agent, offer) : Accept(agent, _dice.Roll(9)),
            8 => Floor.Agents[agent].Offers is [var offer, ..] ? Decline(agent, offer) : Fail(Floor.Last.Offer),
            9 => Any() is { } chat ? Say(Actor.Customer(chat.Customer), chat.Number, "hello") : SignIn(agent),
            10 => Any() is { Parts: [var part, ..] } chat
                ? End(Actor.Agent(part.Agent), chat.Number) : GoAvailable(agent),
            11 => Any() is { } chat ? End(Actor.Customer(chat.Customer), chat.Number) : GoAvailable(agent),
            12 => Any() is { Parts: [var part, ..] } chat
                ? WrapUp(part.Agent.Value, chat.Number, "solved") : SignIn(agent),
            _ => _dice.Roll(3) == 0
                ? new GiveUpOnBot(Floor.Last.Effect)
                : new AnswerForBot(Floor.Last.Effect, Body("hello"), HandOver: _dice.Roll(2) == 0),
        };
    }

    private ChatSession? Any() => Floor.Chats.Count == 0
        ? null
        : _dice.Pick(Floor.Chats.Values.OrderBy(chat => chat.Number).ToArray());

    private static CustomerId Customer(int number) => string.Create(CultureInfo.InvariantCulture, $"c-{number}");
}
