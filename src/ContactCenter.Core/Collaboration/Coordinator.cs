using ContactCenter.Chats;

namespace ContactCenter.Collaboration;

/// <summary>
/// Decides how agents hand a chat over and share it: who may invite, join, leave, transfer and end, who is
/// responsible afterwards, and who owes a wrap-up.
/// </summary>
/// <remarks>
/// Pure: a decision depends on what is passed in and on the policy, and changes nothing. A conference has three
/// parties, the customer and two agents. The router, not this type, knows whether the other agent is free. Immutable,
/// safe for any thread. Source: chat specification 1.9, 1.10 and 1.12.
/// </remarks>
/// <param name="policy">The floor's policy; null for the defaults.</param>
public sealed class Coordinator(CollaborationPolicy? policy = null)
{
    private readonly CollaborationPolicy _policy = policy ?? new();

    /// <summary>Decides an action of an agent.</summary>
    /// <param name="now">The agents of the chat at present.</param>
    /// <param name="action">The action.</param>
    /// <param name="by">The agent who acts.</param>
    /// <param name="other">The agent to invite; null for actions about nobody else.</param>
    /// <returns>
    /// Rejected as <c>not-permitted</c> for an agent who is not in the chat, <c>not-allowed</c> at the wrong time, or
    /// <c>target-not-permitted</c> for an agent who invites themselves or nobody.
    /// </returns>
    public Step Decide(Gathering now, ChatAction action, AgentId by, AgentId? other = null)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (ChatPermissions.Refusal(now.RoleOf(by), action, now.State, _policy) is { } refusal)
        {
            return new Step(refusal, now, []);
        }

        return action switch
        {
            ChatAction.Invite => other is null || other == by
                ? new Step(Rejections.TargetNotPermitted, now, [])
                : To(now with { State = ChatState.ConferenceRequested, Other = other }),
            ChatAction.Accept => now.State == ChatState.ConferenceRequested
                ? To(now with { State = ChatState.Conference })
                : To(Gathering.Of(by), Owing(now.Owner)),
            ChatAction.Decline => To(Unanswered(now)),
            ChatAction.WithdrawInvitation => To(Alone(now)),
            ChatAction.EndConference => _policy.EndConferenceEndsContact ? End(now, by) : Exit(now, now.Other!.Value),
            ChatAction.ExitConference => Exit(now, by),
            ChatAction.Transfer => _policy.TransferRelease == TransferRelease.OnAccept
                ? To(now with { State = ChatState.Transferring })
                : To(new Gathering(ChatState.Queued, null), Owing(now.Owner)),
            ChatAction.WithdrawTransfer => To(Alone(now)),
            ChatAction.End => End(now, by),
            _ => To(now),
        };
    }

    /// <summary>Decides what follows when an agent is lost for good: the other is responsible, or nobody is.</summary>
    /// <param name="now">The agents of the chat at present.</param>
    /// <param name="agent">The agent who is lost.</param>
    public Step Lose(Gathering now, AgentId agent)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.RoleOf(agent) switch
        {
            null => To(now),
            ChatRole.Invitee => To(Unanswered(now)),
            _ => now.State == ChatState.Conference
                ? Exit(now, agent)
                : To(new Gathering(ChatState.Queued, null), Owing(agent)),
        };
    }

    /// <summary>Decides what follows from the end of the contact, whoever ended it.</summary>
    /// <param name="now">The agents of the chat at present.</param>
    public Step End(Gathering now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return End(now, now.Owner);
    }

    private static Step To(Gathering next, params Departure[] leaving) => new(null, next, leaving);

    private static Gathering Alone(Gathering now) => now with { State = ChatState.Active, Other = null };

    /// <summary>Whoever was asked does not come: a chat that nobody has yet waits again.</summary>
    private Gathering Unanswered(Gathering now) => now.State switch
    {
        ChatState.Offered => new Gathering(ChatState.Queued, null),
        ChatState.Transferring when _policy.TransferFallback == TransferFallback.Queue => now with { Other = null },
        _ => Alone(now),
    };

    private static Departure[] Owing(AgentId? agent) =>
        agent is { } who ? [new Departure(who, OwesWrapUp: true)] : [];

    private Step Exit(Gathering now, AgentId leaving)
    {
        var stays = leaving == now.Owner ? now.Other : now.Owner;

        // Who hands the chat over has been responsible for it, whatever is owed after a conference.
        var owes = leaving == now.Owner || _policy.ConferenceWrapUp != ConferenceWrapUp.Owner;
        return To(new Gathering(ChatState.Active, stays), new Departure(leaving, owes));
    }

    private Step End(Gathering now, AgentId? by)
    {
        var next = new Gathering(ChatState.Ended, null);
        if (now.State != ChatState.Conference)
        {
            return To(next, Owing(now.Owner));
        }

        var owner = new Departure(now.Owner!.Value, _policy.ConferenceWrapUp != ConferenceWrapUp.Conferee);
        var other = new Departure(now.Other!.Value, _policy.ConferenceWrapUp != ConferenceWrapUp.Owner);
        return by == now.Other ? To(next, other, owner) : To(next, owner, other);
    }
}
