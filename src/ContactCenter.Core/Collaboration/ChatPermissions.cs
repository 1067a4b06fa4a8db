using System.Collections.Immutable;
using ContactCenter.Chats;
using static ContactCenter.Chats.ChatRole;
using static ContactCenter.Chats.ChatState;

namespace ContactCenter.Collaboration;

/// <summary>
/// Who may do what in a chat, and when: the table that the floor decides by, and that a desk enables its buttons by.
/// </summary>
/// <remarks>
/// What is not in the table is refused. A role that may never do something is answered <c>not-permitted</c>; one
/// that may, but not now, <c>not-allowed</c>. Source: the reconstructed table of chat specification 1.10.
/// Immutable, safe for any thread.
/// </remarks>
public static class ChatPermissions
{
    private static readonly ImmutableArray<ChatState> Running =
        [Bot, Queued, Offered, Active, ConferenceRequested, Conference, Transferring, Scheduled, Suspended];

    private static readonly ImmutableArray<ChatState> BeforeAgent = [Queued, Offered, Scheduled, Suspended];

    private static readonly ImmutableArray<ChatState> WithAgent =
        [Active, ConferenceRequested, Conference, Transferring];

    private static readonly ImmutableArray<ChatState> Open = [.. Running, Ended];

    /// <summary>Every row there is.</summary>
    public static IReadOnlyList<ChatPermission> Table { get; } =
    [
        new(Customer, ChatAction.Read, Open),
        new(Customer, ChatAction.Say, Running),
        new(Customer, ChatAction.Attach, Running),
        new(Customer, ChatAction.AskForAgent, [Bot]),
        new(Customer, ChatAction.End, Running),
        new(Customer, ChatAction.CallBack, BeforeAgent),

        new(Owner, ChatAction.Read, Open),
        new(Owner, ChatAction.Say, WithAgent),
        new(Owner, ChatAction.Attach, WithAgent),
        new(Owner, ChatAction.Note, WithAgent),
        new(Owner, ChatAction.End, WithAgent),
        new(Owner, ChatAction.Transfer, [Active]),
        new(Owner, ChatAction.WithdrawTransfer, [Transferring]),
        new(Owner, ChatAction.Invite, [Active]),
        new(Owner, ChatAction.WithdrawInvitation, [ConferenceRequested]),
        new(Owner, ChatAction.EndConference, [Conference]),
        new(Owner, ChatAction.ExitConference, [Conference], ByPolicyOnly: true),

        new(Conferee, ChatAction.Read, Open),
        new(Conferee, ChatAction.Say, [Conference]),
        new(Conferee, ChatAction.Attach, [Conference]),
        new(Conferee, ChatAction.Note, [Conference]),
        new(Conferee, ChatAction.ExitConference, [Conference]),

        new(Invitee, ChatAction.Accept, [Offered, ConferenceRequested, Transferring]),
        new(Invitee, ChatAction.Decline, [Offered, ConferenceRequested, Transferring]),

        new(Departed, ChatAction.Read, Open),
        new(Departed, ChatAction.Note, [Ended]),
        new(Departed, ChatAction.WrapUp, Open),
        new(Departed, ChatAction.HoldWrapUp, Open),

        new(Supervisor, ChatAction.Read, Open),
        new(Supervisor, ChatAction.Say, WithAgent),
        new(Supervisor, ChatAction.Transfer, [Queued, Offered, Active]),
        new(Supervisor, ChatAction.Monitor, Running),
        new(Supervisor, ChatAction.Whisper, WithAgent),
        new(Supervisor, ChatAction.BargeIn, WithAgent),
        new(Supervisor, ChatAction.StopMonitoring, Running),
        new(Supervisor, ChatAction.Complete, Open),
        new(Supervisor, ChatAction.Suspend, [Queued, Offered, Scheduled]),
        new(Supervisor, ChatAction.Activate, [Scheduled, Suspended]),
        new(Supervisor, ChatAction.CallBack, BeforeAgent),
        new(Supervisor, ChatAction.Cancel, BeforeAgent),

        new(Host, ChatAction.Read, Open),
        new(Host, ChatAction.AskForAgent, [Bot]),
        new(Host, ChatAction.End, Running),
        new(Host, ChatAction.Suspend, [Queued, Offered, Scheduled]),
        new(Host, ChatAction.Activate, [Scheduled, Suspended]),
        new(Host, ChatAction.CallBack, BeforeAgent),
        new(Host, ChatAction.Cancel, BeforeAgent),
    ];

    // A word for each role and action, a bit in it for each state: asked with every message.
    private static readonly ushort[,] States = Fill();

    private static readonly ushort[,] ByPolicy = Fill(byPolicyOnly: true);

    /// <summary>Whether a role may do something while the chat is where it is.</summary>
    /// <param name="role">What somebody is in the chat.</param>
    /// <param name="action">What they want to do.</param>
    /// <param name="state">Where the chat is.</param>
    /// <param name="policy">What the floor has chosen; null for the defaults.</param>
    public static bool Allows(ChatRole role, ChatAction action, ChatState state, CollaborationPolicy? policy = null) =>
        Enum.IsDefined(role) && Enum.IsDefined(action) && Enum.IsDefined(state)
        && Refusal(role, action, state, policy) is null;

    /// <summary>What a role may do while the chat is where it is, for a desk's buttons.</summary>
    /// <param name="role">What somebody is in the chat.</param>
    /// <param name="state">Where the chat is.</param>
    /// <param name="policy">What the floor has chosen; null for the defaults.</param>
    public static IReadOnlyList<ChatAction> Permitted(
        ChatRole role, ChatState state, CollaborationPolicy? policy = null) =>
        [.. Enum.GetValues<ChatAction>().Where(action => Allows(role, action, state, policy))];

    /// <summary>Null where the table allows it; else why not.</summary>
    internal static Rejection? Refusal(ChatRole? role, ChatAction action, ChatState state, CollaborationPolicy? policy)
    {
        if (role is not { } known)
        {
            return Rejections.NotPermitted;
        }

        var bit = 1 << (int)state;
        var (states, byPolicy) = (States[(int)known, (int)action], ByPolicy[(int)known, (int)action]);
        if ((states & bit) != 0 || ((byPolicy & bit) != 0 && policy?.OwnerMayExitConference == true))
        {
            return null;
        }

        // Whoever was in the chat is told that it is over for them, not that they are a stranger to it.
        var everMay = (states | byPolicy | (known == Departed ? States[(int)Owner, (int)action] : 0)) != 0;
        return everMay ? Rejections.NotAllowed.About(state, action) : Rejections.NotPermitted;
    }

    private static ushort[,] Fill(bool byPolicyOnly = false)
    {
        var states = new ushort[Enum.GetValues<ChatRole>().Length, Enum.GetValues<ChatAction>().Length];
        foreach (var row in Table.Where(row => row.ByPolicyOnly == byPolicyOnly))
        {
            foreach (var state in row.States)
            {
                states[(int)row.Role, (int)row.Action] |= (ushort)(1 << (int)state);
            }
        }

        return states;
    }
}
