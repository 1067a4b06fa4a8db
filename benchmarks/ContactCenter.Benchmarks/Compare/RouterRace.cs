using System.Diagnostics;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>Two routers on the same floor, with more contacts than agents or the other way round.</summary>
internal sealed class RouterRace
{
    private const int Decisions = 200_000;
    private const int LinqDecisions = 20;

    private static readonly QueueName Queue = "q";
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(56);

    private readonly RouterWorld _world;
    private readonly AgentId[] _ids;
    private readonly Router _router = new();
    private readonly LinqRouter _linq = new();
    private readonly Dictionary<AgentId, int> _numbers = [];
    private long _contacts;
    private long _clock;

    private RouterRace(RouterWorld world)
    {
        (_world, _ids) = (world, RouterWorld.Ids(world.Agents));
        _router.AddQueue(Queue);
        var membership = new QueueMembership(Queue);
        for (var agent = 0; agent < _ids.Length; agent++)
        {
            var skills = _world.SkillsOf(agent).ToArray();
            _router.Serve(
                _ids[agent],
                AttributeBag.Of([.. skills.Select(skill => (skill, (AttributeValue)true))]),
                membership);
            _numbers.Add(_ids[agent], agent);
            _linq.Add(agent, [.. skills]);
        }
    }

    /// <summary>Everybody is busy and many wait: who becomes free takes one, and another comes.</summary>
    internal static Figures ContactsWaiting(int agents, int waiting, bool isAdversarial)
    {
        var race = new RouterRace(new RouterWorld(agents, isAdversarial, 1));
        for (var contact = 0; contact < waiting; contact++)
        {
            var need = race._world.NextNeed();
            race.Arrive(need.Needs);
            race._linq.Arrive(race._contacts, need.Skills, race._clock);
        }

        return race.Run(free: true);
    }

    /// <summary>Everybody is free and nobody waits: who comes takes an agent, and another becomes free.</summary>
    internal static Figures AgentsIdle(int agents, bool isAdversarial)
    {
        var race = new RouterRace(new RouterWorld(agents, isAdversarial, 2));
        for (var agent = 0; agent < agents; agent++)
        {
            race._linq.Free(agent, race._clock + 1);
            race.Free(agent);
        }

        return race.Run(free: false);
    }

    private Figures Run(bool free)
    {
        // The same decisions by both, and the same answers.
        var linq = new List<double>();
        for (var count = 0; count < LinqDecisions; count++)
        {
            linq.Add(Both(free));
        }

        var needs = new ContactNeeds[Decisions];
        var agents = new int[Decisions];
        for (var index = 0; index < Decisions; index++)
        {
            (needs[index], agents[index]) = (_world.NextNeed().Needs, _world.NextAgent());
        }

        var (times, nothing) = (new double[Decisions], new double[Decisions]);
        long bytes = 0;
        for (var index = 0; index < Decisions; index++)
        {
            var began = Stopwatch.GetTimestamp();
            nothing[index] = Nanoseconds(began);
            began = Stopwatch.GetTimestamp();
            AgentId? taken = null;
            if (free)
            {
                Free(agents[index]);
            }
            else
            {
                taken = Arrive(needs[index]);
            }

            times[index] = Nanoseconds(began);

            // What follows keeps the surplus as it is, and makes no offer.
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            if (free)
            {
                Arrive(needs[index]);
            }
            else if (taken is { } agent)
            {
                Free(_numbers[agent]);
            }

            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        Array.Sort(times);
        Array.Sort(nothing);
        linq.Sort();
        return new Figures(
            times[Decisions / 2],
            times[Decisions / 100 * 99],
            nothing[Decisions / 100 * 99],
            bytes / (double)Decisions,
            linq[LinqDecisions / 2]);
    }

    private double Both(bool free)
    {
        var (agent, need) = (_world.NextAgent(), _world.NextNeed());
        var since = _clock + 1;
        long began;
        double took;
        long? expected;
        if (free)
        {
            began = Stopwatch.GetTimestamp();
            expected = _linq.Free(agent, since);
            took = Nanoseconds(began);
            Check(expected, Free(agent));
            _linq.Arrive(_contacts + 1, need.Skills, _clock + 1);
            Arrive(need.Needs);
            return took;
        }

        began = Stopwatch.GetTimestamp();
        expected = _linq.Arrive(_contacts + 1, need.Skills, since);
        took = Nanoseconds(began);
        var taken = _numbers[Arrive(need.Needs)!.Value];
        Check(expected, taken);
        _linq.Free(taken, _clock + 1);
        Free(taken);
        return took;
    }

    private static void Check(long? expected, long? chosen)
    {
        if (expected != chosen)
        {
            throw new InvalidOperationException($"LINQ chose {expected}, the router {chosen}.");
        }
    }

    private AgentId? Arrive(ContactNeeds needs)
    {
        _router.Wait(++_contacts, Queue, At(++_clock), needs);
        if (_router.Next() is not { } match)
        {
            return null;
        }

        _router.Forget(match.Contact);
        _router.SetFree(match.Agent, At(_clock));
        return match.Agent;
    }

    private long? Free(int agent)
    {
        _router.SetFree(_ids[agent], At(++_clock), Channel.Chat);
        if (_router.Next() is not { } match)
        {
            return null;
        }

        _router.Forget(match.Contact);
        _router.SetFree(match.Agent, At(_clock));
        return match.Contact;
    }

    private static double Nanoseconds(long began) =>
        (Stopwatch.GetTimestamp() - began) * (1e9 / Stopwatch.Frequency);

    private static DateTimeOffset At(long clock) => Start.AddTicks(clock);
}
