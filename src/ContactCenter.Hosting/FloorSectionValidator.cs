using ContactCenter.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>
/// Tells what cannot be read in a floor's section, beside what the floor itself cannot work with: options are
/// validated by all validators before any of their faults is told.
/// </summary>
internal sealed class FloorSectionValidator(IConfigurationSection floors, IConfigurationSection floor)
    : IValidateOptions<FloorOptions>
{
    public ValidateOptionsResult Validate(string? name, FloorOptions options)
    {
        if (name != floor.Key)
        {
            return ValidateOptionsResult.Skip;
        }

        // A file that was emptied or moved away is no wish to remove everything.
        if (!floors.GetChildren().Any(one => string.Equals(one.Key, floor.Key, StringComparison.OrdinalIgnoreCase)))
        {
            return ValidateOptionsResult.Fail($"{floor.Path} is gone.");
        }

        var faults = FloorBinding.Bind(floor, new FloorOptions());
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
