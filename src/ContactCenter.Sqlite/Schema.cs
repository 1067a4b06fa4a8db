namespace ContactCenter.Sqlite;

/// <summary>Brings a file to the present schema, forward only.</summary>
internal static class Schema
{
    /// <exception cref="SqliteSchemaException">The file is newer than this package, or no journal.</exception>
    internal static void Migrate(Connection connection) => Migrate(connection, Sql.Migrations);

    internal static void Migrate(Connection connection, string[] migrations)
    {
        connection[Sql.Begin].Run();
        try
        {
            var isNew = Read(connection, Sql.CountTables) == 0;
            connection.Run(Sql.CreateVersions);
            var found = (int)Read(connection, Sql.ReadVersion);
            if (found == 0 && !isNew)
            {
                throw new SqliteSchemaException(-1, migrations.Length);
            }

            if (found > migrations.Length)
            {
                throw new SqliteSchemaException(found, migrations.Length);
            }

            for (var version = found + 1; version <= migrations.Length; version++)
            {
                connection.Run(migrations[version - 1]);
                connection[Sql.AddVersion].Bind(1, version).Run();
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
    }

    private static long Read(Connection connection, string sql)
    {
        var statement = connection[sql];
        var number = statement.Step() ? statement.Number(0) : 0;
        statement.Reset();
        return number;
    }
}
