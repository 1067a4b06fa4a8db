using ContactCenter.Chats;

namespace ContactCenter.Runtime;

/// <summary>A bot that greets, knows a few answers by keyword, and hands over for everything else.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
/// <param name="greeting">What it says first.</param>
/// <param name="handOver">What it says before it hands over.</param>
/// <param name="answers">Answers by the word that calls for them; the first that occurs counts, case aside.</param>
public sealed class ScriptedBot(
    string greeting, string handOver, params IReadOnlyList<KeyValuePair<string, string>> answers) : IChatBot
{
    /// <inheritdoc/>
    public ValueTask<BotReply> ReplyAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new(Reply(turn.Lines));
    }

    private BotReply Reply(IReadOnlyList<TranscriptLine> lines)
    {
        if (lines.LastOrDefault(line => line.Author.Kind == ActorKind.Customer) is not { } said)
        {
            return BotReply.Say(greeting);
        }

        foreach (var (word, answer) in answers)
        {
            if (said.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return BotReply.Say(answer);
            }
        }

        return BotReply.HandOver(handOver);
    }
}
