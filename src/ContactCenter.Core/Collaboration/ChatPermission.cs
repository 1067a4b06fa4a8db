using System.Collections.Immutable;
using ContactCenter.Chats;

namespace ContactCenter.Collaboration;

/// <summary>One row of the permission table: in which states of a chat a role may do something.</summary>
/// <param name="Role">What somebody is in the chat.</param>
/// <param name="Action">What they do.</param>
/// <param name="States">While the chat is in one of these.</param>
/// <param name="ByPolicyOnly">Only where the floor's <see cref="CollaborationPolicy"/> allows it.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ChatPermission(
    ChatRole Role, ChatAction Action, ImmutableArray<ChatState> States, bool ByPolicyOnly = false);
