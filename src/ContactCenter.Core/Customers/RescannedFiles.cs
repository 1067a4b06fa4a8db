namespace ContactCenter.Customers;

/// <summary>What has become of the delivered attachments that a rescan has looked at.</summary>
/// <param name="Read">How many there were.</param>
/// <param name="Masked">How many masked copies have taken the place of what was delivered.</param>
/// <param name="Withdrawn">How many are withdrawn whole.</param>
/// <param name="NotJudged">How many nobody could judge; they stand as they were.</param>
/// <remarks>An immutable value, safe for any thread.</remarks>
public readonly record struct RescannedFiles(int Read, int Masked, int Withdrawn, int NotJudged)
{
    internal RescannedFiles With(FileFinding finding) => new(
        Read + 1,
        Masked + (finding == FileFinding.Masked ? 1 : 0),
        Withdrawn + (finding == FileFinding.Withdrawn ? 1 : 0),
        NotJudged + (finding == FileFinding.NotJudged ? 1 : 0));
}

/// <summary>What a rescan has made of one attachment.</summary>
internal enum FileFinding : byte
{
    /// <summary>There is nothing in it.</summary>
    Clean,

    /// <summary>No scanner could say, or was there in time: it stands as it was.</summary>
    NotJudged,

    /// <summary>A masked copy takes its place.</summary>
    Masked,

    /// <summary>It is withdrawn.</summary>
    Withdrawn,
}
