using System.Globalization;
using ContactCenter.Texts;

namespace ContactCenter.Chats;

/// <summary>
/// One line of a conversation as people read it: redacted, in the order in which all participants see it.
/// </summary>
/// <param name="Sequence">1, 2, 3 … in its chat, messages and notices together.</param>
/// <param name="At">When, on the floor's clock.</param>
/// <param name="Kind">A message, or a notice of the engine.</param>
/// <param name="Author">Who said it; of a notice about an agent, that agent.</param>
/// <param name="Text">The words of a message; empty for a notice.</param>
/// <param name="IsRedacted">Something in the words was masked before anybody saw them.</param>
/// <param name="Notice">The code of a notice, one of <see cref="Notices"/>; null for a message.</param>
/// <param name="Subject">The agent, supervisor or queue that a notice is about; null for none.</param>
/// <param name="Name">What to call the author, where the floor's configuration says it; null for their id.</param>
/// <param name="FileLength">How long an attachment is, in bytes; null for every other line, and once withdrawn.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record TranscriptLine(
    int Sequence,
    DateTimeOffset At,
    LineKind Kind,
    Actor Author,
    string Text,
    bool IsRedacted,
    string? Notice,
    string? Subject = null,
    string? Name = null,
    long? FileLength = null)
{
    /// <summary>Names an attachment in the store; empty for every other line.</summary>
    internal Guid File { get; init; }

    /// <summary>What a person reads where the line is a notice, in their language.</summary>
    /// <param name="culture">Whose language; English where the package does not speak it.</param>
    /// <returns>The words with the subject in them; an unknown code as it is; null for a message.</returns>
    /// <remarks>
    /// The floor knows people by their ids. A host that has names for them gives the line one as its subject first.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The line is a notice, and the culture is null.</exception>
    public string? NoticeText(CultureInfo culture) =>
        Notice is null ? null : Phrasebook.Notice(Notice, Subject ?? Author.Id, culture) ?? Notice;
}
