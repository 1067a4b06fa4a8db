using ContactCenter.DependencyInjection;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContactCenter.Hosting;

/// <summary>Starts the floors in the order in which they were added, and stops them in reverse.</summary>
internal sealed class HostedFloors(IServiceProvider services, IEnumerable<FloorRegistration> registered)
    : IHostedService
{
    private readonly Stack<FloorHost> _started = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var registration in registered)
            {
                var floor = services.GetRequiredKeyedService<FloorHost>(registration.Id);
                await floor.StartAsync(cancellationToken).ConfigureAwait(false);
                _started.Push(floor);
            }
        }
        catch
        {
            // A host whose start failed stops nothing, and a floor that runs on would hold its journal.
            await StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        List<Exception> failures = [];
        while (_started.TryPop(out var floor))
        {
            try
            {
                // Once the host's time for shutdown is over a floor stops without its journal's answer, and never
                // writes again: none runs on.
                await floor.StopAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                // One floor that cannot stop must not keep the others from stopping.
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Not every floor has stopped.", failures);
        }
    }
}
