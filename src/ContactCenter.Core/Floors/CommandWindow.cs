namespace ContactCenter.Floors;

/// <summary>
/// The command ids that the floor remembers, with the answers they got: bounded in time and count, and part of the
/// recoverable state.
/// </summary>
internal sealed class CommandWindow
{
    private readonly Dictionary<CommandId, Remembered> _commands = [];
    private readonly Queue<CommandId> _oldest = new();

    internal int Count => _commands.Count;

    /// <summary>Ids made up to here may have been forgotten.</summary>
    internal DateTimeOffset ForgottenUpTo { get; set; }

    internal IEnumerable<(CommandId Id, Remembered Answer)> All => _oldest.Select(id => (id, _commands[id]));

    internal bool TryFind(CommandId id, out Remembered answer) => _commands.TryGetValue(id, out answer);

    internal bool IsTooOld(CommandId id) => ForgottenUpTo != default && id.MadeAt <= ForgottenUpTo;

    internal void Remember(CommandId id, Remembered answer, TimeSpan period, int count)
    {
        Restore(id, answer);
        while (_oldest.TryPeek(out var oldest)
            && (_oldest.Count > count || _commands[oldest].At + period < answer.At))
        {
            _oldest.Dequeue();
            _commands.Remove(oldest, out var forgotten);
            ForgottenUpTo = forgotten.At;
        }
    }

    internal void Restore(CommandId id, Remembered answer)
    {
        _commands.Add(id, answer);
        _oldest.Enqueue(id);
    }
}

/// <summary>The answer a command id got.</summary>
internal readonly record struct Remembered(ulong Fingerprint, Reply Reply, DateTimeOffset At);
