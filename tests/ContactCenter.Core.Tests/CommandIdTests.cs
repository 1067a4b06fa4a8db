namespace ContactCenter.Tests;

public sealed class CommandIdTests
{
    [Fact]
    public void Ids_that_count_in_two_places_at_once_do_not_meet_in_a_table()
    {
        // Folded onto each other, the two counters would leave 256 places for 65,536 ids.
        var places = new HashSet<int>();
        for (var id = 0; id < 65_536; id++)
        {
            var guid = new Guid(1, 0, 0x4000, 0, 0, 0, (byte)(id >> 8), 0, 0, 0, (byte)id);
            places.Add(new CommandId(guid).GetHashCode());
        }

        Assert.True(places.Count > 65_000, $"{places.Count} places");
    }

    [Fact]
    public void An_id_of_version_7_says_when_it_was_made_and_others_do_not()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(noon, CommandId.New(noon).MadeAt);
        Assert.Null(CommandId.Parse("7b6e1ad2-58a3-4d4b-9d7e-0c8f2f4e5a61").MadeAt);
        Assert.False(CommandId.TryParse("00000000-0000-0000-0000-000000000000", out _));
        Assert.False(CommandId.TryParse("4111111111111111", out _));
    }

    [Fact]
    public async Task No_two_fresh_ids_are_one_whoever_makes_them_and_all_are_of_version_7()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 1_000).Select(_ => CommandId.New(noon).Value).ToArray())));

        var ids = made.SelectMany(one => one).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((7, true), (id.Version, id.Variant is >= 8 and <= 11)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CommandId.New(DateTimeOffset.UnixEpoch.AddTicks(-1)));
    }
}
