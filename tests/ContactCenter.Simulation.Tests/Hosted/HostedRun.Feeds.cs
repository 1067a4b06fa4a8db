using System.Security.Cryptography;
using System.Text;
using ContactCenter.Runtime;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>Those who read the feeds of the floor, and the other system that its log is brought to.</summary>
internal sealed partial class HostedRun
{
    private static readonly Actor[] Cast =
    [
        Actor.Customer("customer-0"), Actor.Customer("customer-1"), Actor.Agent("mina"), Actor.Agent("noor"),
        Actor.Supervisor("boss"), Actor.Supervisor("chief"), Actor.Host,
    ];

    private static readonly Habit[] Habits = Enum.GetValues<Habit>();

    private readonly FeedKeeping _keeping = new(buffer: 4, history: 60);
    private readonly CommittedLog _log;
    private readonly Viewer[] _viewers;
    private readonly Downstream? _downstream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal IReadOnlyList<Viewer> Viewers => _viewers;

    internal Downstream? Elsewhere => _downstream;

    internal int ClockSet { get; private set; }

    internal int Reconfigured { get; private set; }

    /// <summary>A step is over: what is in the log is as it must be, and is shown as it must be.</summary>
    private async Task LookAroundAsync()
    {
        await SettleAsync();
        while (!_host.IsRunning)
        {
            await RiseAsync();
            await SettleAsync();
        }

        await CatchUpAsync();
        await CheckAsync();

        var run = _host.RunOrThrow();
        _log.CheckOffers(run.Epoch, _time.GetTimestamp());
        Require(
            !(_log.State.Alarms.NextDueAt <= run.Clock.Now),
            "S41",
            $"it is {run.Clock.Now:O}, and an alarm of {_log.State.Alarms.NextDueAt:O} has not rung");
        foreach (var viewer in _viewers)
        {
            await viewer.LookAsync(_host);
        }

        var there = _viewers.Count(viewer => viewer.IsThere);
        var kept = run.Follower.Subscriptions;
        Require(kept == there, "S53", $"{there} look at feeds, and {kept} buffers are kept");
        if (_downstream is not null && _draw.Percent(10))
        {
            await _downstream.RunAsync(_log.Head);
        }
    }

    /// <summary>What the journal has taken meanwhile is told to all who keep account.</summary>
    private async Task CatchUpAsync()
    {
        Require(_witness.Fault is null, "S34", $"{_witness.Fault}");
        foreach (var taken in _witness.Take())
        {
            var commit = _log.Add(taken);
            _keeping.Begin(commit.Epoch, _witness.BeginningOf(commit.Epoch));
            _keeping.Note(commit);
            foreach (var viewer in _viewers)
            {
                viewer.Note(commit);
            }

            var names = string.Join(',', taken.Batch.Events.Select(EventText.NameOf));
            _hash.AppendData(Encoding.UTF8.GetBytes($"{commit.Sequence} {commit.At:O} {names};"));
        }

        if (_host.IsRunning)
        {
            var epoch = _host.RunOrThrow().Epoch;
            _keeping.Begin(epoch, _witness.BeginningOf(epoch));
        }

        _keeping.Written = (await _kept.ReadHeadAsync(Floor, CancellationToken.None)).Sequence;
    }

    private async Task ReadFeedsToTheEndAsync(bool hasFailed)
    {
        await CatchUpAsync();
        foreach (var viewer in _viewers)
        {
            await viewer.ReadToTheEndAsync(hasFailed);
        }
    }
}
