using ContactCenter.DependencyInjection;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ContactCenter.Hosting;

/// <summary>
/// Lets floors follow their file. A quarter of a second after the first of some reloads what is there by then is read
/// once, and each floor takes it whole or keeps what it has. One reading at a time, and one at most that waits.
/// </summary>
internal sealed class ConfigurationReload(IServiceProvider services, IEnumerable<BoundFloor> floors)
    : IHostedService, IDisposable
{
    /// <summary>An editor that saves a file makes several reloads of it.</summary>
    internal static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(250);

    private readonly ILogger _logger = services.GetService<ILoggerFactory>()?.CreateLogger<ConfigurationReload>()
        ?? NullLogger<ConfigurationReload>.Instance;

    private readonly BoundFloor[] _floors = [.. floors];
    private readonly List<IDisposable> _subscriptions = [];
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isAsked;
    private bool _isStopped;

    /// <summary>Ends once what was asked for before is taken or refused.</summary>
    internal Task Last { get; private set; } = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _timer = time.CreateTimer(_ => Begin(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var section in _floors.Select(floor => floor.Floors).Distinct())
        {
            _subscriptions.Add(ChangeToken.OnChange(section.GetReloadToken, Ask));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task last;
        lock (_gate)
        {
            (_isStopped, last) = (true, Last);
        }

        Dispose();
        await last.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _subscriptions.Clear();
        _timer?.Dispose();
    }

    private void Ask()
    {
        lock (_gate)
        {
            if (!_isAsked && !_isStopped)
            {
                _isAsked = true;
                _timer!.Change(Delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (!_isStopped)
            {
                Last = ReloadAsync(Last);
            }
        }
    }

    private async Task ReloadAsync(Task before)
    {
        await before.ConfigureAwait(false);
        await Task.Yield();
        lock (_gate)
        {
            // What changes from here on is read the next time.
            _isAsked = false;
        }

        foreach (var floor in _floors)
        {
            try
            {
                await ReloadAsync(floor.Id).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // One floor that cannot must not keep the others from it.
                Log.ReloadFailed(_logger, floor.Id, failure.GetType().Name);
            }
        }
    }

    private async Task ReloadAsync(string id)
    {
        var floor = services.GetRequiredKeyedService<FloorHost>(id);
        if (floor.Configuration.Status.Changes == ConfigurationChanges.FromVerbs)
        {
            return;
        }

        FloorOptions wanted;
        try
        {
            // Made anew, as at the start: what code says, what the file says, and every fault at once.
            wanted = services.GetRequiredService<IOptionsFactory<FloorOptions>>().Create(id);
        }
        catch (OptionsValidationException invalid)
        {
            string[] faults = [.. invalid.Failures];
            floor.Configuration.Refuse(faults);
            Log.Refused(_logger, id, string.Join(" ", faults));
            return;
        }

        var before = floor.Configuration.Status.Revision;
        var outcome = await floor.Configuration.ApplyAsync(wanted).ConfigureAwait(false);
        if (outcome.Rejection == Rejections.Busy || outcome.IsUnknown)
        {
            // The file is read again: it is taken then, or by the floor's next start.
            Ask();
        }
        else if (outcome.IsRejected && outcome.Rejection != Rejections.NotRunning)
        {
            Log.Refused(_logger, id, outcome.Rejection.Subject ?? outcome.Rejection.Code);
        }
        else if (outcome.IsAccepted && floor.Configuration.Status is { Revision: { } revision } && revision != before)
        {
            Log.Reloaded(_logger, id, revision);
        }
    }
}
