namespace ContactCenter.StateMachines;

/// <summary>A transition table as a picture: the very rows that run, so the picture cannot lie.</summary>
/// <remarks>
/// The same table always gives the same text: rows in the order in which they were written, lines that end in a
/// line feed. Safe to call from any thread.
/// </remarks>
public static class StateDiagram
{
    /// <summary>The table as a Mermaid <c>stateDiagram-v2</c>, which Markdown viewers draw.</summary>
    /// <param name="table">The lifecycle to draw.</param>
    /// <typeparam name="TState">The states of the lifecycle.</typeparam>
    /// <typeparam name="TTrigger">What can move it.</typeparam>
    public static string ToMermaid<TState, TTrigger>(this TransitionTable<TState, TTrigger> table)
        where TState : unmanaged, Enum
        where TTrigger : unmanaged, Enum
    {
        ArgumentNullException.ThrowIfNull(table);
        return Text(
        [
            "stateDiagram-v2",
            $"    [*] --> {table.Initial}",
            .. table.Transitions.Select(row => $"    {row.From} --> {row.To} : {row.On}"),
            .. Enum.GetValues<TState>().Where(table.IsFinal).Select(state => $"    {state} --> [*]"),
        ]);
    }

    /// <summary>The table as a Graphviz <c>digraph</c>; final states have a double outline.</summary>
    /// <param name="table">The lifecycle to draw.</param>
    /// <typeparam name="TState">The states of the lifecycle.</typeparam>
    /// <typeparam name="TTrigger">What can move it.</typeparam>
    public static string ToDot<TState, TTrigger>(this TransitionTable<TState, TTrigger> table)
        where TState : unmanaged, Enum
        where TTrigger : unmanaged, Enum
    {
        ArgumentNullException.ThrowIfNull(table);
        return Text(
        [
            "digraph {",
            "    node [shape=box, style=rounded]",
            "    \"[*]\" [shape=point]",
            .. Enum.GetValues<TState>().Where(table.IsFinal).Select(state => $"    \"{state}\" [peripheries=2]"),
            $"    \"[*]\" -> \"{table.Initial}\"",
            .. table.Transitions.Select(row => $"    \"{row.From}\" -> \"{row.To}\" [label=\"{row.On}\"]"),
            "}",
        ]);
    }

    private static string Text(ReadOnlySpan<string> lines) => string.Join('\n', lines) + "\n";
}
