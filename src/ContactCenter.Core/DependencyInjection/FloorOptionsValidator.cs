using Microsoft.Extensions.Options;

namespace ContactCenter.DependencyInjection;

/// <summary>Refuses a floor that cannot work, with every reason at once.</summary>
internal sealed class FloorOptionsValidator : IValidateOptions<FloorOptions>
{
    public ValidateOptionsResult Validate(string? name, FloorOptions options)
    {
        string[] faults = [.. FloorBlueprint.Faults(options)];
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"Floor {name}: {fault}."));
    }
}
