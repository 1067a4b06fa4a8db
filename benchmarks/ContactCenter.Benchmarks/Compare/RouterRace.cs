using System.Diagnostics;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>Two routers on the same floor, with more contacts than agents or the other way round.</summary>
internal sealed class RouterRace
{
    private const int Decisions = 200_000;
    private const int LinqDecisions = 20;

    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(56);

    private readonly RouterWorld _world;
    private readonly AgentId[] _ids;
    private readonly Router _router = new();
    private readonly LinqRouter _linq = new();
    private readonly Dictionary<string, int> _numbers = [];
    private readonly bool _withLinq;
    private long _contacts;
    private long _clock;

    private RouterRace(RouterWorld world, bool withLinq)
    {
        (_world, _ids, _withLinq) = (world, RouterWorld.Ids(world.Agents), withLinq);
        _router.AddQueue("q");
        var membership = new QueueMembership("q");
        for (var agent = 0; agent < _ids.Length; agent++)
        {
            var skills = _world.SkillsOf(agent).ToArray();
            _router.Serve(
                _ids[agent],
                AttributeBag.Of([.. skills.Select(skill => (skill, (AttributeValue)true))]),
                membership);
            _numbers.Add(_ids[agent].Value, agent);
            if (withLinq)
            {
                _linq.Add(agent, [.. skills]);
            }
        }
    }

    /// <summary>Everybody is busy and many wait: who becomes free takes one, and another comes.</summary>
    internal static Figures ContactsWaiting(int agents, int waiting, bool isAdversarial)
    {
        var race = new RouterRace(new RouterWorld(agents, isAdversarial, 1), withLinq: true);
        for (var contact = 0; contact < waiting; contact++)
        {
            race.Arrive(race._world.NextNeed(), timed: false);
        }

        return race.Run(free: true);
    }

    /// <summary>Everybody is free and nobody waits: who comes takes an agent, and another becomes free.</summary>
    internal static Figures AgentsIdle(int agents, bool isAdversarial)
    {
        var race = new RouterRace(new RouterWorld(agents, isAdversarial, 2), withLinq: true);
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

        var needs = new (string[] Skills, Requirement Requirement)[Decisions];
        var agents = new int[Decisions];
        for (var index = 0; index < Decisions; index++)
        {
            (needs[index], agents[index]) = (_world.NextNeed(), _world.NextAgent());
        }

        var (times, busy) = (new double[Decisions], new Queue<int>());
        long bytes = 0;
        for (var index = 0; index < Decisions; index++)
        {
            double with, without;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            if (free)
            {
                var began = Stopwatch.GetTimestamp();
                Free(agents[index]);
                with = Nanoseconds(began);
                allocated = GC.GetAllocatedBytesForCurrentThread();
                Arrive(needs[index], timed: true);
            }
            else
            {
                var began = Stopwatch.GetTimestamp();
                var taken = Arrive(needs[index], timed: true);
                with = Nanoseconds(began);
                allocated = GC.GetAllocatedBytesForCurrentThread();
                if (taken is { } agent)
                {
                    Free(agent);
                }
            }

            without = GC.GetAllocatedBytesForCurrentThread() - allocated;
            (times[index], bytes) = (with, bytes + (long)without);
        }

        Array.Sort(times);
        linq.Sort();
        return new Figures(
            times[Decisions / 2], times[Decisions / 100 * 99], bytes / (double)Decisions, linq[LinqDecisions / 2]);
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
            Arrive(need, timed: true);
            return took;
        }

        began = Stopwatch.GetTimestamp();
        expected = _linq.Arrive(_contacts + 1, need.Skills, since);
        took = Nanoseconds(began);
        var taken = Arrive(need, timed: true);
        Check(expected, taken);
        _linq.Free(taken!.Value, _clock + 1);
        Free(taken.Value);
        return took;
    }

    private static void Check(long? expected, long? chosen)
    {
        if (expected != chosen)
        {
            throw new InvalidOperationException($"LINQ chose {expected}, the router {chosen}.");
        }
    }

    private int? Arrive((string[] Skills, Requirement Requirement) need, bool timed)
    {
        var contact = ++_contacts;
        _router.Wait(contact, "q", At(++_clock), new ContactNeeds { Requirement = need.Requirement });
        if (!timed && _withLinq)
        {
            _linq.Arrive(contact, need.Skills, _clock);
        }

        if (_router.Next() is not { } match)
        {
            return null;
        }

        _router.Forget(match.Contact);
        _router.SetFree(match.Agent, At(_clock));
        return _numbers[match.Agent.Value];
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
