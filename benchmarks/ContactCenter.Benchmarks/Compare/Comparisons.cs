namespace ContactCenter.Benchmarks.Compare;

/// <summary>The comparisons there are, by name.</summary>
public static class Comparisons
{
    private static readonly Dictionary<string, Func<Task<string>>> All = new(StringComparer.Ordinal)
    {
        ["transition"] = TransitionComparison.RunAsync,
        ["redaction"] = RedactionComparison.RunAsync,
        ["engine"] = EngineComparison.RunAsync,
        ["memory"] = MemoryComparison.RunAsync,
        ["timers"] = TimersComparison.RunAsync,
        ["router"] = RouterComparison.RunAsync,
        ["floor"] = FloorComparison.RunAsync,
        ["journal"] = JournalComparison.RunAsync,
        ["recovery"] = RecoveryComparison.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name] || !All.TryGetValue(name, out var compare))
        {
            await Console.Error.WriteLineAsync($"usage: compare {string.Join('|', All.Keys)}");
            return 2;
        }

        Console.WriteLine($"compare={name} {await compare()}");
        return 0;
    }
}
