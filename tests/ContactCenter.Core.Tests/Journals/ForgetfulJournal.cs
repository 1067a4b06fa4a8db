using ContactCenter.Journals;

namespace ContactCenter.Tests.Journals;

/// <summary>
/// A journal with one mistake, which shows only once it is opened anew: it has forgotten that something was undone.
/// </summary>
internal sealed class ForgetfulJournal : DelegatingJournal
{
    private readonly Disk _disk;
    private readonly long _lost;

    internal ForgetfulJournal(Disk disk)
        : base(disk.Kept)
    {
        _disk = disk;
        IsReopened = disk.IsOpened;
        disk.IsOpened = true;
        if (disk.Forgets == Forgets.EpochsWithoutAppends)
        {
            (disk.Lost, disk.Unproved) = (disk.Lost + disk.Unproved, 0);
        }

        _lost = disk.Lost;
    }

    private bool IsReopened { get; }

    public override async ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        _disk.Unproved++;
        return AsTold(await base.OpenAsync(floor, cancellationToken));
    }

    public override async ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken) =>
        AsTold(await base.ReadHeadAsync(floor, cancellationToken));

    public override async ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        foreach (var body in append.Bodies.Where(body => body.Replaces && _disk.Forgets == Forgets.Replacements))
        {
            await RememberAsync(floor, body.Shelf, body.Chat, one => one.Sequence == body.Sequence);
        }

        foreach (var chat in append.Erased.Where(_ => _disk.Forgets == Forgets.Erasures))
        {
            await RememberAsync(floor, BodyShelf.Conversation, chat, _ => true);
        }

        var kept = append with { Head = append.Head with { Epoch = append.Head.Epoch + _lost } };
        var isTaken = await base.AppendAsync(floor, kept, cancellationToken);
        _disk.Unproved = isTaken ? 0 : _disk.Unproved;
        return isTaken;
    }

    public override ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        base.WriteSnapshotAsync(floor, epoch + _lost, snapshot, cancellationToken);

    public override async ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken)
    {
        var bodies = await base.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken);
        JournalBody[] back =
        [
            .. _disk.Undone.Where(body => IsReopened && (body.Shelf, body.Chat) == (shelf, chat)),
        ];
        return [.. bodies.Where(body => back.All(one => one.Sequence != body.Sequence)), .. back];
    }

    private JournalHead AsTold(JournalHead head) => head with { Epoch = head.Epoch - _lost };

    private async Task RememberAsync(FloorId floor, BodyShelf shelf, long chat, Func<JournalBody, bool> isUndone) =>
        _disk.Undone.AddRange(
            (await base.ReadBodiesAsync(floor, shelf, chat, -1, 100, default)).Where(isUndone));

    internal sealed class Disk(Forgets forgets)
    {
        internal InMemoryJournal Kept { get; } = new();

        internal Forgets Forgets => forgets;

        internal bool IsOpened { get; set; }

        internal long Unproved { get; set; }

        internal long Lost { get; set; }

        internal List<JournalBody> Undone { get; } = [];
    }
}

/// <summary>What a <see cref="ForgetfulJournal"/> does not know any more.</summary>
public enum Forgets
{
    Nothing,
    Erasures,
    Replacements,
    EpochsWithoutAppends,
}
