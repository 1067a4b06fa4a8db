using System.Diagnostics;
using System.Globalization;
using ContactCenter.Testing;

namespace ContactCenter.Benchmarks.Proofs;

/// <summary>A million chats through a running floor: what is live before, on the way and at the end.</summary>
internal static class Soaks
{
    /// <summary>Until what is kept on purpose (history, command ids, snapshots) is as much as it ever is.</summary>
    private const int WarmUp = 10;

    internal static async Task<int> RunAsync(string[] args)
    {
        var chats = 1_000_000;
        if (args is not [] && (args is not ["--chats", var count]
            || !int.TryParse(count, CultureInfo.InvariantCulture, out chats) || chats < Soak.Batch))
        {
            await Console.Error.WriteLineAsync("usage: soak [--chats N]");
            return 2;
        }

        await using var soak = await Soak.BeginAsync();
        await soak.RunAsync(WarmUp);
        var before = await soak.LookAsync();
        Console.WriteLine($"before: {before}");

        var watch = Stopwatch.StartNew();
        var (batches, after) = (chats / Soak.Batch, before);
        for (var tenth = 0; tenth < 10; tenth++)
        {
            await soak.RunAsync((batches * (tenth + 1) / 10) - (batches * tenth / 10));
            after = await soak.LookAsync();
            Console.WriteLine($"after {batches * (tenth + 1) / 10 * Soak.Batch:N0} chats: {after}");
        }

        var isAtRest = after.IsAtRest(before);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"soak chats={batches * Soak.Batch} heap={(double)after.Heap / before.Heap:F3} alarms={after.Alarms} ")
            + $"timers={after.Timers} feeds={after.Subscriptions} live={after.Live} "
            + string.Create(
                CultureInfo.InvariantCulture, $"at_rest={isAtRest} seconds={watch.Elapsed.TotalSeconds:F0}"));
        return isAtRest ? 0 : 1;
    }
}
