using ContactCenter.Sqlite;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>Whatever goes wrong around a floor, what was acknowledged is there, and what was erased is gone.</summary>
public sealed class HostedTests
{
    private const int Steps = 150;

    [Fact]
    public async Task Whatever_the_seed_what_was_acknowledged_is_there_once()
    {
        var (restarts, erased, acknowledged) = (0, 0, 0);
        for (var seed = 1UL; seed <= 30; seed++)
        {
            await using var run = new HostedRun(seed);
            await run.RunAsync(Steps);
            restarts += run.Restarts;
            erased += run.Erased;
            acknowledged += run.Acknowledged;
        }

        Assert.True(restarts > 300 && erased > 10 && acknowledged > 800, $"{restarts} {erased} {acknowledged}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_it_is_where_all_is_kept_in_a_file(bool isEnciphered)
    {
        for (var seed = 101UL; seed <= 103; seed++)
        {
            var folder = Directory.CreateTempSubdirectory("floor-").FullName;
            try
            {
                using var journal = new SqliteJournal(Path.Combine(folder, "floor.db"));
                using var keys = isEnciphered ? new SqliteKeyRing(Path.Combine(folder, "keys.db")) : null;
                await using var run = new HostedRun(seed, journal, keys);
                await run.RunAsync(Steps);
                Assert.True(run.Acknowledged > 0);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    [Theory]
    [InlineData(HostedMistake.DropsBodies, "S33")]
    [InlineData(HostedMistake.AnswersBeforeWriting, "S39")]
    [InlineData(HostedMistake.IgnoresTheFence, "S35")]
    [InlineData(HostedMistake.BringsBackWhatWasErased, "S30")]
    public async Task A_mistake_is_called_by_the_name_of_what_it_breaks_within_ten_seeds(
        HostedMistake mistake, string invariant)
    {
        var named = new List<string>();
        for (var seed = 1UL; seed <= 10 && !named.Contains(invariant); seed++)
        {
            await using var run = new HostedRun(seed, mistake: mistake);
            var thrown = await Record.ExceptionAsync(() => run.RunAsync(Steps));
            named.Add(thrown is SimulationFailedException failed ? failed.Message.Split(':')[0] : $"{thrown}");
        }

        Assert.Contains(invariant, named);
    }
}
