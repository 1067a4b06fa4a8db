namespace ContactCenter.Tests.Simulation;

/// <summary>A floor that has lost something it has numbered: a bug, for the checks to find.</summary>
internal static class Losses
{
    internal static void Lose<T>(this IReadOnlyDictionary<long, T> table, params IEnumerable<long> numbers)
        where T : class
    {
        foreach (var number in numbers.ToArray())
        {
            ((NumberedTable<T>)table).Remove(number, out _);
        }
    }
}
