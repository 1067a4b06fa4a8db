using ContactCenter.Chats;

namespace ContactCenter.Runtime;

/// <summary>
/// Talks to customers until an agent is asked for. Called after the question is durable; may be slow, throw or die:
/// past its time, or failing for good, the chat goes to its queue.
/// </summary>
/// <remarks>
/// <para>
/// One that throws is asked again after 250 ms and after another second, while that is before its deadline; after the
/// third time the floor gives up. One that hangs is not asked a second time. It may be asked the same thing twice when
/// the floor recovers while it is thinking, too; only the first answer counts.
/// </para>
/// <para>
/// At most 64 questions of a floor are with it at a time. One that pays no heed to its cancellation keeps its place
/// until it ends; a question that gets no place before its deadline goes the way of one that was not answered.
/// </para>
/// <para>What it says passes redaction like everybody's words. Called from any thread, many chats at once.</para>
/// </remarks>
public interface IChatBot
{
    /// <summary>Says what comes next in one chat.</summary>
    /// <param name="turn">The conversation so far.</param>
    /// <param name="cancellationToken">Fires when the answer would come too late.</param>
    ValueTask<BotReply> ReplyAsync(BotTurn turn, CancellationToken cancellationToken);
}

/// <summary>What a bot is told when it is its turn.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Customer">Who writes.</param>
/// <param name="Queue">Where the chat goes when it is handed over.</param>
/// <param name="Lines">The last lines of the conversation, 50 at most, redacted; none when the bot is to greet.</param>
public sealed record BotTurn(
    ChatId Chat, CustomerId Customer, QueueName Queue, IReadOnlyList<TranscriptLine> Lines);

/// <summary>What a bot answers: words, or a hand-over to the queue, or both; or that it waits for more.</summary>
/// <remarks>
/// Blank words are no answer: the chat goes to its queue then, unless the customer has said nothing yet.
/// </remarks>
public sealed record BotReply
{
    private BotReply(string? text, bool handsOver, bool waits = false) =>
        (Text, HandsOver, Waits) = (text, handsOver, waits);

    /// <summary>What it says; null for nothing.</summary>
    public string? Text { get; }

    /// <summary>Whether the chat goes to its queue now.</summary>
    public bool HandsOver { get; }

    /// <summary>Whether it says nothing until the customer says more.</summary>
    public bool Waits { get; }

    /// <summary>Nothing yet: the bot keeps the chat, and is asked again once the customer says more.</summary>
    public static BotReply Wait { get; } = new(text: null, handsOver: false, waits: true);

    /// <summary>Words; the bot keeps the chat.</summary>
    /// <param name="text">What it says.</param>
    public static BotReply Say(string text) => new(text, handsOver: false);

    /// <summary>The chat goes to its queue.</summary>
    /// <param name="text">What it says before; null for nothing.</param>
    public static BotReply HandOver(string? text = null) => new(text, handsOver: true);

    /// <summary>Whether it hands over, never the words: they are not redacted yet.</summary>
    public override string ToString() => HandsOver ? "hands over" : Waits ? "waits" : "says something";
}
