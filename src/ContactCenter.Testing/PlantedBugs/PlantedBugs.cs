using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>
/// The mistakes that are made on purpose, so that whoever reads that nothing was found knows what would have been.
/// </summary>
internal static partial class PlantedBugs
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
        [.. Offers, .. Lines, .. Work, .. Conversations, .. Commands, .. Journals];

    /// <summary>The batch without some of its events; one in which they are not is left as it is.</summary>
    private static Batch Without(this Batch batch, Func<Event, bool> isMissing) =>
        batch with { Events = [.. batch.Events.Where(happened => !isMissing(happened))] };

    private static Batch With<T>(this Batch batch, Func<T, T> change)
        where T : Event =>
        batch with { Events = [.. batch.Events.Select(happened => happened is T one ? change(one) : happened)] };

    private static bool Has<T>(this Batch batch)
        where T : Event => batch.Events.Any(happened => happened is T);
}
