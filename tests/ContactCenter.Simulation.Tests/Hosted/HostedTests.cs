using ContactCenter.Journals;
using ContactCenter.Sqlite;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>
/// Whatever goes wrong around a floor, what was acknowledged is there and is shown, and what was erased is gone.
/// </summary>
public sealed class HostedTests
{
    private const int Steps = 150;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1";

    [Fact]
    public async Task Whatever_the_seed_what_was_acknowledged_is_there_once_and_shown_to_whoever_may_see_it()
    {
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 1UL; seed <= (IsLong ? 2_000UL : 40UL); seed++)
        {
            await using var run = new HostedRun(seed);
            await run.RunAsync(Steps);
            Saw("restarts", run.Restarts);
            Saw("customers erased", run.Erased);
            Saw("messages acknowledged", run.Acknowledged);
            Saw("the clock was set", run.ClockSet);
            Saw("the clock was set during an open offer", run.ClockSetAtOffers);
            Saw("two owners at once", run.OwnersAtOnce);
            Saw("an owner was fenced in the midst of a batch", run.Fenced);
            Saw("configurations", run.Reconfigured);
            foreach (var viewer in run.Viewers)
            {
                Saw("came back to a feed", viewer.Resumed);
                Saw("threw at a feed", viewer.Thrown);
                foreach (var (kind, count) in viewer.Seen)
                {
                    Saw(kind.ToString(), count);
                }
            }
        }

        Assert.Equal(13, seen.Count);
        Assert.True(seen.Values.All(count => count > 10), string.Join(", ", seen));

        void Saw(string what, int often) => seen[what] = seen.GetValueOrDefault(what) + often;
    }

    [Fact]
    public async Task The_same_seed_comes_out_the_same()
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            await using var first = new HostedRun(seed);
            await using var second = new HostedRun(seed);
            Assert.Equal(await first.RunAsync(Steps), await second.RunAsync(Steps));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_it_is_where_all_is_kept_in_a_file_and_brought_elsewhere(bool isEnciphered)
    {
        var (taken, again, parked) = (0, 0, 0);
        for (var seed = 101UL; seed <= (IsLong ? 130UL : 102UL); seed++)
        {
            await OnDiskAsync(
                async (journal, keys) =>
                {
                    await using var run = new HostedRun(seed, journal, keys);
                    await run.RunAsync(Steps);
                    var counts = run.Elsewhere!.Counts;
                    (taken, again, parked) =
                        (taken + counts.Taken, again + counts.Again, parked + counts.Parked);
                },
                isEnciphered);
        }

        Assert.True(taken > 100 && again > 10 && parked > 1, $"{taken} {again} {parked}");
    }

    [Theory]
    [InlineData(HostedMistake.DropsBodies, "S33")]
    [InlineData(HostedMistake.AnswersBeforeWriting, "S37")]
    [InlineData(HostedMistake.IgnoresTheFence, "S35")]
    [InlineData(HostedMistake.BringsBackWhatWasErased, "S30")]
    [InlineData(HostedMistake.FeedSkipsABatch, "S26")]
    [InlineData(HostedMistake.ResumesOneTooFar, "S26")]
    [InlineData(HostedMistake.GoesByTheWall, "S44")]
    [InlineData(HostedMistake.RingsByTheWall, "S45")]
    public async Task A_mistake_is_called_by_the_name_of_what_it_breaks_within_ten_seeds(
        HostedMistake mistake, string invariant)
    {
        var named = new List<string>();
        for (var seed = 1UL; seed <= 10 && !named.Contains(invariant); seed++)
        {
            await using var run = new HostedRun(seed, mistake: mistake);
            named.Add(await NameAsync(run));
        }

        Assert.Contains(invariant, named);
    }

    [Theory]
    [InlineData(HostedMistake.LosesAnAcknowledgement)]
    [InlineData(HostedMistake.DeliversAllButOne)]
    [InlineData(HostedMistake.DeliversAhead)]
    public async Task So_is_one_on_the_way_to_another_system_within_three(HostedMistake mistake)
    {
        var named = new List<string>();
        for (var seed = 1UL; seed <= 3 && !named.Contains("S38"); seed++)
        {
            await OnDiskAsync(async (journal, keys) =>
            {
                await using var run = new HostedRun(seed, journal, keys, mistake);
                named.Add(await NameAsync(run));
            });
        }

        Assert.Contains("S38", named);
    }

    private static async Task<string> NameAsync(HostedRun run)
    {
        var thrown = await Record.ExceptionAsync(() => run.RunAsync(Steps));
        return thrown is SimulationFailedException failed ? failed.Message.Split(':')[0] : $"{thrown}";
    }

    private static async Task OnDiskAsync(
        Func<SqliteJournal, IPersonalDataProtector?, Task> work, bool isEnciphered = false)
    {
        var folder = Directory.CreateTempSubdirectory("floor-").FullName;
        try
        {
            using var journal = new SqliteJournal(Path.Combine(folder, "floor.db"));
            using var keys = isEnciphered ? new SqliteKeyRing(Path.Combine(folder, "keys.db")) : null;
            await work(journal, keys);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
