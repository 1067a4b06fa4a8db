namespace ContactCenter.Sqlite;

/// <summary>Copies that are made while the floors run, and what is done with them when the file is lost.</summary>
public sealed partial class SqliteJournal
{
    /// <summary>Copies the journal as it stands to another file, while floors go on writing.</summary>
    /// <param name="file">The path of the copy; a file that is there already is replaced once the copy is
    /// whole.</param>
    /// <param name="cancellationToken">Gives up waiting; the copy is made all the same.</param>
    /// <exception cref="SqliteJournalException">The copy cannot be written.</exception>
    /// <remarks>
    /// The copy is one file and stands alone. It holds what was there when it was made: what is erased afterwards is
    /// gone from it only where it was encrypted with a key of its own, and that key is destroyed.
    /// </remarks>
    public Task BackupAsync(string file, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return Task.Run(() => Backup(Path.GetFullPath(file)), cancellationToken).WaitAsync(cancellationToken);
    }

    /// <summary>Puts a copy in the place of a journal that nobody has open. The copy stays.</summary>
    /// <param name="backup">The copy, as <see cref="BackupAsync"/> made it.</param>
    /// <param name="file">The path of the journal.</param>
    /// <exception cref="SqliteSchemaException">The copy is newer than this package, or no journal.</exception>
    /// <exception cref="Journals.JournalFormatException">The copy is damaged; the journal is as it was.</exception>
    /// <remarks>
    /// A floor that starts on it begins an epoch above all there were, also of what came after the copy was made:
    /// whoever holds a position from before is given a snapshot.
    /// </remarks>
    public static void Restore(string backup, string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(backup);
        ArgumentException.ThrowIfNullOrEmpty(file);
        var (whole, part) = (Path.GetFullPath(file), Path.GetFullPath(file) + ".part");
        if (!File.Exists(backup))
        {
            throw new FileNotFoundException("There is no such copy.", backup);
        }

        using (var connection = new Connection(Path.GetFullPath(backup), TimeSpan.Zero))
        {
            Check(connection);
            Schema.Migrate(connection);
            Remove(part);
            connection.CopyTo(part);
        }

        // What stands beside the old file belongs to it alone: to another it would be damage.
        Remove(whole);
        File.Move(part, whole);
    }

    private void Backup(string file)
    {
        var part = file + ".part";
        Remove(part);
        _readers.Read(connection =>
        {
            connection.CopyTo(part);
            return true;
        });
        using (var copy = Connect(part))
        {
            Check(copy);
        }

        Remove(file);
        File.Move(part, file);
    }

    private static void Check(Connection connection)
    {
        var check = connection[Sql.CheckFile];
        var words = check.Step() ? check.Text(0) : "nothing";
        check.Reset();
        if (words != "ok")
        {
            throw new Journals.JournalFormatException($"The file of the journal is damaged: {words}.");
        }
    }

    private static void Remove(string file)
    {
        foreach (var one in (string[])[file, file + "-wal", file + "-shm"])
        {
            File.Delete(one);
        }
    }
}
