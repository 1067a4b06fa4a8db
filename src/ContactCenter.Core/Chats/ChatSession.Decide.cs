namespace ContactCenter.Chats;

/// <summary>The rules: what somebody is in a chat, and so what they may do in it.</summary>
internal sealed partial class ChatSession
{
    /// <summary>What an actor is in this chat; null for a stranger to it.</summary>
    internal ChatRole? RoleOf(Actor by) => by.Kind switch
    {
        ActorKind.Customer => by.IsCustomer(Customer) ? ChatRole.Customer : null,
        ActorKind.Agent => RoleOfAgent(by),
        ActorKind.Supervisor => ChatRole.Supervisor,
        ActorKind.Host => ChatRole.Host,
        _ => null,
    };

    /// <summary>Customers see their own chats, agents those they have; being offered one shows it not yet.</summary>
    internal bool MayBeSeenBy(Actor viewer) => RoleOf(viewer) is not (null or ChatRole.Invitee);

    /// <summary>
    /// The wrap-up that an agent owes; of several the one that is submitted by itself first, else the earliest. Null
    /// when none is due.
    /// </summary>
    internal Participation? WrapUpOf(Actor by)
    {
        Participation? first = null;
        foreach (var part in Parts)
        {
            if (part.State == ParticipationState.WrappingUp && by.IsAgent(part.Agent)
                && (first is null || (part.WrapUpDueAt is { } dueAt && !(first.WrapUpDueAt <= dueAt))))
            {
                first = part;
            }
        }

        return first;
    }

    private ChatRole? RoleOfAgent(Actor agent)
    {
        // Who has it again while an earlier wrap-up is due is what they are now, not what they were.
        ChatRole? role = null;
        foreach (var part in Parts)
        {
            if (agent.IsAgent(part.Agent))
            {
                role = part.IsIn ? part.Role
                    : part.State == ParticipationState.Offered ? role ?? ChatRole.Invitee
                    : ChatRole.Departed;
                if (part.IsIn)
                {
                    return role;
                }
            }
        }

        return role;
    }
}
