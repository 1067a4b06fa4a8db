namespace ContactCenter.Sqlite;

/// <summary>What is said of where bodies are.</summary>
internal static partial class Sql
{
    /// <summary>The number of the last lot, its last body, and the last body there is.</summary>
    internal const string ReadLastLot = """
        SELECT number, up_to, (SELECT coalesce(max(id), 0) FROM body) FROM lot ORDER BY number DESC LIMIT 1
        """;

    internal const string ReadLatest =
        "SELECT id, floor, chat, shelf, seq FROM body WHERE id > ?1 ORDER BY id LIMIT ?2";

    internal const string AddLot = "INSERT INTO lot VALUES (?1, ?2, ?3)";

    internal const string ReadLots = "SELECT places FROM lot WHERE number > 0 ORDER BY number";

    internal const string AddPlaces = "INSERT INTO place VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    internal const string DropLots = "DELETE FROM lot WHERE number > 0";

    internal const string MoveFirstLot = "UPDATE lot SET up_to = ?1 WHERE number = 0";

    internal const string ReadPlaces = """
        SELECT places FROM place WHERE floor = ?1 AND chat = ?2 AND shelf = ?3 AND seq > ?4 ORDER BY seq, up_to
        """;

    internal const string ForgetPlaces = $"""
        DELETE FROM place;
        {DropLots};
        UPDATE lot SET up_to = 0;
        """;

    /// <summary>What is in a place; of a body that was erased there is only the place.</summary>
    internal const string ReadBody = """
        SELECT content FROM body
        WHERE id = ?1 AND floor = ?2 AND chat = ?3 AND shelf = ?4 AND seq = ?5 AND content <> x''
        """;

    internal const string ReadUnplaced = """
        SELECT seq, content FROM body
        WHERE id > (SELECT max(up_to) FROM lot) AND floor = ?1 AND chat = ?2 AND shelf = ?3 AND seq > ?4
        ORDER BY seq LIMIT ?5
        """;

    /// <summary>
    /// Overwritten where it stands: SQLite moves what is beside a row that it deletes, and the places from which it was
    /// moved would show it still when it is erased itself. What was erased stays so.
    /// </summary>
    internal const string OverwriteBody = """
        UPDATE body SET content = ?6
        WHERE id = ?1 AND floor = ?2 AND chat = ?3 AND shelf = ?4 AND seq = ?5 AND content <> x''
        """;

    /// <summary>What is left of erased rows, which hold nothing any more.</summary>
    internal const string DropErased = """
        DELETE FROM body WHERE content = x'';
        DELETE FROM contact WHERE content = x'';
        """;

    internal const string WriteAnew = "VACUUM";
}
