namespace ContactCenter.Runtime;

/// <summary>How the configuration in force stands to the one that the host's file or code asks for.</summary>
/// <param name="Changes">Who owns it.</param>
/// <param name="Revision">Names the revision in force, by its content; null while the floor is not running.</param>
/// <param name="Wanted">Names what the file or code of this process asked for last.</param>
/// <param name="Faults">Why that was refused; empty where it was not.</param>
public sealed record ConfigurationStatus(
    ConfigurationChanges Changes, string? Revision, string Wanted, IReadOnlyList<string> Faults)
{
    /// <summary>
    /// The floor works as this process was told. False where another process brought another file, or a reload was
    /// refused: something for a health check to report.
    /// </summary>
    public bool IsAsWanted =>
        Faults.Count == 0 && (Changes == ConfigurationChanges.FromVerbs || Revision == Wanted);
}
