using ContactCenter.Routing;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Routing;

/// <summary>Something that happens to a router; the numbers say to whom, whatever they are.</summary>
public readonly record struct RouterStep(byte What, byte Who, byte Where, ushort How);

/// <summary>The router and the plain one, told the same, who must choose the same.</summary>
internal sealed class RouterBout
{
    private static readonly QueueName[] Queues = ["a", "b", "c"];
    private static readonly AgentId[] Agents =
        ["mina", "noor", "omar", "pia", "quin", "rosa", "sam", "tia", "una", "vic"];

    private static readonly Requirement?[] Requirements =
    [
        null,
        Requirement.Parse("french"),
        Requirement.Parse("french >= 3"),
        Requirement.Parse("french >= 3 and billing"),
        Requirement.Parse("billing or dept = sales"),
        Requirement.Parse("dept != sales and french < 5"),
    ];

    private static readonly AttributeBag[] Attributes =
    [
        AttributeBag.Empty,
        AttributeBag.Of(("french", 2)),
        AttributeBag.Of(("french", 4), ("billing", true)),
        AttributeBag.Of(("french", 7), ("dept", "sales")),
        AttributeBag.Of(("billing", true), ("dept", "claims")),
    ];

    private static readonly QueueRules[] Rules =
    [
        QueueRules.Default,
        QueueRules.Default,
        new(RoutingStrategies.RoundRobin),
        new(RoutingStrategies.MostIdle),
        new(RoutingStrategies.LeastOccupied),
        new(RoutingStrategies.TopDown),
        new(RoutingStrategies.BestSkilled) { Scores = RoutingStrategies.Scoring[RoutingStrategies.BestSkilled] },
        new(RoutingStrategies.Weighted) { Scores = RoutingStrategies.Scoring[RoutingStrategies.Weighted] },
        new(RoutingStrategies.Random) { Scores = RoutingStrategies.Scoring[RoutingStrategies.Random] },
        QueueRules.Default with { PriorityWorth = TimeSpan.FromSeconds(3) },
        QueueRules.Default with { HeadStart = TimeSpan.FromSeconds(5) },
        QueueRules.Default with { IsManual = true },
    ];

    /// <summary>How many contacts there are at most at a time.</summary>
    private const int Crowd = 25;

    private readonly Router _router = new();
    private readonly PlainRouter _plain = new();
    private long _numbers;
    private long _turns;

    internal RouterBout()
    {
        foreach (var queue in Queues)
        {
            _router.AddQueue(queue, Channel.Chat, QueueRules.Default);
            _plain.AddQueue(queue, Channel.Chat, QueueRules.Default);
        }

        foreach (var agent in Agents)
        {
            Serve(agent, AttributeBag.Empty, [.. Queues.Select(queue => new QueueMembership(queue))]);
        }
    }

    /// <summary>What each chose last.</summary>
    internal string Choices { get; private set; } = string.Empty;

    /// <summary>Plays on; false once the two disagree.</summary>
    internal bool Play(RouterStep step)
    {
        var (agent, queue, how) = (Agents[step.Who % Agents.Length], Queues[step.Where % Queues.Length], step.How);
        var contact = _plain.Contacts.Count == 0 ? null : _plain.Contacts[step.Who % _plain.Contacts.Count];
        switch (step.What % 16)
        {
            case 0 or 1 or 2 or 3 or 4 when _plain.Contacts.Count < Crowd:
                Wait(queue, how, agent);
                break;
            case 5 when contact is not null:
                _plain.Forget(contact);
                _router.Forget(contact.Number);
                break;
            case 6 or 7 when contact is { InLine: false }:
                var asked = contact.Asked.First();
                contact.Asked.Remove(asked);
                if (how % 2 == 0)
                {
                    contact.PassedBy.Remove(asked);
                    contact.PassedBy.Add(asked);
                }

                _router.Return(contact.Number, asked, hasPassed: how % 2 == 0);
                break;
            case 8:
                Serve(agent, Attributes[how % Attributes.Length], Memberships(how));
                break;
            case 9:
                var rules = Rules[how % Rules.Length];
                _plain.AddQueue(queue, (Channel)(how / 64 % 2), rules);
                _router.AddQueue(queue, (Channel)(how / 64 % 2), rules);
                break;
            case 10:
                for (var count = 0; count < 50; count++)
                {
                    if (!Offer(out var isOver))
                    {
                        return false;
                    }

                    if (isOver)
                    {
                        break;
                    }
                }

                break;
            case 11:
                // All at once: a shift begins.
                foreach (var one in Agents)
                {
                    SetFree(one, At(how + one.Value.Length), [Channel.Voice, Channel.Chat], 0);
                }

                break;
            default:
                Channel[] room = [.. Enum.GetValues<Channel>().Where(channel => (how & (1 << (int)channel)) != 0)];
                SetFree(agent, At(how), room, how % 3 * 5_000);
                break;
        }

        return Agree(out _);
    }

    private void Wait(QueueName queue, int how, AgentId agent)
    {
        var needs = new ContactNeeds
        {
            Requirement = Requirements[how % Requirements.Length],
            Priority = how / 8 % 3,
            Waited = TimeSpan.FromSeconds(how / 32 % 3 * 10),
            ReservedFor = how % 11 == 0 ? agent : default(AgentId?),
            Preferred = how % 5 == 0 ? [agent, Agents[how / 5 % Agents.Length]] : [],
            Excluded = how % 7 == 0 ? [agent] : [],
        };
        var barred = how % 13 == 0 ? agent : default(AgentId?);
        var number = ++_numbers;
        _plain.Wait(number, queue, At(how), needs, barred);
        _router.Wait(number, queue, At(how), needs, barred);
    }

    private void Serve(AgentId agent, AttributeBag attributes, QueueMembership[] queues)
    {
        _plain.Serve(agent, attributes, queues);
        _router.Serve(agent, attributes, queues);
    }

    private void SetFree(AgentId agent, DateTimeOffset since, Channel[] room, int occupancy)
    {
        var (open, parts) = (0, default(Occupancy));
        foreach (var channel in room)
        {
            open |= 1 << (int)channel;
        }

        foreach (var channel in Enum.GetValues<Channel>())
        {
            parts = parts.With(channel, occupancy, Occupancy.Full);
        }

        _plain.SetFree(agent, since, since.AddSeconds(-open), room, occupancy);
        _router.SetFree(_router.Find(agent), since, since.AddSeconds(-open), open, parts);
    }

    /// <summary>Makes the offer that both would make; the agent has no room afterwards.</summary>
    private bool Offer(out bool isOver)
    {
        var agree = Agree(out var match);
        isOver = match is null;
        if (agree && match is { } offer)
        {
            var contact = _plain.Contacts.Single(one => one.Number == offer.Contact);
            contact.Asked.Add(offer.Agent);
            contact.Wanted = 1 + (int)(offer.Contact % 3 / 2);
            _router.Offer(offer.Contact, offer.Agent, contact.Wanted);
            _turns++;
            _plain.SetTurn(offer.Agent, offer.Queue, _turns);
            _router.SetTurn(offer.Agent, offer.Queue, _turns);
            SetFree(offer.Agent, At((int)_turns), [], 0);
        }

        return agree;
    }

    private bool Agree(out Match? match)
    {
        var expected = _plain.Next();
        match = _router.Next();
        Choices = $"{match} where {expected} was expected";
        return match?.Contact == expected?.Contact && match?.Agent == expected?.Agent
            && _router.IsQuiescent == expected is null;
    }

    private static QueueMembership[] Memberships(int how) =>
    [
        .. Queues.Where((_, index) => (how & (1 << index)) != 0 || how % 3 == 0).Select((queue, index) =>
            new QueueMembership(queue)
            {
                Rank = 1 + (how / 4 % 2 * index),
                Tier = 1 + (how / 8 % 2),
                Delay = TimeSpan.FromSeconds(how / 16 % 3 * 10),
                Weight = 1 + (how % 5),
                Position = how % 4,
            }),
    ];

    private static DateTimeOffset At(int how) => ManualTimeProvider.DefaultStart.AddSeconds(how % 20);
}
