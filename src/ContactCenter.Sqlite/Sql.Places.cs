namespace ContactCenter.Sqlite;

/// <summary>What is said of where bodies are.</summary>
internal static partial class Sql
{
    /// <summary>The number of the last lot, and how many bodies came after it.</summary>
    internal const string ReadLastLot = """
        SELECT number, (SELECT coalesce(max(id), 0) FROM body) - up_to FROM lot ORDER BY number DESC LIMIT 1
        """;

    /// <summary>In the order of their places, so that a page is written once.</summary>
    internal const string AddPlaces = """
        INSERT INTO place
        SELECT (SELECT max(number) + 1 FROM lot), floor, chat, shelf, seq, id FROM body
        WHERE id > (SELECT max(up_to) FROM lot)
        ORDER BY floor, chat, shelf, seq, id
        """;

    internal const string AddLot =
        "INSERT INTO lot SELECT max(number) + 1, (SELECT coalesce(max(id), 0) FROM body) FROM lot";

    internal const string MergeLots = """
        INSERT INTO place
        SELECT 0, floor, chat, shelf, seq, id FROM place WHERE lot > 0
        ORDER BY floor, chat, shelf, seq, id;
        DELETE FROM place WHERE lot > 0;
        UPDATE lot SET up_to = (SELECT max(up_to) FROM lot) WHERE number = 0;
        DELETE FROM lot WHERE number > 0;
        """;

    internal const string ReplaceBody = """
        UPDATE body SET content = ?5 WHERE id IN (
            SELECT id FROM place WHERE lot IN (SELECT number FROM lot)
                AND floor = ?1 AND chat = ?2 AND shelf = ?3 AND seq = ?4)
        """;

    /// <summary>
    /// All shelves but the audit trail, which is the last. Overwritten where they stand: SQLite moves what is beside a
    /// row that it deletes, and the places from which it was moved would show it still when it is erased itself.
    /// </summary>
    internal const string EraseBodies = """
        UPDATE body SET content = x'' WHERE id IN (
            SELECT id FROM place WHERE lot IN (SELECT number FROM lot) AND floor = ?1 AND chat = ?2 AND shelf < ?3)
        """;

    internal const string ErasePlaces = """
        DELETE FROM place WHERE lot IN (SELECT number FROM lot) AND floor = ?1 AND chat = ?2 AND shelf < ?3
        """;

    /// <summary>What is left of erased rows, which hold nothing any more.</summary>
    internal const string DropErased = """
        DELETE FROM body WHERE content = x'';
        DELETE FROM contact WHERE content = x'';
        """;

    internal const string WriteAnew = "VACUUM";

    /// <summary>The numbers of the last bodies, where those are gone, are given again.</summary>
    internal const string LowerLots =
        "UPDATE lot SET up_to = min(up_to, (SELECT coalesce(max(id), 0) FROM body))";

    /// <summary>Of one shelf, what is of a later lot comes later.</summary>
    internal const string ReadPlaced = """
        SELECT place.seq, content
        FROM lot CROSS JOIN place ON place.lot = lot.number CROSS JOIN body ON body.id = place.id
        WHERE place.floor = (SELECT id FROM floor WHERE name = ?1)
            AND place.chat = ?2 AND place.shelf = ?3 AND place.seq > ?4
        ORDER BY lot.number, place.seq LIMIT ?5
        """;

    internal const string ReadUnplaced = """
        SELECT seq, content FROM body
        WHERE id > (SELECT max(up_to) FROM lot)
            AND floor = (SELECT id FROM floor WHERE name = ?1) AND chat = ?2 AND shelf = ?3 AND seq > ?4
        ORDER BY seq LIMIT ?5
        """;
}
