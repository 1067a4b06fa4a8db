using System.Text;

namespace ContactCenter.Sqlite.Tests;

/// <summary>A place for a journal that is gone when the test is over.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contact-center-").FullName;

    internal string Path => In("floor.db");

    internal string In(string name) => System.IO.Path.Combine(_folder, name);

    internal SqliteJournal Open(SqliteJournalOptions? options = null, TimeProvider? time = null) =>
        new(Path, options, time);

    /// <summary>Whether a text is anywhere in the file or in what stands beside it, free pages included.</summary>
    internal bool Holds(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(_folder).Any(file => Read(file).AsSpan().IndexOf(bytes) >= 0);
    }

    /// <summary>Changes one bit of what an index has of a row, as a disk does.</summary>
    internal byte[] ChangeIndex(string index, ReadOnlySpan<byte> has)
    {
        int page;
        using (var connection = new Connection(Path, TimeSpan.Zero))
        {
            connection.Number("PRAGMA wal_checkpoint(TRUNCATE)");
            page = (int)connection.Number($"SELECT rootpage - 1 FROM sqlite_schema WHERE name = '{index}'");
        }

        var bytes = Read(Path);
        bytes[(page * 4_096) + bytes.AsSpan(page * 4_096, 4_096).IndexOf(has)] ^= 1;
        File.WriteAllBytes(Path, bytes);
        return bytes;
    }

    internal static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
