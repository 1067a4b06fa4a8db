using ContactCenter.DependencyInjection;
using ContactCenter.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>
/// Reads a floor from configuration as a host that binds it does, without a host: for a preview, or for a test of one's
/// own configuration.
/// </summary>
public static class FloorSettings
{
    /// <summary>Reads a floor.</summary>
    /// <param name="floor">Its section, by custom <c>ContactCenter:Floors:</c> and the floor's id.</param>
    /// <param name="strategies">The host's own routing strategies, which its queues may name.</param>
    /// <returns>What the section says, and the defaults for the rest.</returns>
    /// <exception cref="OptionsValidationException">
    /// Keys that mean nothing, values that cannot be read, options the floor cannot work with: all of them at once.
    /// </exception>
    public static FloorOptions Read(
        IConfigurationSection floor, params IReadOnlyList<IRoutingStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(strategies);
        var options = new FloorOptions();
        string[] faults =
        [
            .. FloorBinding.Bind(floor, options),
            .. KnownStrategies.Faults(strategies)
                .Concat(FloorBlueprint.Faults(options, new KnownStrategies(strategies)))
                .Select(fault => $"Floor {floor.Key}: {fault}."),
        ];
        return faults.Length == 0
            ? options
            : throw new OptionsValidationException(floor.Key, typeof(FloorOptions), faults);
    }
}
