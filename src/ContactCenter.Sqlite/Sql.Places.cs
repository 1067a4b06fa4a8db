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

    internal const string ReadLots = "SELECT number, up_to, places FROM lot ORDER BY number";

    internal const string AddPlaces = "INSERT INTO place VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    internal const string DropLots = "DELETE FROM lot WHERE number > 0";

    internal const string MoveFirstLot = "UPDATE lot SET up_to = ?1, places = ?2 WHERE number = 0";

    internal const string ReadPlaces = """
        SELECT seq, up_to, places FROM place WHERE floor = ?1 AND chat = ?2 AND shelf = ?3 AND seq > ?4
        ORDER BY seq, up_to
        """;

    internal const string ForgetPlaces = $"DELETE FROM place; {DropLots}";

    /// <summary>What is in a place; of a body that was erased there is only the place.</summary>
    internal const string ReadBody = $"""
        SELECT {Content} FROM body
        WHERE id = ?1 AND floor = ?2 AND chat = ?3 AND shelf = ?4 AND seq = ?5 AND content <> x''
        """;

    internal const string ReadUnplaced = $"""
        SELECT seq, {Content} FROM body
        WHERE id > (SELECT max(up_to) FROM lot) AND floor = ?1 AND chat = ?2 AND shelf = ?3 AND seq > ?4
        ORDER BY seq LIMIT ?5
        """;

    /// <summary>The same of all there are, for when nobody can say any more where they are.</summary>
    internal const string LookForBodies = $"""
        SELECT seq, {Content} FROM body
        WHERE floor = ?1 AND chat = ?2 AND shelf = ?3 AND seq > ?4 AND content <> x''
        ORDER BY seq LIMIT ?5
        """;

    /// <summary>How much room a body has, and which longer one took its place; 0 for none.</summary>
    internal const string MeasureBody = """
        SELECT length(content), iif(typeof(content) = 'integer', content, 0) FROM body
        WHERE id = ?1 AND floor = ?2 AND chat = ?3 AND shelf = ?4 AND seq = ?5 AND content <> x''
        """;

    internal const string AddLonger = "INSERT INTO longer (content) VALUES (?1) RETURNING id";

    internal const string EraseLonger = "UPDATE longer SET content = x'' WHERE id = ?1";

    /// <summary>What stands for a body, where something longer took its place.</summary>
    private const string Content = """
        iif(typeof(content) = 'integer', (SELECT content FROM longer WHERE id = body.content), content)
        """;

    /// <summary>
    /// Overwritten where it stands: SQLite moves what is beside a row that it deletes or that grows, and the places
    /// from which it was moved would show it still when it is erased itself. What was erased stays so.
    /// </summary>
    internal const string OverwriteBody = """
        UPDATE body SET content = ?6
        WHERE id = ?1 AND floor = ?2 AND chat = ?3 AND shelf = ?4 AND seq = ?5 AND content <> x''
        """;

    /// <summary>What is left of erased rows, which hold nothing any more.</summary>
    internal const string DropErased = """
        DELETE FROM body WHERE content = x'';
        DELETE FROM contact WHERE content = x'';
        DELETE FROM longer WHERE content = x'';
        """;

    internal const string WriteAnew = "VACUUM";
}
