using ContactCenter.Routing;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Routing;

public sealed class SortedRunsTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 300)]
    [InlineData(3, 5_000)]
    public void Whatever_joins_and_leaves_the_order_is_that_of_the_keys(ulong seed, int crowd)
    {
        var (dice, runs, plain) = (new Dice(seed), new SortedRuns<Place, long>(), new SortedDictionary<Place, long>());
        for (var step = 0; step < 20_000; step++)
        {
            // Half of them join at the end, as contacts do; as many leave at the front.
            var key = new Place(0, dice.Roll(2) == 0 ? step : dice.Roll(crowd), step);
            if (plain.Count < crowd && dice.Roll(3) > 0)
            {
                plain.Add(key, step);
                runs.Add(key, step);
            }
            else if (plain.Count > 0)
            {
                var gone = dice.Roll(2) == 0 ? plain.Keys.First() : plain.Keys.ElementAt(dice.Roll(plain.Count));
                plain.Remove(gone);
                Assert.True(runs.Remove(gone));
                Assert.False(runs.Remove(gone));
            }

            if (step % 500 == 0)
            {
                Compare(plain, runs, key);
            }
        }

        Compare(plain, runs, default);
    }

    private static void Compare(SortedDictionary<Place, long> plain, SortedRuns<Place, long> runs, Place key)
    {
        var listed = new List<(Place, long)>();
        foreach (var entry in runs)
        {
            listed.Add((entry.Key, entry.Value));
        }

        Assert.Equal(plain.Select(entry => (entry.Key, entry.Value)), listed);
        Assert.Equal(plain.Count, runs.Count);
        Assert.Equal(plain.Keys.Count(other => other.CompareTo(key) < 0), runs.CountBefore(key));
        Assert.Equal(plain.Keys.FirstOrDefault(), plain.Count > 0 ? runs.First.Key : default);
    }
}
