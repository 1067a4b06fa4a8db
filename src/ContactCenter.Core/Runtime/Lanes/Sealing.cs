using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>What became of words in the redaction lane: they are sealed, or refused.</summary>
/// <param name="Body">What may be kept of them; null when they are refused.</param>
/// <param name="Rejection">Why they are refused.</param>
/// <param name="Blocked">What they were blocked for, where the attempt is to be noted.</param>
/// <param name="Window">The window that moves on with them; null where they bear upon nothing.</param>
/// <param name="Glance">What was seen of them.</param>
internal readonly record struct Sealing(
    Body? Body,
    Rejection? Rejection = null,
    IReadOnlyList<Finding>? Blocked = null,
    ConversationWindow? Window = null,
    Glance Glance = default)
{
    /// <summary>What was said before and is hidden although they are refused.</summary>
    internal IReadOnlyList<Rewording> Hidden { get; init; } = [];
}
