using ContactCenter.Routing;

namespace ContactCenter.Tests.Routing;

/// <summary>A router that is obviously right: it keeps lists, and looks at everybody every time.</summary>
internal sealed class PlainRouter
{
    private readonly Dictionary<QueueName, Queue> _queues = [];
    private readonly Dictionary<AgentId, Person> _people = [];
    private readonly List<Contact> _contacts = [];

    internal IReadOnlyList<Contact> Contacts => _contacts;

    internal void AddQueue(QueueName name, Channel channel, QueueRules rules)
    {
        if (_queues.TryGetValue(name, out var known))
        {
            var isEmpty = !_contacts.Exists(contact => contact.Queue == name && contact.InLine);
            _queues[name] = new Queue(isEmpty ? channel : known.Channel, rules);
        }
        else
        {
            _queues.Add(name, new Queue(channel, rules));
        }
    }

    internal void Wait(long number, QueueName queue, DateTimeOffset since, ContactNeeds needs, AgentId? barred) =>
        _contacts.Add(new Contact(number, queue, since, needs, barred)
        {
            Place = _queues[queue].Rules.PlaceOf(number, since, needs),
        });

    internal void Forget(Contact contact) => _contacts.Remove(contact);

    internal void Serve(AgentId agent, AttributeBag attributes, QueueMembership[] queues)
    {
        var person = _people.TryGetValue(agent, out var known) ? known : _people[agent] = new Person(agent);
        (person.Attributes, person.Queues) = (attributes, queues);
        foreach (var left in person.Turns.Keys.Except(queues.Select(queue => queue.Queue)).ToArray())
        {
            person.Turns.Remove(left);
        }
    }

    internal void SetFree(AgentId agent, DateTimeOffset since, DateTimeOffset servedAt, Channel[] room, int occupancy)
    {
        var person = _people[agent];
        (person.Since, person.ServedAt, person.Room, person.Occupancy) = (since, servedAt, room, occupancy);
    }

    internal void SetTurn(AgentId agent, QueueName queue, long turn)
    {
        if (_people[agent].Queues.Any(one => one.Queue == queue))
        {
            _people[agent].Turns[queue] = turn;
        }
    }

    /// <summary>The first contact that anybody can take, and whom its queue prefers.</summary>
    internal (long Contact, AgentId Agent)? Next()
    {
        var contact = _contacts.Where(one => one.IsOpen && Takers(one).Any())
            .MinBy(one => (!one.InLine, one.Place));
        if (contact is null)
        {
            return null;
        }

        // Whoever it goes to takes first what comes first for them.
        var sooner = Taken(Choice(contact));
        return (sooner.Number, Choice(sooner).Id);
    }

    private Contact Taken(Person person) => _contacts
        .Where(one => one.IsOpen && Takers(one).Contains(person))
        .OrderBy(one => !one.InLine).ThenBy(one => person.In(one.Queue)!.Rank).ThenBy(one => one.Place)
        .First();

    private Person Choice(Contact contact)
    {
        var wanted = contact.Needs.Preferred
            .Select(id => Takers(contact).FirstOrDefault(person => person.Id == id))
            .FirstOrDefault(person => person is not null && !contact.PassedBy.Contains(person.Id));
        var rules = _queues[contact.Queue].Rules;
        return wanted ?? Takers(contact)
            .OrderBy(person => contact.PassedBy.IndexOf(person.Id))
            .ThenBy(person => person.In(contact.Queue)!.Tier)
            .ThenBy(person => rules.Scores is { } scores ? Score(scores, contact, person) : 0)
            .ThenBy(person => rules.Strategy switch
            {
                RoutingStrategies.RoundRobin => person.Turns.GetValueOrDefault(contact.Queue),
                RoutingStrategies.MostIdle => person.ServedAt.UtcTicks,
                RoutingStrategies.LeastOccupied => person.Occupancy,
                RoutingStrategies.TopDown => person.In(contact.Queue)!.Position,
                _ => 0,
            })
            .ThenBy(person => person.Since)
            .ThenBy(person => person.Id.Value, StringComparer.Ordinal)
            .First();
    }

    private static double Score(IRoutingStrategy strategy, Contact contact, Person person) => strategy.Score(
        new RoutingContact(
            contact.Number, contact.Queue, contact.Since, contact.Needs, (ulong)contact.PassedBy.Count),
        new RoutingCandidate(
            person.Id, person.Since, person.Attributes, person.In(contact.Queue)!, person.Occupancy / 10_000.0),
        default).Value;

    private IEnumerable<Person> Takers(Contact contact) =>
        from person in _people.Values
        let queue = _queues[contact.Queue]
        let membership = person.In(contact.Queue)
        where queue.Rules.IsMatched && membership is not null && person.Room.Contains(queue.Channel)
        where membership.Delay <= contact.Needs.Waited
        where contact.Needs.Requirement?.Matches(person.Attributes) ?? true
        where person.Id != contact.Barred && !contact.Asked.Contains(person.Id)
        where !contact.Needs.Excluded.Contains(person.Id)
        where contact.Needs.ReservedFor is not { } only || only == person.Id
        select person;

    internal sealed class Contact(
        long number, QueueName queue, DateTimeOffset since, ContactNeeds needs, AgentId? barred)
    {
        public long Number { get; } = number;

        public QueueName Queue { get; } = queue;

        public DateTimeOffset Since { get; } = since;

        public ContactNeeds Needs { get; } = needs;

        public AgentId? Barred { get; } = barred;

        public Place Place { get; init; }

        public HashSet<AgentId> Asked { get; } = [];

        public int Wanted { get; set; }

        public bool InLine => Asked.Count == 0;

        public bool IsOpen => Asked.Count == 0 || Asked.Count < Wanted;

        public List<AgentId> PassedBy { get; } = [];
    }

    private sealed record Queue(Channel Channel, QueueRules Rules);

    private sealed class Person(AgentId id)
    {
        public AgentId Id { get; } = id;

        public AttributeBag Attributes { get; set; } = AttributeBag.Empty;

        public QueueMembership[] Queues { get; set; } = [];

        public Channel[] Room { get; set; } = [];

        public DateTimeOffset Since { get; set; }

        public DateTimeOffset ServedAt { get; set; }

        public int Occupancy { get; set; }

        public Dictionary<QueueName, long> Turns { get; } = [];

        public QueueMembership? In(QueueName queue) => Queues.FirstOrDefault(one => one.Queue == queue);
    }
}
