using ContactCenter.Journals;

namespace ContactCenter.Hosting.Tests;

/// <summary>A journal in memory that tells which floors were opened, does not open one, and can be lost.</summary>
internal sealed class WatchedJournal(string? refused = null) : DelegatingJournal(new InMemoryJournal())
{
    private readonly List<string> _opened = [];

    internal IReadOnlyList<string> Opened => _opened;

    /// <summary>Nothing is known any more of what it has taken.</summary>
    internal bool IsLost { get; set; }

    public override ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        if (floor.Value == refused)
        {
            throw new IOException($"No journal for {floor}.");
        }

        _opened.Add(floor.Value);
        return Inner.OpenAsync(floor, cancellationToken);
    }

    public override ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken) =>
        IsLost ? throw new IOException("lost") : Inner.ReadHeadAsync(floor, cancellationToken);

    public override ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken) =>
        IsLost ? throw new IOException("lost") : Inner.AppendAsync(floor, append, cancellationToken);
}
