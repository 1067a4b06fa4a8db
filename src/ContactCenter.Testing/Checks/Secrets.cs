using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Redaction;

namespace ContactCenter.Testing;

/// <summary>What must not stand where somebody reads it.</summary>
internal static class Secrets
{
    /// <summary>The card number that people of a simulation write: it is masked before it becomes a command.</summary>
    internal const string Card = "4111 1111 1111 1111";

    /// <summary>
    /// S47: no card number is in the log, or where customers read; S48: nor is one beside it; S20: what is said for
    /// agents alone does not stand in the conversation.
    /// </summary>
    internal static void Check(Batch batch, ReadOnlySpan<byte> record, List<Violation> found)
    {
        if (record.IndexOf("4111 1111 1111 1111"u8) >= 0)
        {
            found.Add(new("S47", $"batch {batch.Sequence} is logged with a card number"));
        }

        var beside = 0;
        foreach (var line in batch.Lines)
        {
            beside += line.IsAside ? 1 : 0;
            if (Holds(line.Text))
            {
                found.Add(new(
                    line.IsAside ? "S48" : "S47", $"line {line.Sequence} of chat {line.Chat} holds a card number"));
            }
        }

        if (batch.Enclosed.Card is { } card && (Holds(card.Name) || Holds(card.Email)))
        {
            found.Add(new("S48", $"batch {batch.Sequence} keeps a customer by the name of a card number"));
        }

        var said = batch.Events.Count(static happened =>
            happened is AsidePosted or AsideShown or MessageRedacted { IsAside: true });
        if (said != beside)
        {
            found.Add(new("S20", $"batch {batch.Sequence} says {said} things to agents alone, and {beside} beside"));
        }
    }

    private static bool Holds(RedactedText text) => text.Text.Contains(Card, StringComparison.Ordinal);
}
