using ContactCenter.Runtime;
using ContactCenter.Sessions;

namespace ContactCenter.Tests.Runtime;

public sealed class SettlingTests
{
    [Fact]
    public async Task What_follows_from_work_outside_has_begun_before_that_work_is_done()
    {
        await using var floor = await RunningFloor.StartAsync();
        var run = floor.Host.Run!;
        var told = 0;
        run.Follower.ActsOutside += happened => told += happened is SessionClosed ? 1 : 0;

        for (var round = 1; round <= 500; round++)
        {
            var session = (await run.Admit(new OpenSession(People.Mina))).Reply.Number;
            run.Work.Begin(() => run.LoseAsync(People.Mina, session), Assert.Null);
            while (!run.Work.IsDone)
            {
                await Task.Yield();
            }

            Assert.Equal(round, Volatile.Read(ref told));
        }
    }
}
