using ConsoleHost.Play;

namespace ContactCenter.Hosting.Tests.Samples;

/// <summary>The play says that nothing was lost; this says that it would have noticed.</summary>
public sealed class TranscriptCheckTests
{
    [Theory]
    [InlineData("a b b", "a b b", 3, 0, 0, 0)]
    [InlineData("a b b", "a b", 2, 1, 0, 0)]
    [InlineData("a b", "a b b", 2, 0, 1, 0)]
    [InlineData("a b c", "a c b", 3, 0, 0, 1)]
    [InlineData("a b", "a c", 1, 1, 1, 0)]
    [InlineData("", "a", 0, 0, 1, 0)]
    public void Each_difference_is_counted_as_what_it_is(
        string said, string found, long messages, long lost, long duplicated, long outOfOrder)
    {
        var tally = new Tally();
        TranscriptCheck.Compare(Lines(said), Lines(found), tally);

        Assert.Equal(
            (messages, lost, duplicated, outOfOrder),
            (tally.Messages, tally.Lost, tally.Duplicated, tally.OutOfOrder));
        Assert.Equal(said == found, tally.IsFlawless);
    }

    [Fact]
    public void The_same_words_by_somebody_else_are_not_the_same()
    {
        var tally = new Tally();
        TranscriptCheck.Compare([new Said("agent:mina", "hello")], [new Said("agent:jun", "hello")], tally);

        Assert.Equal((1, 1), (tally.Lost, tally.Duplicated));
    }

    [Theory]
    [InlineData(50, 20)]
    [InlineData(99, 40)]
    [InlineData(1, 10)]
    public void A_percentile_is_a_wait_that_somebody_had(int percent, long milliseconds)
    {
        var tally = new Tally();
        foreach (var wait in (int[])[40, 10, 30, 20])
        {
            tally.Waited(TimeSpan.FromMilliseconds(wait));
        }

        Assert.Equal(milliseconds, tally.WaitPercentile(percent));
    }

    private static Said[] Lines(string texts) =>
        [.. texts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => new Said("customer:c-1", text))];
}
