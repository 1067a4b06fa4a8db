using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;

namespace ContactCenter.Floors;

/// <summary>Taking a revision of the configuration: as a whole, or not at all.</summary>
internal sealed partial class Floor
{
    private const string Removed = "removed";

    private Rejection? Decide(Configure c)
    {
        if (c.By.Kind != ActorKind.Host)
        {
            return Rejections.NotPermitted;
        }

        if (c.Hash == ConfigurationHash)
        {
            return null;
        }

        string[] faults = [.. ConfigurationFaults.Of(c.Configuration)];
        faults = faults.Length > 0 ? faults : [.. Conflicts(c.Configuration)];
        if (faults.Length > 0)
        {
            return Rejections.ConfigurationInvalid.About(string.Join("; ", faults));
        }

        foreach (var gone in Leaving(c.Configuration))
        {
            SignOut(gone, c.By, Removed);
        }

        Raise(new FloorConfigured(c.Configuration, c.Hash));
        DismissObservers();
        return null;
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
        var inUse = _chats.Values.Select(chat => (chat.Queue, chat.Channel))
            .Concat(_chats.Values.Select(chat => (Queue: chat.WaitsIn, chat.Channel))).ToHashSet();
        foreach (var (queue, channel) in inUse)
        {
            if (!queues.TryGetValue(queue, out var kept) || kept.Channel != channel)
            {
                yield return $"queue {queue} still has {channel} contacts";
            }
        }

        foreach (var agent in Leaving(wanted).Where(agent => agent.Contacts.Count > 0))
        {
            yield return $"agent {agent.Id} still has contacts";
        }
    }

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
        (Configuration, ConfigurationHash) = (e.Configuration, e.Hash);
        _coordinator = new Coordinator(e.Configuration.Collaboration);
        _supervisors.Clear();
        foreach (var supervisor in e.Configuration.Supervisors)
        {
            _supervisors.Add(supervisor.Id, supervisor);
        }

        _queues.Clear();
        foreach (var queue in e.Configuration.Queues)
        {
            _queues.Add(queue.Name, queue);
            Router.AddQueue(queue.Name, queue.Channel);
        }

        var wanted = e.Configuration.Agents.ToDictionary(agent => (AgentId)agent.Id);
        foreach (var gone in _agents.Keys.Where(id => !wanted.ContainsKey(id)).ToArray())
        {
            _agents.Remove(gone);
            Router.Remove(gone);
        }

        foreach (var (id, profile) in wanted)
        {
            if (!_agents.TryGetValue(id, out var agent))
            {
                _agents.Add(id, agent = new Agent(id, profile));
            }

            (agent.Profile, agent.Media) = (profile, e.Configuration.MediaOf(profile));
            Router.Serve(id, [.. profile.Queues.Select(QueueName.Parse)]);
            SetFree(agent);
        }

        foreach (var queue in Router.Queues.Keys.Where(name => !_queues.ContainsKey(name)).ToArray())
        {
            Router.Remove(queue);
        }

        // Somebody may have less time now than an alarm says that was set before.
        Alarms.Rebuild();
    }
}
