namespace ContactCenter.StateMachines;

public sealed partial class TransitionTable<TState, TTrigger>
{
    private static void RefuseUndefined(
        TState initial,
        ReadOnlySpan<TState> final,
        ReadOnlySpan<Transition<TState, TTrigger>> rows)
    {
        Check(initial, nameof(initial));
        foreach (var state in final)
        {
            Check(state, nameof(final));
        }

        foreach (var row in rows)
        {
            Check(row.From, nameof(rows));
            Check(row.On, nameof(rows));
            Check(row.To, nameof(rows));
        }

        static void Check<TEnum>(TEnum value, string parameter) where TEnum : unmanaged, Enum
        {
            if (!Enum.IsDefined(value))
            {
                throw new ArgumentException($"{value} is not a {typeof(TEnum).Name}.", parameter);
            }
        }
    }

    private void RefuseUnsound(TState[] states, ReadOnlySpan<TState> final)
    {
        HashSet<TState> ends = [.. final];
        var born = Closure([Initial], row => (row.From, row.To));
        var mortal = Closure(ends, row => (row.To, row.From));

        string[] flaws =
        [
            .. from state in states
               where !born.Contains(state)
               select $"No row leads from {Initial} to {state}.",
            .. from state in states
               where ends.Contains(state) && Permitted(state).Count > 0
               select $"{state} is final, yet it answers {Permitted(state)[0]}.",
            .. from state in states
               where !ends.Contains(state) && Permitted(state).Count == 0
               select $"Nothing leaves {state}, yet it is not final.",
            .. from state in states
               where ends.Count > 0 && !mortal.Contains(state) && Permitted(state).Count > 0
               select $"No final state can be reached from {state}.",
        ];

        if (flaws.Length > 0)
        {
            throw new ArgumentException(string.Join(' ', flaws));
        }
    }

    // Everything that can be reached from the seeds, when a row is walked from its first state to its second.
    private HashSet<TState> Closure(
        HashSet<TState> seeds,
        Func<Transition<TState, TTrigger>, (TState First, TState Second)> direction)
    {
        HashSet<TState> reached = [.. seeds];
        var grown = true;
        while (grown)
        {
            grown = false;
            foreach (var row in Transitions)
            {
                var (first, second) = direction(row);
                grown |= reached.Contains(first) && reached.Add(second);
            }
        }

        return reached;
    }
}
