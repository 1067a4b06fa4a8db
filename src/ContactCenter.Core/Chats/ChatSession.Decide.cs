namespace ContactCenter.Chats;

/// <summary>The rules: what somebody is in a chat, and so what they may do in it.</summary>
internal sealed partial class ChatSession
{
    /// <summary>What an actor is in this chat; null for a stranger to it.</summary>
    internal ChatRole? RoleOf(Actor by) => by.Kind switch
    {
        ActorKind.Customer => by.IsCustomer(Customer) ? ChatRole.Customer : null,
        ActorKind.Agent => RoleOf((AgentId)by.Id),
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
    internal Participation? WrapUpOf(Actor by) => Parts
        .FindAll(part => part.State == ParticipationState.WrappingUp && by.IsAgent(part.Agent))
        .MinBy(part => part.WrapUpDueAt ?? DateTimeOffset.MaxValue);

    private ChatRole? RoleOf(AgentId agent)
    {
        // Who has it again while an earlier wrap-up is due is what they are now, not what they were.
        ChatRole? role = null;
        foreach (var part in Parts)
        {
            if (part.Agent == agent)
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
