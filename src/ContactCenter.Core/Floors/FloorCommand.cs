namespace ContactCenter.Floors;

/// <summary>Asks the floor to take a revision of its configuration.</summary>
/// <param name="Hash">Names the revision; the one in force is not taken again.</param>
/// <param name="Expected">The revision that whoever asks has seen; null where they do not mind which it is.</param>
internal sealed record Configure(
    Actor By, FloorConfiguration Configuration, string Hash, string? Expected = null) : Command(By);

/// <summary>Asks the floor to change one thing in its configuration, and leave the rest.</summary>
/// <param name="Expected">The revision that whoever asks has seen; null where they do not mind which it is.</param>
internal sealed record EditConfiguration(Actor By, ConfigurationEdit Edit, string? Expected = null) : Command(By);

/// <summary>A command with what makes a retry of it known.</summary>
/// <param name="Id">The caller's id; none for alarms and the floor's own.</param>
/// <param name="Fingerprint">What is asked, in short: under the run's own key.</param>
/// <param name="WallAt">
/// What the machine's clock shows, of which ids are made; the floor's own is behind it where the machine slept.
/// </param>
internal readonly record struct Envelope(
    Command Command, CommandId Id = default, ulong Fingerprint = 0, DateTimeOffset WallAt = default);
