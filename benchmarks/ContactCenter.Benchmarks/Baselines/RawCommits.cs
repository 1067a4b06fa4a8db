using ContactCenter.Sqlite;

namespace ContactCenter.Benchmarks.Baselines;

/// <summary>
/// The same bytes in the same commits on the same disk, by SQLite alone: one table without an index, a row for each
/// byte string, prepared once. No fence, no place to find anything by, nobody to answer.
/// </summary>
public sealed class RawCommits : IDisposable
{
    private readonly Connection _connection;
    private readonly byte[] _bytes = new byte[1 << 20];

    public RawCommits(string file)
    {
        _connection = new Connection(file, TimeSpan.FromSeconds(5));
        _connection.Word(Sql.WriteAhead);
        _connection.Run("CREATE TABLE raw (id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
        new Random(1).NextBytes(_bytes);
    }

    public void Commit(IReadOnlyList<int> lengths)
    {
        _connection[Sql.Begin].Run();
        foreach (var length in lengths)
        {
            _connection["INSERT INTO raw (content) VALUES (?1)"].Bind(1, _bytes.AsSpan(0, length)).Run();
        }

        _connection[Sql.Commit].Run();
    }

    /// <summary>The same with one row a commit: as few as there can be.</summary>
    public void CommitTogether(IReadOnlyList<int> lengths)
    {
        var length = Math.Min(_bytes.Length, lengths.Sum());
        _connection[Sql.Begin].Run();
        _connection["INSERT INTO raw (content) VALUES (?1)"].Bind(1, _bytes.AsSpan(0, length)).Run();
        _connection[Sql.Commit].Run();
    }

    public void Dispose() => _connection.Dispose();
}
