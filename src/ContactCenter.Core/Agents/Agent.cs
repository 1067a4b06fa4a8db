using ContactCenter.Routing;

namespace ContactCenter.Agents;

/// <summary>One agent on the floor: what they may do, whether they get work, and what they have in hand.</summary>
internal sealed partial class Agent(AgentId id, AgentProfile profile)
{
    internal AgentId Id { get; } = id;

    internal AgentProfile Profile { get; set; } = profile;

    /// <summary>The same agent as the router sees them, told of every change: an index, and no state.</summary>
    internal FreeAgent InRouter { get; set; } = new(id);

    /// <summary>The agent's own media profile, else their team's, else their site's.</summary>
    internal MediaProfile Media { get; set; } = profile.Media ?? new MediaProfile();

    internal Availability Availability { get; set; } = AgentLifecycle.Table.Initial;

    /// <summary>The idle code; null unless idle.</summary>
    internal string? Code { get; set; }

    /// <summary>Since when the agent has been in this availability; moving between idle codes keeps it.</summary>
    internal DateTimeOffset Since { get; set; }

    /// <summary>Since when the agent has had this idle code.</summary>
    internal DateTimeOffset CodeSince { get; set; }

    /// <summary>When the agent last changed availability, finished a contact, or was offered one they took.</summary>
    internal DateTimeOffset RestedSince { get; set; }

    /// <summary>When the agent last took a contact or finished one, whatever breaks came after.</summary>
    internal DateTimeOffset ServedAt { get; set; }

    /// <summary>
    /// What "longest available" compares: rested since then, or offered the newest of the open offers. Derived, so an
    /// offer that is withdrawn leaves no trace.
    /// </summary>
    internal DateTimeOffset LongestSince { get; set; }

    /// <summary>When the agent last did something at their desk: what inactivity counts from.</summary>
    internal DateTimeOffset ActiveAt { get; set; }

    /// <summary>An alarm for their inactivity is set: an index over the state, and no state.</summary>
    internal bool IsWatched { get; set; }

    /// <summary>They were given up after their connection was lost, and have not come back.</summary>
    internal bool IsLost { get; set; }

    internal Actor ChangedBy { get; set; }

    internal string? Reason { get; set; }

    /// <summary>
    /// The channels that are out of rotation while the agent is available for the others; null for most.
    /// </summary>
    internal List<ChannelPause>? Pauses { get; set; }

    internal ChannelLoad Load { get; set; }

    /// <summary>
    /// Running and in wrap-up, by number; few, so a list. One that was transferred and came back while its first
    /// wrap-up is due stands here twice, for it holds two slots.
    /// </summary>
    internal List<long> Contacts { get; } = [];

    /// <summary>Open offers, by number, earliest first; few, so a list.</summary>
    internal List<long> Offers { get; } = [];

    /// <summary>How far their channels are ahead of their shares, where they take turns.</summary>
    internal TurnLead Lead { get; set; }

    /// <summary>The queue whose turn it is, and for which they have no room yet; null for most.</summary>
    internal QueueName? HeldFor { get; set; }

    /// <summary>The offer whose contact interrupts the agent's other work; 0 for most.</summary>
    internal long Interrupter { get; set; }

    /// <summary>What of their load may be interrupted: derived, and looked at only where something may be.</summary>
    internal ChannelLoad Work { get; set; }

    internal bool IsEngaged => Contacts.Count > 0;

    /// <summary>The channels the agent can be offered a contact of, as a bit each.</summary>
    internal int OpenChannels => IsPaced || HeldFor is not null || Interrupter != 0
        ? 0
        : ChannelsWhere(static (agent, channel) => agent.AvailabilityFor(channel) == Availability.Available
            && !agent.IsCoolingOff(channel)
            && (agent.Media.HasRoom(agent.Load, channel) || agent.GetsThrough(channel)));

    /// <summary>The channels the agent is given a contact of only by interrupting others, as a bit each.</summary>
    internal int ChannelsThrough => ChannelsWhere(static (agent, channel) => agent.GetsThrough(channel));

    /// <summary>Whether a contact of a channel is given to the agent only by interrupting others.</summary>
    internal bool GetsThrough(Channel channel) => Media.GetsThrough(Load, Work, channel);

    /// <summary>Whether the agent is there for a queue that is served, room and cool-offs aside.</summary>
    internal bool Attends(QueueName queue, Channel channel) =>
        AvailabilityFor(channel) == Availability.Available && Media.Capacity(channel) > 0 && PauseOf(queue) is null;

    /// <summary>Whether the agent gets contacts of one channel, room aside.</summary>
    internal Availability AvailabilityFor(Channel channel)
    {
        // Asked after every event of an agent, so without a lambda, which would be made even where there is no pause.
        if (Availability == Availability.Available && Pauses is not null)
        {
            foreach (var pause in Pauses)
            {
                if (pause.Channel == channel)
                {
                    return pause.Availability;
                }
            }
        }

        return Availability;
    }

    internal void Apply(AvailabilityChanged happened, DateTimeOffset at)
    {
        RestedSince = at;
        ActiveAt = at;
        IsLost &= !happened.By.IsAgent(Id) && happened.Trigger != AvailabilityTrigger.SignOut;
        ForgetCoolOffs(happened);
        ResumeQueues(happened);
        if (happened.Channel is { } channel)
        {
            Pause(channel, happened, at);
            return;
        }

        var next = AgentLifecycle.Table.Next(Availability, happened.Trigger);
        if (next != Availability)
        {
            Since = at;
        }

        Availability = next;
        Code = happened.Code;
        CodeSince = at;
        ChangedBy = happened.By;
        Reason = happened.Reason;

        // Out of a RONA of one channel only the agent leads, or a supervisor: not a connection that is lost and back.
        Pauses = happened.By.Kind == ActorKind.System && next is Availability.Idle or Availability.Available
            ? Pauses
            : null;
    }

    private int ChannelsWhere(Func<Agent, Channel, bool> isSo)
    {
        var channels = 0;
        for (var channel = Channel.Voice; channel <= Channel.Social; channel++)
        {
            channels |= isSo(this, channel) ? 1 << (int)channel : 0;
        }

        return channels;
    }

    private void Pause(Channel channel, AvailabilityChanged happened, DateTimeOffset at)
    {
        var next = AgentLifecycle.Table.Next(AvailabilityFor(channel), happened.Trigger);
        Pauses ??= [];
        Pauses.RemoveAll(pause => pause.Channel == channel);
        if (next != Availability.Available)
        {
            Pauses.Add(new ChannelPause(channel, next, happened.Code, at, happened.By));
        }

        Pauses = Pauses.Count == 0 ? null : Pauses;
    }
}
