using ContactCenter.Journals;
using SQLitePCL;

namespace ContactCenter.Sqlite;

/// <summary>
/// What is done with whole files: nothing is replaced before what replaces it was read from end to end.
/// </summary>
internal static class Copies
{
    /// <summary>What is not whole yet is named so.</summary>
    internal const string Unfinished = ".part";

    /// <summary>
    /// So many contacts may have begun since a copy was made that it knows nothing of: days of the largest floors. Not
    /// more, for a rescan goes by their numbers.
    /// </summary>
    private const long MaxBegunSince = 1_000_000;

    internal static bool AreOne(string file, string other) => string.Equals(
        file, other, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The path of a file however it is reached: through links of its folders, and its own.</summary>
    internal static string PathOf(string file)
    {
        var path = Path.GetPathRoot(Path.GetFullPath(file))!;
        foreach (var name in Path.GetFullPath(file)[path.Length..].Split(Path.DirectorySeparatorChar))
        {
            path = Path.Combine(path, name);
            var place = new DirectoryInfo(path);
            path = place.LinkTarget is null ? path : place.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }

        return path;
    }

    /// <summary>Puts a copy in the place of a journal.</summary>
    internal static async Task PutInPlaceAsync(
        string copy, string whole, IPersonalDataProtector? protector, CancellationToken cancellationToken)
    {
        var part = whole + Unfinished;
        using var noted = CopyUnderWay.Begin(whole, part);
        Remove(part);
        try
        {
            // Not brought up to date where it stands: whoever is given a copy back finds it as it was made.
            WriteAheadLog.Check(copy);
            using (var connection = new Connection(copy, TimeSpan.Zero, mustExist: true))
            {
                Schema.Require(connection);
                CheckPages(connection);
                connection.CopyTo(part);
            }

            await CheckAsync(part, protector, cancellationToken).ConfigureAwait(false);
            SkipNumbers(part);
            PutInPlace(part, whole);
        }
        finally
        {
            Remove(part);
        }
    }

    private static void PutInPlace(string part, string whole)
    {
        if (!File.Exists(whole))
        {
            File.Move(part, whole, overwrite: false);
            return;
        }

        using var old = Hold(whole);
        if (old is null)
        {
            // Nobody can open it either.
            Move(part, whole);
            return;
        }

        using var copy = new Connection(part, TimeSpan.Zero, mustExist: true);
        foreach (var (name, epoch) in Pairs(old, Sql.ReadEpochs))
        {
            copy[Sql.RaiseEpoch].Bind(1, name).Bind(2, epoch).Run();
        }

        SkipNumbers(copy, old);
        copy.CopyTo(old);
    }

    /// <summary>Whoever goes on from a copy gives out no number that others may have been given meanwhile.</summary>
    internal static void SkipNumbers(string copy)
    {
        using var connection = new Connection(copy, TimeSpan.Zero, mustExist: true);
        SkipNumbers(connection, connection);
    }

    private static void SkipNumbers(Connection copy, Connection knows)
    {
        foreach (var (name, last) in Pairs(knows, Sql.ReadNumbers))
        {
            copy[Sql.SkipNumbers].Bind(1, name).Bind(2, last + MaxBegunSince).Run();
        }
    }

    /// <summary>Holds a file against itself: its pages and indexes, and of each floor all there is.</summary>
    /// <exception cref="JournalFormatException">It is damaged.</exception>
    internal static async Task CheckAsync(
        string file, IPersonalDataProtector? protector, CancellationToken cancellationToken)
    {
        string[] floors;
        using (var connection = new Connection(file, TimeSpan.Zero, mustExist: true))
        {
            CheckPages(connection);
            floors = [.. Pairs(connection, Sql.ReadEpochs).Select(floor => floor.Name)];
        }

        using var journal = new SqliteJournal(file);
        foreach (var floor in floors)
        {
            var check = await (protector is null
                ? JournalCheck.RunAsync(journal, floor, cancellationToken)
                : JournalCheck.RunAsync(journal, floor, protector, cancellationToken)).ConfigureAwait(false);
            if (check.Faults is [var fault, ..])
            {
                throw new JournalFormatException(fault);
            }
        }
    }

    /// <summary>Puts a whole file where another may be.</summary>
    internal static void Move(string file, string to)
    {
        // What stands beside the old file belongs to it alone: to another it would be damage.
        File.Delete(to + "-wal");
        File.Delete(to + "-shm");
        File.Move(file, to, overwrite: true);
    }

    internal static void Remove(string file)
    {
        foreach (var one in (string[])[file, file + "-wal", file + "-shm"])
        {
            File.Delete(one);
        }
    }

    /// <summary>
    /// Takes a journal that nobody has open: all of it is in its one file, and nobody opens it until it is let go.
    /// </summary>
    /// <returns>Null where it cannot be read any more.</returns>
    internal static Connection? Hold(string file)
    {
        Connection? connection = null;
        try
        {
            connection = new Connection(file, TimeSpan.Zero, mustExist: true);
            connection.Run(Sql.KeepToOneself);
            if (connection.Word(Sql.WriteInPlace) != "delete")
            {
                throw new SqliteJournalException(raw.SQLITE_BUSY, "the journal is open");
            }

            // Only now: whoever has it open may read what this version cannot.
            Schema.Require(connection);
            return connection;
        }
        catch (Exception exception) when (exception is SqliteSchemaException or JournalFormatException)
        {
            // What is to be replaced may well be beyond reading: it is why the copy is wanted.
            connection?.Dispose();
            return null;
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private static List<(string Name, long Number)> Pairs(Connection connection, string sql)
    {
        var pairs = new List<(string, long)>();
        var floors = connection[sql];
        while (floors.Step())
        {
            pairs.Add((floors.Text(0), floors.Number(1)));
        }

        floors.Reset();
        return pairs;
    }

    private static void CheckPages(Connection connection)
    {
        var words = connection.Word(Sql.CheckFile);
        if (words != "ok")
        {
            throw new JournalFormatException($"The file of the journal is damaged: {words}.");
        }
    }
}
