using ContactCenter.Redaction;

namespace ContactCenter.Chats;

/// <summary>A line that was said before, as it reads from now on.</summary>
/// <param name="Sequence">Its place on its shelf.</param>
/// <param name="At">When it was said.</param>
/// <param name="Salt">Seals the new text; see <see cref="Body"/>.</param>
internal sealed record Rewording(
    int Sequence, LineKind Kind, Actor Author, DateTimeOffset At, RedactedText Text, UInt128 Salt)
{
    /// <summary>The attachment that it is, as it was; null for every other line.</summary>
    internal AttachedFile? Attached { get; init; }

    /// <summary>The line that takes the place of the other.</summary>
    internal Line In(long chat) => new(chat, Sequence, Kind, Author, Text, Code: null, Salt)
    {
        SaidAt = At.UtcTicks,
        Attached = Attached,
    };
}
