namespace ContactCenter.Sqlite;

/// <summary>Brings a file to the present schema, forward only.</summary>
internal static class Schema
{
    /// <exception cref="SqliteSchemaException">The file is newer than this package, or no journal.</exception>
    internal static void Migrate(Connection connection) =>
        Migrate(connection, Sql.Migrations, then: static connection =>
        {
            connection[Sql.EndAllEpochs].Run();
            Places.GiveAnew(connection);
        });

    /// <param name="connection">The file.</param>
    /// <param name="migrations">The steps, one a version.</param>
    /// <param name="isOurs">Counts what a file has that is one of these.</param>
    /// <param name="then">Done with the last step, where there was one to make.</param>
    internal static void Migrate(
        Connection connection,
        string[] migrations,
        string isOurs = Sql.IsJournal,
        Action<Connection>? then = null)
    {
        connection[Sql.Begin].Run();
        try
        {
            var found = connection.Number(Sql.CountTables) == 0 ? 0 : Found(connection, migrations.Length, isOurs);
            connection.Run(Sql.CreateVersions);
            for (var version = found + 1; version <= migrations.Length; version++)
            {
                connection.Run(migrations[version - 1]);
                connection[Sql.AddVersion].Bind(1, version).Run();
            }

            if (found < migrations.Length)
            {
                then?.Invoke(connection);
            }

            connection[Sql.Commit].Run();
        }
        catch
        {
            if (connection.IsInTransaction)
            {
                connection[Sql.Rollback].Run();
            }

            throw;
        }

        // Only now: until here a file that is not ours is as it was.
        if (connection.Word(Sql.WriteAhead) is not "wal" and var mode)
        {
            throw new SqliteJournalException(0, $"The file cannot be written ahead of, only by \"{mode}\"");
        }
    }

    /// <summary>Refuses what is no journal, a file with nothing in it included; changes nothing.</summary>
    /// <exception cref="SqliteSchemaException">The file is newer than this package, or no journal.</exception>
    internal static void Require(Connection connection) => Found(connection, Sql.Migrations.Length, Sql.IsJournal);

    /// <summary>Refuses a file that a newer version has brought up to date, since it was opened here.</summary>
    /// <exception cref="SqliteSchemaException">Its schema is not known any more.</exception>
    internal static void RequireNoNewer(Connection connection, int known)
    {
        var newer = connection[Sql.ReadNewer].Bind(1, known);
        var found = newer.Step() ? (int)newer.Number(0) : 0;
        newer.Reset();
        if (found > 0)
        {
            throw new SqliteSchemaException(found, known);
        }
    }

    private static int Found(Connection connection, int known, string isOurs)
    {
        var found = connection.Number(isOurs) == 0 || connection.Number(Sql.HasVersions) == 0
            ? -1
            : (int)connection.Number(Sql.ReadVersion);
        return found is > 0 && found <= known ? found : throw new SqliteSchemaException(found, known);
    }
}
