using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Floors;

/// <summary>Asks that what is kept of conversations be read once more by the rules of today.</summary>
/// <param name="From">What was said before is left as it is.</param>
internal sealed record RescanTranscripts(Actor By, DateTimeOffset From, RedactedText Note) : Command(By);

/// <summary>Some of it was read.</summary>
/// <param name="Effect">The rescan.</param>
/// <param name="Chat">Everything up to this contact is done.</param>
/// <param name="Masked">Lines that read otherwise, <see cref="MaxMasked"/> at most.</param>
/// <param name="Lines">How many were read.</param>
/// <param name="Unread">How many of them could not be judged.</param>
internal sealed record RescanLines(long Effect, long Chat, IReadOnlyList<Line> Masked, int Lines, int Unread)
    : Command(Actor.System)
{
    /// <summary>How many are replaced in one batch.</summary>
    internal const int MaxMasked = 256;
}
