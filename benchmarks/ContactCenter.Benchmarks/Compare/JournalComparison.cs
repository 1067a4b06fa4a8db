using System.Globalization;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Journals;
using ContactCenter.Runtime;
using ContactCenter.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// Messages that are acknowledged on a SQLite file, every commit flushed, with so many callers in flight; beside the
/// same bytes in the same commits by SQLite alone, and by a plain file, on the same disk in the same run. SQLite alone
/// writes a row for each record and body, which is what the share is of; and once more a row for each commit. Of
/// the largest crowd also what its log would take as JSON.
/// </summary>
public static class JournalComparison
{
    private const int Many = 1_024;
    private const string Text = "Hello, I would like to change the delivery address of my order, please.";

    public static async Task<string> RunAsync()
    {
        var one = await ShareAsync(callers: 1, count: 1_000);
        var some = await ShareAsync(callers: 64, count: 32_000);
        var many = await ShareAsync(callers: Many, count: 153_600);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"share_of_raw_1={one:F2} share_of_raw_64={some:F2} share_of_raw_1024={many:F2}");
    }

    private static async Task<double> ShareAsync(int callers, int count)
    {
        var folder = Directory.CreateTempSubdirectory("compare-journal-");
        try
        {
            return await ShareAsync(folder.FullName, callers, count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> ShareAsync(string folder, int callers, int count)
    {
        using var sqlite = new SqliteJournal(Path.Combine(folder, "floor.db"));
        var meter = new MeteredJournal(sqlite);
        await using var provider = new ServiceCollection()
            .AddContactCenter(floor => floor.AddQueue("cards"))
            .UseJournal(_ => meter)
            .Services.BuildServiceProvider();
        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();
        var chats = new ChatId[callers];
        for (var caller = 0; caller < callers; caller++)
        {
            var start = new StartChat { Queue = "cards", Customer = $"c-{caller}" };
            chats[caller] = (await floor.Chats.StartAsync(start)).ValueOrThrow().Id;
        }

        await EachAsync(callers, count, (caller, asks) => TalkAsync(floor, chats[caller], caller, asks));
        meter.Appends.Clear();
        await EachAsync(callers, count, (caller, asks) => TalkAsync(floor, chats[caller], caller, asks));
        (int Records, int[] Lengths)[] appends = [.. meter.Appends];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {callers:N0} callers: {appends.Average(one => one.Records):F1} messages a commit, "
            + $"{appends.Sum(one => one.Lengths.Sum()) / (double)appends.Sum(one => one.Records):F0} bytes a message"));

        using var raw = new RawCommits(Path.Combine(folder, "raw.db"));
        using var together = new RawCommits(Path.Combine(folder, "together.db"));
        using var file = new FileCommits(Path.Combine(folder, "raw.log"));
        var results = await new Contest($"A message, {callers:N0} callers in flight", count, rounds: 7).RunAsync(
            new Contestant("SQLite alone", count => Repeat(appends, count, raw.Commit)),
            new Contestant("SQLite alone, a row a commit", count => Repeat(appends, count, together.CommitTogether)),
            new Contestant("plain file", count => Repeat(appends, count, file.Commit)),
            new Contestant("acknowledged on SQLite", count =>
            {
                meter.Appends.Clear();
                return EachAsync(callers, count, (caller, asks) => TalkAsync(floor, chats[caller], caller, asks));
            }));
        await floor.StopAsync();
        if (callers == Many)
        {
            await LogForms.CompareAsync(sqlite, floor.Id);
        }

        return results[0].Nanoseconds / results[^1].Nanoseconds;
    }

    private static Task Repeat((int Records, int[] Lengths)[] appends, int count, Action<IReadOnlyList<int>> commit)
    {
        var at = 0;
        for (var left = count; left > 0; left -= appends[at++ % appends.Length].Records)
        {
            commit(appends[at % appends.Length].Lengths);
        }

        return Task.CompletedTask;
    }

    private static Task EachAsync(int callers, int count, Func<int, int, Task> work) => Task.WhenAll(
        Enumerable.Range(0, callers).Select(caller => Task.Run(() => work(caller, count / callers))));

    private static async Task TalkAsync(FloorHost floor, ChatId chat, int caller, int asks)
    {
        var speaker = Actor.Customer($"c-{caller}");
        for (var ask = 0; ask < asks; ask++)
        {
            var outcome = await floor.Chats.SayAsync(chat, speaker, Text, CommandId.New(DateTimeOffset.UtcNow));
            if (!outcome.IsAccepted)
            {
                throw new InvalidOperationException($"A message was not taken: {outcome}.");
            }
        }
    }
}
