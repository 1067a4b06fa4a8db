namespace ContactCenter.Sqlite;

/// <summary>One record of a floor's log on its way to another system.</summary>
/// <param name="Floor">The floor.</param>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="Checksum">Of the record as it is kept.</param>
/// <param name="Json">The record as one line of JSON; see <see cref="Wire.LogFormat"/>.</param>
public sealed record IntegrationEvent(FloorId Floor, long Sequence, uint Checksum, string Json)
{
    /// <summary>
    /// The same at every delivery, as <c>floor/17-0badcafe</c>: by it the other system knows what it has had already.
    /// Of another record in the same place, as there is after a backup was restored, it is another.
    /// </summary>
    public string Id => FormattableString.Invariant($"{Floor}/{Sequence}-{Checksum:x8}");
}
