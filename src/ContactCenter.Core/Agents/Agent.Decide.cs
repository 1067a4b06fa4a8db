namespace ContactCenter.Agents;

/// <summary>The rules: who may change an agent's availability, and to what.</summary>
internal sealed partial class Agent
{
    internal Rejection? MayChange(Actor by, AvailabilityTrigger trigger, string? reason)
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

        return AgentLifecycle.Table.Allows(Availability, trigger)
            ? null
            : Rejections.NotAllowed.About(Availability, trigger);
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
}
