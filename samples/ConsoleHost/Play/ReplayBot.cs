using System.Collections.Concurrent;
using ContactCenter;
using ContactCenter.Runtime;

namespace ConsoleHost.Play;

/// <summary>A bot that says what the file says: each reply is put down before the line that asks for it.</summary>
internal sealed class ReplayBot : IChatBot
{
    private readonly ConcurrentDictionary<CustomerId, (int AfterLine, BotReply Reply)> _next = new();

    /// <summary>What to say once the conversation has so many lines.</summary>
    internal void Prepare(CustomerId customer, int afterLine, BotReply reply) => _next[customer] = (afterLine, reply);

    internal void Forget(CustomerId customer) => _next.TryRemove(customer, out _);

    public ValueTask<BotReply> ReplyAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        // Asked too early, while the customer has more to say first, it waits.
        var lines = turn.Lines.Count == 0 ? 0 : turn.Lines[^1].Sequence;
        var isTime = _next.TryGetValue(turn.Customer, out var next) && lines >= next.AfterLine;
        return new(isTime && _next.TryRemove(turn.Customer, out next) ? next.Reply : BotReply.Wait);
    }
}
