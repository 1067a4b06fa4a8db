using ContactCenter.Chats;

namespace ContactCenter.Benchmarks.Baselines;

/// <summary>
/// The state machine an ordinary developer writes first: a dictionary from state and trigger to state.
/// </summary>
public sealed class DictionaryMachine
{
    private readonly Dictionary<(ChatState State, ChatTrigger Trigger), ChatState> _moves = [];

    public DictionaryMachine()
    {
        foreach (var row in ChatLifecycle.Table.Transitions)
        {
            _moves.Add((row.From, row.On), row.To);
        }
    }

    public ChatState Next(ChatState state, ChatTrigger trigger) => _moves.TryGetValue((state, trigger), out var next)
        ? next
        : throw new InvalidOperationException($"{state} does not answer {trigger}.");
}
