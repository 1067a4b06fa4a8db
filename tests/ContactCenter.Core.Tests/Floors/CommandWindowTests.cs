using ContactCenter.Floors;
using ContactCenter.Testing;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Floors;

public sealed class CommandWindowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(3, 2_000)]
    public void A_window_finds_what_it_remembers_and_nothing_else(ulong seed, int count)
    {
        var (dice, window, ids) = (new Dice(seed), new CommandWindow(), new List<CommandId>());
        for (var step = 0; step < 10_000; step++)
        {
            var at = ManualTimeProvider.DefaultStart.AddSeconds(step);
            ids.Add(CommandId.New(at));
            window.Remember(ids[^1], new Remembered((ulong)step, new Reply(step, step), at), 1_000 * Minute, count);

            var asked = dice.Roll(ids.Count);
            var isKnown = asked >= ids.Count - count;
            Assert.Equal(isKnown, window.TryFind(ids[asked], out var answer));
            Assert.Equal(isKnown ? asked : 0, answer.Reply.Number);
        }

        Assert.Equal(ids.TakeLast(count), window.All.Select(known => known.Id));
    }

    [Fact]
    public void Whoever_only_follows_finds_all_the_same_once_asked()
    {
        var (window, ids) = (new CommandWindow(), new List<CommandId>());
        for (var step = 0; step < 100; step++)
        {
            var at = ManualTimeProvider.DefaultStart.AddSeconds(step);
            ids.Add(CommandId.New(at));
            window.Remember(ids[^1], new Remembered(7, default, at), Minute, 1_000);
        }

        Assert.Equal(ids.TakeLast(61), ids.Where(id => window.TryFind(id, out _)));
        Assert.True(window.TryFind(ids[^1], out var answer));
        Assert.Equal((7UL, ManualTimeProvider.DefaultStart.AddSeconds(99)), (answer.Fingerprint, answer.At));
    }
}
