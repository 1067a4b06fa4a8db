using ContactCenter.Routing;
using ContactCenter.Testing;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Routing;

/// <summary>The router against one that looks at everybody every time.</summary>
public sealed class RouterModelTests
{
    /// <summary>How many contacts there are at most at a time.</summary>
    private const int Crowd = 15;

    private static readonly QueueName[] Queues = ["a", "b", "c", "d"];
    private static readonly AgentId[] Agents = ["mina", "noor", "omar", "pia", "quin", "rosa"];

    private readonly Router _router = new();
    private readonly List<Contact> _contacts = [];
    private readonly Dictionary<AgentId, Person> _people = [];
    private readonly Dictionary<QueueName, Channel> _channels = [];
    private long _numbers;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_router_chooses_what_a_look_at_everybody_would_choose(ulong seed)
    {
        var dice = new Dice(seed);
        foreach (var queue in Queues)
        {
            AddQueue(queue, (Channel)dice.Roll(2));
        }

        foreach (var agent in Agents)
        {
            _people.Add(agent, new Person());
            _router.Serve(agent);
        }

        for (var step = 0; step < 10_000; step++)
        {
            Step(dice);
            var expected = Next();
            Assert.Equal(expected, _router.Next());
            Assert.Equal(expected is null, _router.IsQuiescent);
        }
    }

    private void Step(Dice dice)
    {
        var agent = dice.Pick(Agents);
        var contact = _contacts.Count == 0 ? null : dice.Pick(_contacts);
        switch (dice.Roll(9))
        {
            case 0 or 1 when _contacts.Count < Crowd:
                var waiting = new Contact(++_numbers, dice.Pick(Queues), At(dice));
                _contacts.Add(waiting);
                _router.Wait(waiting.Number, waiting.Queue, waiting.Since);
                break;
            case 2 when contact is not null:
                _contacts.Remove(contact);
                _router.Forget(contact.Number);
                break;
            case 3 when Next() is { } match:
                _contacts.Single(one => one.Number == match.Contact).InLine = false;
                _router.Offer(match.Contact);
                break;
            case 4 when contact is not null:
                Return(contact, dice.Roll(2) == 0 ? agent : default(AgentId?));
                break;
            case 5:
                QueueName[] served = [.. Queues.Where(_ => dice.Roll(2) == 0)];
                _people[agent].Queues = served;
                _router.Serve(agent, served);
                break;
            case 6:
                AddQueue(dice.Pick(Queues), (Channel)dice.Roll(2));
                break;
            default:
                Channel[] room = [.. Enum.GetValues<Channel>().Where(_ => dice.Roll(2) == 0)];
                (_people[agent].Room, _people[agent].Since) = (room, At(dice));
                _router.SetFree(agent, _people[agent].Since, room);
                break;
        }
    }

    private void AddQueue(QueueName queue, Channel channel)
    {
        if (!_contacts.Any(contact => contact.Queue == queue))
        {
            _channels[queue] = channel;
            _router.AddQueue(queue, channel);
        }
    }

    private void Return(Contact contact, AgentId? passedBy)
    {
        if (!contact.InLine)
        {
            contact.InLine = true;
            if (passedBy is { } agent)
            {
                contact.PassedBy.Add(agent);
            }

            _router.Return(contact.Number, passedBy);
        }
    }

    /// <summary>The oldest contact that anybody can take, and whoever it has not passed and is longest free.</summary>
    private Match? Next()
    {
        var contact = _contacts.Where(waiting => waiting.InLine && Takers(waiting).Any())
            .MinBy(waiting => (waiting.Since, waiting.Number));
        return contact is null
            ? null
            : new Match(
                contact.Number,
                contact.Queue,
                Takers(contact)
                    .OrderBy(contact.PassedBy.Contains)
                    .ThenBy(agent => _people[agent].Since)
                    .ThenBy(agent => agent.Value, StringComparer.Ordinal)
                    .First(),
                RoutingStrategies.LongestAvailable);
    }

    private IEnumerable<AgentId> Takers(Contact contact) =>
        from agent in Agents
        let person = _people[agent]
        where person.Queues.Contains(contact.Queue) && person.Room.Contains(_channels[contact.Queue])
        select agent;

    private static DateTimeOffset At(Dice dice) => ManualTimeProvider.DefaultStart.AddSeconds(dice.Roll(20));

    private sealed class Contact(long number, QueueName queue, DateTimeOffset since)
    {
        public long Number { get; } = number;

        public QueueName Queue { get; } = queue;

        public DateTimeOffset Since { get; } = since;

        public bool InLine { get; set; } = true;

        public HashSet<AgentId> PassedBy { get; } = [];
    }

    private sealed class Person
    {
        public QueueName[] Queues { get; set; } = [];

        public Channel[] Room { get; set; } = [];

        public DateTimeOffset Since { get; set; }
    }
}
