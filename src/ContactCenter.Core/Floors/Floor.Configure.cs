using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Taking a revision of the configuration: as a whole, or not at all.</summary>
internal sealed partial class Floor
{
    private const string Removed = "removed";

    private Rejection? Decide(Configure c)
    {
        if (MayConfigure(c.By, c.Expected) is { } refused)
        {
            return refused;
        }

        return c.Hash == ConfigurationHash
            ? null
            : Take(c.Configuration, new FloorConfigured(c.Configuration, c.Hash), c.By);
    }

    private Rejection? Decide(EditConfiguration c)
    {
        if ((MayConfigure(c.By, c.Expected) ?? c.Edit.Refusal(Configuration)) is { } refused)
        {
            return refused;
        }

        var wanted = c.Edit.In(Configuration);
        var hash = Floors.ConfigurationHash.Of(wanted);
        return hash == ConfigurationHash ? null : Take(wanted, new ConfigurationEdited(c.Edit, hash), c.By);
    }

    private Rejection? MayConfigure(Actor by, string? expected) =>
        by.Kind != ActorKind.Host ? Rejections.NotPermitted
        : expected is not null && expected != ConfigurationHash ? Rejections.ConfigurationStale
        : null;

    private Rejection? Take(FloorConfiguration wanted, Event taken, Actor by)
    {
        string[] faults = [.. FaultsOf(wanted)];
        if (faults.Length > 0)
        {
            return Rejections.ConfigurationInvalid.About(string.Join("; ", faults));
        }

        foreach (var gone in Leaving(wanted))
        {
            SignOut(gone, by, Removed);
        }

        Raise(taken);
        foreach (var queue in wanted.Queues)
        {
            MindHours(queue);
        }

        DismissObservers();
        return null;
    }

    /// <summary>Why a configuration is not taken: what is wrong with it, else what the work in hand forbids.</summary>
    internal IEnumerable<string> FaultsOf(FloorConfiguration wanted)
    {
        string[] faults = [.. ConfigurationFaults.Of(wanted, Strategies)];
        return faults.Length > 0 ? faults : Conflicts(wanted);
    }

    /// <summary>A supervisor who may not be in a chat any more is there no longer.</summary>
    private void DismissObservers()
    {
        var watched = _chats.Values.Where(chat => chat.Observers is not null).OrderBy(chat => chat.Number).ToArray();
        foreach (var chat in watched)
        {
            DismissObservers(chat);
        }
    }

    private void DismissObservers(ChatSession chat)
    {
        foreach (var observer in chat.Observers?.ToArray() ?? [])
        {
            var right = observer.State == ObserverState.BargedIn
                ? SupervisorRights.BargeIn
                : SupervisorRights.Monitor;
            if (Supervised(Actor.Supervisor(observer.Supervisor), right, chat) is not null)
            {
                Observe(chat, observer.Supervisor, ObserverTrigger.Withdraw);
            }
        }
    }

    /// <summary>What the work in hand does not let go of.</summary>
    private IEnumerable<string> Conflicts(FloorConfiguration wanted)
    {
        var queues = wanted.Queues.ToDictionary(queue => (QueueName)queue.Name);
        var inUse = _chats.Values.Select(chat => (Queue: chat.Queue, chat.Channel))
            .Concat(_chats.Values.Select(chat => (Queue: chat.WaitsIn, chat.Channel)))
            .Distinct().OrderBy(use => use.Queue.Value, StringComparer.Ordinal);
        foreach (var (queue, channel) in inUse)
        {
            var isKept = queues.TryGetValue(queue, out var kept)
                ? kept.Channel == channel
                : RuleOf(queue) is not { } rule || TryHeir(rule, queues, out _);
            if (!isKept)
            {
                yield return $"queue {queue} still has {channel} contacts";
            }
        }

        foreach (var agent in Leaving(wanted).Where(agent => agent.Contacts.Count > 0))
        {
            yield return $"agent {agent.Id} still has contacts";
        }
    }

    /// <summary>
    /// How a queue works that has contacts; null for one that was removed before, where they are in wrap-up.
    /// </summary>
    private QueueProfile? RuleOf(QueueName queue) =>
        _queues.GetValueOrDefault(queue) ?? _closing.GetValueOrDefault(queue.Value)?.Was;

    /// <summary>The agents who are at work and have no place in the wanted configuration, in order.</summary>
    private Agent[] Leaving(FloorConfiguration wanted)
    {
        var agents = wanted.Agents.Select(agent => (AgentId)agent.Id).ToHashSet();
        return
        [
            .. _agents.Values
                .Where(agent => !agents.Contains(agent.Id))
                .Where(agent => agent.Availability != Availability.SignedOut
                    || _presences.ContainsKey(Actor.Agent(agent.Id)))
                .OrderBy(agent => agent.Id.Value, StringComparer.Ordinal),
        ];
    }

    private void Apply(FloorConfigured e)
    {
        var were = Router.Queues.Keys.ToDictionary(name => name, RuleOf);
        (Configuration, ConfigurationHash) = (e.Configuration, e.Hash);
        _failedStrategies.Clear();
        _coordinator = new Coordinator(e.Configuration.Collaboration);
        _supervisors.Clear();
        foreach (var supervisor in e.Configuration.Supervisors)
        {
            _supervisors.Add(supervisor.Id, supervisor);
        }

        Close(e.Configuration.Queues.ToDictionary(queue => (QueueName)queue.Name));
        _queues.Clear();
        foreach (var queue in e.Configuration.Queues)
        {
            _queues.Add(queue.Name, queue);
            Router.AddQueue(queue.Name, queue.Channel, RulesOf(queue));
        }

        _hasWaitRules = e.Configuration.Queues.Any(queue => !queue.WaitRules.IsEmpty);
        Tallies.Configure(
            e.Configuration.StatisticsDayBegins, [.. _queues.Keys, .. _closing.Keys.Select(QueueName.Parse)]);

        var wanted = e.Configuration.Agents.ToDictionary(agent => (AgentId)agent.Id);
        foreach (var gone in _agents.Keys.Where(id => !wanted.ContainsKey(id)).ToArray())
        {
            _agents.Remove(gone, out var left);
            LetGo(left!);
            Router.Remove(gone);
            Tallies.Forget(gone);
        }

        foreach (var (id, profile) in wanted)
        {
            if (!_agents.TryGetValue(id, out var agent))
            {
                _agents.Add(id, agent = new Agent(id, profile));
            }

            (agent.Profile, agent.Media) = (profile, e.Configuration.MediaOf(profile));
            agent.Taken = profile.Pace is null ? null : agent.Taken;
            Router.Serve(id, profile.Bag(), [.. profile.Served()]);
            agent.InRouter = Router.Find(id);
            TakeTurns(agent);
            TakePauses(agent);
            SetFree(agent);
        }

        LearnClassifications(e.Configuration);
        LearnOrder(were);
        var closed = Router.Queues.Keys
            .Where(name => !_queues.ContainsKey(name) && !_closing.ContainsKey(name.Value)).ToArray();
        foreach (var queue in closed)
        {
            Router.Remove(queue);
        }

        TakeDoorsOut();
        _addedRequirements.Clear();
        _keptPlaces.Forget(place => _queues.GetValueOrDefault(place.Queue)?.ReturnWithin is null);
        WantAsConfigured();
        MindOverdue();

        // Somebody may have less time now than an alarm says that was set before.
        Alarms.Rebuild();
    }
}
