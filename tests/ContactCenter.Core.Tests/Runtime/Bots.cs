using ContactCenter.Runtime;

namespace ContactCenter.Tests.Runtime;

/// <summary>A bot made on the spot.</summary>
internal sealed class Bot(Func<BotTurn, CancellationToken, ValueTask<BotReply>> reply) : IChatBot
{
    /// <summary>A bot that thinks for ever, whatever it is told.</summary>
    internal static Bot ThatNeverAnswers { get; } = new((_, _) => new(new TaskCompletionSource<BotReply>().Task));

    /// <summary>A bot that always says the same.</summary>
    internal static Bot ThatSays(string text) => new((_, _) => new(BotReply.Say(text)));

    public ValueTask<BotReply> ReplyAsync(BotTurn turn, CancellationToken cancellationToken) =>
        reply(turn, cancellationToken);
}
