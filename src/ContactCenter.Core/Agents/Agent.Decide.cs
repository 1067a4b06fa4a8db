namespace ContactCenter.Agents;

/// <summary>The rules: who may change an agent's availability, and to what.</summary>
internal sealed partial class Agent
{
    internal Rejection? MayChange(Actor by, AvailabilityTrigger trigger, Channel? channel, string? reason)
    {
        // A supervisor moves an agent who is at work; nobody signs in for somebody else.
        var permitted = by.IsAgent(Id)
            || (by.Kind == ActorKind.Supervisor && trigger != AvailabilityTrigger.SignIn);
        if (!permitted)
        {
            return Rejections.NotPermitted;
        }

        if (reason is not null && !Identifier.IsValid(reason))
        {
            return Rejections.ReasonUnknown;
        }

        // One channel alone is out of rotation only while the agent is there for the others.
        var now = channel is { } one && Availability == Availability.Available ? AvailabilityFor(one) : Availability;
        var allowed = AgentLifecycle.Table.Allows(now, trigger)
            && (channel is null || (Availability == Availability.Available && Enum.IsDefined(channel.Value)));

        // Out of what is withheld there is a way back, though the agent is available.
        var isWithheld = channel is { } own
            ? Availability == Availability.Available && CoolOffs?.Exists(one => one.Channel == own) == true
            : Pauses is not null || CoolOffs is not null
                || QueuePauses?.Exists(pause => pause.ChangedBy.Kind == ActorKind.System) == true;
        var resumes = isWithheld && trigger == AvailabilityTrigger.GoAvailable;
        return allowed || resumes ? null : Rejections.NotAllowed.About(now, trigger);
    }

    internal Rejection? MaySignOut() => Offers.Count + Contacts.Count > 0 ? Rejections.ContactsOpen : null;

    internal Rejection? MayTake(string code, IReadOnlyList<IdleCode> codes)
    {
        if (IdleCode.IsAssignedBySystem(code) || !codes.Any(known => known.Code == code))
        {
            return Rejections.IdleCodeUnknown;
        }

        return Profile.IdleCodes.Length == 0 || Profile.IdleCodes.Contains(code)
            ? null
            : Rejections.IdleCodeNotExposed.About(code);
    }

    /// <summary>Whether the agent can be offered one more contact of a channel, now and by name.</summary>
    internal Rejection? MayBeGiven(Channel channel) =>
        AvailabilityFor(channel) != Availability.Available || IsCoolingOff(channel)
            ? Rejections.AgentUnavailable.About(Id.Value)
        : Interrupter == 0 && Media.HasRoom(Load, channel) ? null
        : Rejections.AgentFull.About(Id.Value);
}
