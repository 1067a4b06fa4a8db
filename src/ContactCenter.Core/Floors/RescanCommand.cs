using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
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

    /// <summary>How the customer of a contact is called from now on; null where that stays.</summary>
    internal ContactCard? Card { get; init; }

    /// <summary>What attachments are called from now on, <see cref="MaxMasked"/> at most.</summary>
    internal IReadOnlyList<FileCard> Named { get; init; } = [];
}

/// <summary>A delivered attachment was looked at once more.</summary>
/// <param name="Effect">The rescan.</param>
/// <param name="Chat">Its contact.</param>
/// <param name="Sequence">Its line.</param>
/// <param name="Finding">What has become of it.</param>
/// <param name="Found">What was found in it; null where nothing was.</param>
internal sealed record RescanFile(
    long Effect, long Chat, int Sequence, FileFinding Finding, Withdrawal? Found = null) : Command(Actor.System);

/// <summary>A delivered attachment that must not stay as it is.</summary>
/// <param name="Of">Of whom the contact is, where that is known.</param>
/// <param name="File">Names it in the store.</param>
/// <param name="Code">What is in it.</param>
/// <param name="Reads">Its line from now on: withdrawn, or with a masked copy that is in quarantine.</param>
internal sealed record Withdrawal(CustomerId Of, Guid File, string Code, Line Reads);
