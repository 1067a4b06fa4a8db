namespace ContactCenter.Sqlite;

/// <summary>What is said of the keys of contacts.</summary>
internal static partial class Sql
{
    /// <summary>
    /// The schema of a file of keys, which is never the journal's own. The row of a key that is destroyed stays: it
    /// tells what was erased from what was lost.
    /// </summary>
    internal static readonly string[] KeyMigrations =
    [
        """
        CREATE TABLE key (
            floor  TEXT    NOT NULL,
            chat   INTEGER NOT NULL,
            number INTEGER NOT NULL,            -- counts the keys of a contact: most have one
            key    BLOB    NOT NULL,            -- empty where it is destroyed
            PRIMARY KEY (floor, chat)
        ) WITHOUT ROWID;
        """,
        """
        ALTER TABLE key RENAME TO old_key;
        CREATE TABLE key (
            id     INTEGER PRIMARY KEY,         -- in the order of making: a row never moves, and never grows
            floor  TEXT    NOT NULL,
            chat   INTEGER NOT NULL,
            number INTEGER NOT NULL,            -- counts the keys of a contact: most have one
            key    BLOB    NOT NULL             -- empty where it is destroyed
        );
        INSERT INTO key SELECT NULL, floor, chat, number, key FROM old_key ORDER BY floor, chat;
        DROP TABLE old_key;
        CREATE UNIQUE INDEX key_of_contact ON key (floor, chat, number);
        """,
    ];

    /// <summary>The last key of a contact.</summary>
    internal const string ReadKey =
        "SELECT number, key FROM key WHERE floor = ?1 AND chat = ?2 ORDER BY number DESC LIMIT 1";

    internal const string AddKey = "INSERT INTO key VALUES (NULL, ?1, ?2, ?3, ?4)";

    /// <summary>Overwritten where it stands, for a page that is put in order anew leaves traces.</summary>
    internal const string DestroyKeys = "UPDATE key SET key = x'' WHERE floor = ?1 AND chat = ?2";

    internal const string IsKeyRing = "SELECT count(*) FROM sqlite_schema WHERE name = 'key'";
}
