using ContactCenter.Journals;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>A journal with a mistake in it, made on purpose; without one it hands everything on.</summary>
internal sealed class MistakenJournal(IJournal inner, HostedMistake mistake) : DelegatingJournal(inner)
{
    private JournalAppend? _held;
    private readonly List<JournalBody> _copies = [];
    private readonly HashSet<long> _erased = [];
    private int _appends;

    public override ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        // The process dies, and with it whatever it has not written yet.
        _held = null;
        return Inner.OpenAsync(floor, cancellationToken);
    }

    public override async ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken)
    {
        var head = await Inner.ReadHeadAsync(floor, cancellationToken);
        return _held is { } held ? head with { Sequence = held.Records[^1].Sequence } : head;
    }

    public override async ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        _appends++;
        switch (mistake)
        {
            case HostedMistake.DropsBodies when append.Bodies.Count > 0 && _appends % 5 == 0:
                return await Inner.AppendAsync(
                    floor, append with { Bodies = [.. append.Bodies.SkipLast(1)] }, cancellationToken);
            case HostedMistake.AnswersBeforeWriting:
                var before = _held;
                _held = append;
                return before is null || await Inner.AppendAsync(floor, before, cancellationToken);
            case HostedMistake.IgnoresTheFence:
                var head = await Inner.ReadHeadAsync(floor, cancellationToken);
                return await Inner.AppendAsync(
                    floor, append with { Head = append.Head with { Epoch = head.Epoch } }, cancellationToken);
            case HostedMistake.BringsBackWhatWasErased:
                _copies.AddRange(append.Bodies);
                var back = _copies.Where(body => _erased.Contains(body.Chat)).ToArray();
                _copies.RemoveAll(back.Contains);
                _erased.UnionWith(append.Erased);
                return await Inner.AppendAsync(
                    floor, append with { Bodies = [.. append.Bodies, .. back] }, cancellationToken);
            default:
                return await Inner.AppendAsync(floor, append, cancellationToken);
        }
    }
}
