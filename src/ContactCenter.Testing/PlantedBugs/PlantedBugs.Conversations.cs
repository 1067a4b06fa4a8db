using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Testing;

/// <summary>What is said, by whom, who reads it, and what must never be in it.</summary>
internal static partial class PlantedBugs
{
    private static readonly RedactedText Raw = RedactedText.FromStore($"Card {Secrets.Card}, thanks");

    private static IEnumerable<PlantedBug> Conversations =>
    [
        new("two lines have one number", "S24", 5)
        {
            Happens = (_, e) => e is MessagePosted said ? said with { Sequence = said.Sequence - 1 } : e,
        },
        new("a line is left out of the count", "S24", 5)
        {
            Happens = (_, e) => e is MessagePosted said ? said with { Sequence = said.Sequence + 1 } : e,
        },
        new("a stranger writes in a chat", "S23", 5)
        {
            Happens = (_, e) => e is MessagePosted said ? said with { Author = Actor.Customer("a-stranger") } : e,
        },
        new("a message is logged and its words are lost", "S23", 5)
        {
            Writes = batch => batch.Has<MessagePosted>() ? batch with { Lines = [] } : batch,
        },
        new("notes are not redacted", "S48", 30)
        {
            Asks = (_, asked) => asked.Command is WriteNote note
                ? asked with { Command = note with { Body = new Body(Raw, note.Body.Salt) } }
                : asked,
        },
        new("names of customers are not redacted", "S48", 5)
        {
            Asks = (_, asked) => asked.Command is StartContact start
                ? asked with { Command = start with { Name = Raw } }
                : asked,
        },
        new("messages are not redacted", "S47", 5)
        {
            Asks = (_, asked) => asked.Command is PostMessage said
                ? asked with { Command = said with { Body = new Body(Raw, said.Body.Salt) } }
                : asked,
        },
        new("a note stands where the customer reads", "S20", 30)
        {
            Writes = batch => batch.Has<AsidePosted>()
                ? batch with { Lines = [.. batch.Lines.Select(line => line with { Kind = LineKind.Message })] }
                : batch,
        },
        new("the bot is asked again while it is thinking", "S38", 10)
        {
            Writes = batch => batch.Without(e => e is BotEffectClosed),
        },
    ];
}
