namespace ContactCenter.Agents;

/// <summary>One agent on the floor: what they may do, whether they get work, and what they have in hand.</summary>
internal sealed partial class Agent(AgentId id, AgentProfile profile)
{
    internal AgentId Id { get; } = id;

    internal AgentProfile Profile { get; set; } = profile;

    internal Availability Availability { get; set; } = AgentLifecycle.Table.Initial;

    /// <summary>The idle code; null unless idle.</summary>
    internal string? Code { get; set; }

    /// <summary>Since when the agent has been in this availability; moving between idle codes keeps it.</summary>
    internal DateTimeOffset Since { get; set; }

    /// <summary>Since when the agent has had this idle code.</summary>
    internal DateTimeOffset CodeSince { get; set; }

    /// <summary>When the agent last changed availability, finished a contact, or was offered one they took.</summary>
    internal DateTimeOffset RestedSince { get; set; }

    /// <summary>
    /// What "longest available" compares: rested since then, or offered the newest of the open offers. Derived, so an
    /// offer that is withdrawn leaves no trace.
    /// </summary>
    internal DateTimeOffset LongestSince { get; set; }

    internal Actor ChangedBy { get; set; }

    internal string? Reason { get; set; }

    internal ChannelLoad Load { get; set; }

    /// <summary>Running and in wrap-up, by number; few, so a list.</summary>
    internal List<long> Contacts { get; } = [];

    /// <summary>Open offers, by number, earliest first; few, so a list.</summary>
    internal List<long> Offers { get; } = [];

    internal bool IsEngaged => Contacts.Count > 0;

    /// <summary>The channels the agent can be offered a contact of, as a bit each.</summary>
    internal int OpenChannels
    {
        get
        {
            var open = 0;
            if (Availability == Availability.Available)
            {
                for (var channel = Channel.Voice; channel <= Channel.Social; channel++)
                {
                    open |= Profile.Media.HasRoom(Load, channel) ? 1 << (int)channel : 0;
                }
            }

            return open;
        }
    }

    internal void Apply(AvailabilityChanged happened, DateTimeOffset at)
    {
        var next = AgentLifecycle.Table.Next(Availability, happened.Trigger);
        if (next != Availability)
        {
            Since = at;
        }

        Availability = next;
        Code = happened.Code;
        CodeSince = at;
        RestedSince = at;
        ChangedBy = happened.By;
        Reason = happened.Reason;
    }
}
