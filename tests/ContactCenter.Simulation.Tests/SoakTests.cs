using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

/// <summary>What is over leaves nothing behind.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Nothing_is_left_of_chats_that_are_over()
    {
        var isLong = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1";
        await using var soak = await Soak.BeginAsync();
        await soak.RunAsync(isLong ? 10 : 1);
        var before = await soak.LookAsync();
        await soak.RunAsync(isLong ? 50 : 1);
        var after = await soak.LookAsync();

        // The heap is this floor's alone only where nothing else runs: the proof "soak" looks at it.
        Assert.True(after.IsAtRest(before with { Heap = after.Heap }), $"before: {before}; after: {after}");
    }
}
