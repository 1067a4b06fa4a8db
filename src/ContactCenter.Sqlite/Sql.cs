namespace ContactCenter.Sqlite;

/// <summary>Every word that is said to SQLite.</summary>
internal static partial class Sql
{
    /// <summary>
    /// How every connection works: a commit is on the disk before it is answered, and what is deleted is overwritten.
    /// None of it is written to the file, which may not be a journal.
    /// </summary>
    internal const string Settings = """
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA cell_size_check = ON;
        """;

    /// <summary>
    /// The schema, a step a version; a step that was ever released is never changed.
    /// </summary>
    internal static readonly string[] Migrations =
    [
        """
        CREATE TABLE floor (
            id      INTEGER PRIMARY KEY,
            name    TEXT    NOT NULL UNIQUE,
            epoch   INTEGER NOT NULL,           -- counts ownerships: an older owner can no longer write
            head    INTEGER NOT NULL            -- the sequence of the last record
        );
        CREATE TABLE record (                   -- the log: a batch of events each
            floor   INTEGER NOT NULL,
            seq     INTEGER NOT NULL,
            command BLOB,                       -- the caller's command id; null for the floor's own
            payload BLOB    NOT NULL,
            PRIMARY KEY (floor, seq)
        ) WITHOUT ROWID;
        CREATE TABLE body (                     -- what people read, beside the log
            id      INTEGER PRIMARY KEY,        -- in the order of writing: a commit of many chats fills few pages
            floor   INTEGER NOT NULL,
            chat    INTEGER NOT NULL,
            shelf   INTEGER NOT NULL,
            seq     INTEGER NOT NULL,
            content BLOB    NOT NULL
        );
        CREATE UNIQUE INDEX body_place ON body (floor, chat, shelf, seq);
        CREATE TABLE contact (                  -- what remains of closed contacts
            floor     INTEGER NOT NULL,
            chat      INTEGER NOT NULL,
            customer  TEXT    NOT NULL,
            closed_at INTEGER NOT NULL,         -- ticks of UTC
            content   BLOB    NOT NULL,
            PRIMARY KEY (floor, chat)
        ) WITHOUT ROWID;
        CREATE INDEX contact_of_customer ON contact (floor, customer, chat);
        CREATE INDEX contact_by_age ON contact (floor, closed_at, chat);
        CREATE TABLE snapshot (                 -- a floor's whole state
            floor   INTEGER PRIMARY KEY,
            seq     INTEGER NOT NULL,           -- the last record that it takes into account
            content BLOB    NOT NULL
        );
        CREATE TABLE feed (                     -- how far the log has been brought to other systems
            floor    TEXT    NOT NULL,
            name     TEXT    NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (floor, name)
        ) WITHOUT ROWID;
        CREATE TABLE parked (                   -- what could not be brought there
            floor    TEXT    NOT NULL,
            name     TEXT    NOT NULL,
            seq      INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            error    TEXT    NOT NULL,
            since    INTEGER NOT NULL,          -- ticks of UTC
            PRIMARY KEY (floor, name, seq)
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE place (                    -- where bodies are, lot by lot; the latest bodies have no place yet
            lot     INTEGER NOT NULL,
            floor   INTEGER NOT NULL,
            chat    INTEGER NOT NULL,
            shelf   INTEGER NOT NULL,
            seq     INTEGER NOT NULL,
            id      INTEGER NOT NULL,
            PRIMARY KEY (lot, floor, chat, shelf, seq, id)
        ) WITHOUT ROWID;
        CREATE TABLE lot (
            number  INTEGER PRIMARY KEY,        -- in the order of writing; 0 is all older ones together
            up_to   INTEGER NOT NULL            -- the last body of it
        );
        INSERT INTO place SELECT 0, floor, chat, shelf, seq, id FROM body ORDER BY floor, chat, shelf, seq;
        INSERT INTO lot SELECT 0, coalesce(max(id), 0) FROM body;
        DROP INDEX body_place;
        """,
        """
        ALTER TABLE floor ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0; -- the log goes on after it
        """,
        """
        ALTER TABLE record RENAME TO old_record;
        CREATE TABLE record (                   -- the log: what was appended in one piece is one row
            id      INTEGER PRIMARY KEY,        -- the floor and its last sequence in one: what is new stands last
            command BLOB,                       -- the callers' command ids; null for a single one of the floor's own
            payload BLOB    NOT NULL,           -- a batch of events each
            lengths BLOB,                       -- of each, four bytes; null where it is one
            floor   INTEGER AS (id >> 40) VIRTUAL,
            seq     INTEGER AS (id & 1099511627775) VIRTUAL
        );
        INSERT INTO record SELECT floor << 40 | seq, command, payload, NULL FROM old_record ORDER BY floor, seq;
        DROP TABLE old_record;
        DROP TABLE place;
        DROP TABLE lot;
        CREATE TABLE lot (                      -- where bodies are; the latest are in no lot yet
            number  INTEGER PRIMARY KEY,        -- in the order of writing; 0 is all older ones, which have rows below
            up_to   INTEGER NOT NULL,           -- the last body of it
            places  BLOB    NOT NULL            -- shelf by shelf, of all floors
        );
        INSERT INTO lot VALUES (0, 0, x'');
        CREATE TABLE place (
            floor   INTEGER NOT NULL,
            chat    INTEGER NOT NULL,
            shelf   INTEGER NOT NULL,
            seq     INTEGER NOT NULL,           -- of the last of them
            up_to   INTEGER NOT NULL,           -- the last body of the lots that it was made of
            places  BLOB    NOT NULL,
            PRIMARY KEY (floor, chat, shelf, seq, up_to)
        ) WITHOUT ROWID;
        """,
        """
        ALTER TABLE contact RENAME TO old_contact;
        CREATE TABLE contact (                  -- what remains of closed contacts
            id        INTEGER PRIMARY KEY,      -- in the order of closing: a row never moves
            floor     INTEGER NOT NULL,
            chat      INTEGER NOT NULL,
            customer  TEXT    NOT NULL,
            closed_at INTEGER NOT NULL,         -- ticks of UTC
            content   BLOB    NOT NULL
        );
        INSERT INTO contact SELECT NULL, floor, chat, customer, closed_at, content FROM old_contact
            ORDER BY floor, chat;
        DROP TABLE old_contact;
        CREATE UNIQUE INDEX contact_place ON contact (floor, chat);
        CREATE INDEX contact_of_customer ON contact (floor, customer, chat);
        CREATE INDEX contact_by_age ON contact (floor, closed_at, chat);
        CREATE TABLE longer (                   -- took the place of a body in which it has no room
            id      INTEGER PRIMARY KEY,        -- is the content of that body
            content BLOB    NOT NULL
        );
        """,
        """
        ALTER TABLE floor ADD COLUMN numbers_after INTEGER NOT NULL DEFAULT 0; -- given out since the backup that it was
        """,
    ];

    internal const string CreateVersions =
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, since TEXT NOT NULL)";

    internal const string CountTables = "SELECT count(*) FROM sqlite_schema";

    /// <summary>What a journal has and a file of keys has not.</summary>
    internal const string IsJournal = "SELECT count(*) FROM sqlite_schema WHERE name = 'record'";

    internal const string HasVersions = "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'";

    /// <summary>Stays with the file: writers and readers do not wait for one another.</summary>
    internal const string WriteAhead = "PRAGMA journal_mode = WAL";

    /// <summary>Everything in the one file again; only where nobody else has it open.</summary>
    internal const string WriteInPlace = "PRAGMA journal_mode = DELETE";

    internal const string ReadVersion = "SELECT coalesce(max(version), 0) FROM schema_version";

    /// <summary>What another process has made of the file meanwhile.</summary>
    internal const string ReadNewer = "SELECT max(version) FROM schema_version WHERE version > ?1";

    /// <summary>Whoever has a floor by the schema before is its owner no longer.</summary>
    internal const string EndAllEpochs = "UPDATE floor SET epoch = epoch + 1";

    internal const string AddVersion = "INSERT INTO schema_version VALUES (?1, datetime('now'))";

    internal const string Begin = "BEGIN IMMEDIATE";

    /// <summary>What is read until the end is of one moment.</summary>
    internal const string BeginReading = "BEGIN";

    internal const string Commit = "COMMIT";

    internal const string Rollback = "ROLLBACK";

    /// <summary>
    /// A new epoch, above all that anybody holds: of the log before, and of the log as it went on after the backup that
    /// this may be, for that was begun at an earlier second.
    /// </summary>
    internal const string Open = """
        INSERT INTO floor (name, epoch, head) VALUES (?1, ?2, 0)
        ON CONFLICT (name) DO UPDATE SET epoch = max(epoch + 1, ?2)
        RETURNING epoch, head, id, numbers_after
        """;

    /// <summary>Nobody else may open the file, from the first look at it on until it is closed.</summary>
    internal const string KeepToOneself = "PRAGMA locking_mode = EXCLUSIVE";

    /// <summary>The floor of a name as the table has it, whatever its index says.</summary>
    internal const string FindInTable = "SELECT id FROM floor NOT INDEXED WHERE name = ?1 ORDER BY id LIMIT 1";

    internal const string ReadEpochs = "SELECT name, epoch FROM floor";

    internal const string RaiseEpoch = "UPDATE floor SET epoch = max(epoch, ?2) WHERE name = ?1";

    /// <summary>The highest number of a contact of which there is anything, in a file of any version.</summary>
    internal const string ReadNumbers = """
        SELECT name, max(coalesce(kept.last, 0), coalesce(closed.last, 0))
        FROM floor
        LEFT JOIN (SELECT floor, max(chat) AS last FROM body GROUP BY floor) AS kept ON kept.floor = floor.id
        LEFT JOIN (SELECT floor, max(chat) AS last FROM contact GROUP BY floor) AS closed ON closed.floor = floor.id
        """;

    internal const string SkipNumbers = "UPDATE floor SET numbers_after = max(numbers_after, ?2) WHERE name = ?1";

    internal const string ReadHead = "SELECT epoch, head FROM floor WHERE name = ?1";

    /// <summary>The fence: only the present owner, and only right after the last record.</summary>
    internal const string MoveHead =
        "UPDATE floor SET head = head + ?2 WHERE name = ?1 AND epoch = ?3 AND head = ?4 RETURNING id";

    /// <summary>Where the sequence of a floor is in the number of a record.</summary>
    internal const int FloorShift = 40;

    internal const string FindFloor = "SELECT id FROM floor WHERE name = ?1";

    internal const string AddRecords = "INSERT INTO record VALUES (?1, ?2, ?3, ?4)";

    internal const string AddBody = "INSERT INTO body (floor, chat, shelf, seq, content) VALUES (?1, ?2, ?3, ?4, ?5)";

    /// <summary>How many bodies are one statement, where there are so many.</summary>
    internal const int BodiesAtOnce = 16;

    /// <summary>The same for some at once, for each statement costs as much as some columns of a row.</summary>
    internal static readonly string AddBodies = $"""
        INSERT INTO body (floor, chat, shelf, seq, content)
        VALUES {string.Join(", ", Enumerable.Range(0, BodiesAtOnce).Select(row => (row * 4) + 2)
            .Select(first => $"(?1, ?{first}, ?{first + 1}, ?{first + 2}, ?{first + 3})"))}
        """;

    internal const string AddContact = "INSERT INTO contact VALUES (NULL, ?1, ?2, ?3, ?4, ?5)";

    /// <summary>As with bodies; nobody finds it by a customer or by its age any more.</summary>
    internal const string EraseContact = """
        UPDATE contact SET customer = '', closed_at = 9223372036854775807, content = x'' WHERE floor = ?1 AND chat = ?2
        """;

    internal const string ReadRecords = """
        SELECT seq, command, payload, lengths, (SELECT max(?2, dropped) FROM floor WHERE name = ?1) FROM record
        WHERE id > (SELECT id << 40 | max(min(?2, 1099511627775), dropped) FROM floor WHERE name = ?1)
            AND id <= (SELECT id << 40 | 1099511627775 FROM floor WHERE name = ?1)
        ORDER BY id
        """;

    internal const string FindRecord = """
        SELECT seq, command, payload, lengths, ?2 - 1 FROM record
        WHERE id >= (SELECT id << 40 | ?2 FROM floor WHERE name = ?1)
            AND id <= (SELECT id << 40 | 1099511627775 FROM floor WHERE name = ?1)
        ORDER BY id LIMIT 1
        """;

    internal const string FindContact = """
        SELECT chat, customer, closed_at, content FROM contact
        WHERE floor = (SELECT id FROM floor WHERE name = ?1) AND chat = ?2 AND content <> x''
        """;

    internal const string ReadContacts = """
        SELECT chat, customer, closed_at, content FROM contact
        WHERE floor = (SELECT id FROM floor WHERE name = ?1) AND customer = ?2 AND chat < ?3
        ORDER BY chat DESC LIMIT ?4
        """;

    internal const string ReadClosed = """
        SELECT chat, customer, closed_at, content FROM contact
        WHERE floor = (SELECT id FROM floor WHERE name = ?1) AND closed_at < ?2
        ORDER BY closed_at, chat LIMIT ?4 OFFSET ?3
        """;

    internal const string ReadSnapshot =
        "SELECT seq, content FROM snapshot WHERE floor = (SELECT id FROM floor WHERE name = ?1)";

    internal const string IsWrittenUpTo = "SELECT 1 FROM floor WHERE name = ?1 AND epoch = ?2 AND head >= ?3";

    internal const string KeepSnapshot = """
        INSERT INTO snapshot SELECT id, ?2, ?3 FROM floor WHERE name = ?1
        ON CONFLICT (floor) DO UPDATE SET seq = excluded.seq, content = excluded.content
        WHERE excluded.seq > snapshot.seq
        """;

    /// <summary>What the snapshot covers and no feed waits for is no longer of the log.</summary>
    internal const string MarkDropped = """
        UPDATE floor SET dropped = max(dropped, coalesce((SELECT min(position, ?2) FROM
            (SELECT min(position) AS position FROM feed WHERE floor = ?1)), ?2))
        WHERE name = ?1
        """;

    /// <summary>All of that but what is parked, and delivered yet if somebody sees to it.</summary>
    internal const string DropRecords = """
        DELETE FROM record
        WHERE id BETWEEN (SELECT id << 40 FROM floor WHERE name = ?1)
                AND (SELECT id << 40 | dropped FROM floor WHERE name = ?1)
            AND NOT EXISTS (SELECT * FROM parked WHERE floor = ?1
                AND seq BETWEEN record.seq - coalesce(length(record.lengths) / 4, 1) + 1 AND record.seq)
        """;

    internal const string ReadFeed = "SELECT position FROM feed WHERE floor = ?1 AND name = ?2";

    internal const string MoveFeed = """
        INSERT INTO feed VALUES (?1, ?2, ?3)
        ON CONFLICT (floor, name) DO UPDATE SET position = max(position, excluded.position)
        """;

    internal const string ReadParked =
        "SELECT seq, attempts, error, since FROM parked WHERE floor = ?1 AND name = ?2 ORDER BY seq";

    internal const string Park = "INSERT OR REPLACE INTO parked VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    internal const string Unpark = "DELETE FROM parked WHERE floor = ?1 AND name = ?2 AND seq = ?3";

    internal const string RemoveParked = "DELETE FROM parked WHERE floor = ?1 AND name = ?2";

    internal const string RemoveFeed = "DELETE FROM feed WHERE floor = ?1 AND name = ?2 RETURNING position";

    /// <summary>Moves everything into the file itself and empties the log beside it, so that nothing lingers there.
    /// </summary>
    internal const string EmptyWriteAheadLog = "PRAGMA wal_checkpoint(TRUNCATE)";

    internal const string CheckFile = "PRAGMA integrity_check(1)";
}
