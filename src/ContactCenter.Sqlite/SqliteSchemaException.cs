namespace ContactCenter.Sqlite;

/// <summary>The file was written by a newer version of this package, or by another program: it is not
/// touched.</summary>
/// <param name="found">The version of the file's schema; -1 for a file that is no journal.</param>
/// <param name="known">The newest version that is known here.</param>
public sealed class SqliteSchemaException(int found, int known) : Exception(
    found < 0
        ? "The file is no journal of a contact centre."
        : $"The journal has schema version {found}; this version of ContactCenter.Sqlite knows {known}.")
{
    /// <summary>The version of the file's schema; -1 for a file that is no journal.</summary>
    public int Found { get; } = found;

    /// <summary>The newest version that is known here.</summary>
    public int Known { get; } = known;
}
