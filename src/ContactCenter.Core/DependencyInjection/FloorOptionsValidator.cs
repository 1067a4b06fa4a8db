using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Vaults;
using Microsoft.Extensions.Options;

namespace ContactCenter.DependencyInjection;

/// <summary>Refuses a floor that cannot work, with every reason at once.</summary>
internal sealed class FloorOptionsValidator(
    IEnumerable<IRoutingStrategy> strategies, IEnumerable<IRedactionRule> rules, IEnumerable<ITokenVault> vaults)
    : IValidateOptions<FloorOptions>
{
    public ValidateOptionsResult Validate(string? name, FloorOptions options)
    {
        IRoutingStrategy[] hosts = [.. strategies];
        string[] faults =
        [
            .. KnownStrategies.Faults(hosts),
            .. FloorBlueprint.Faults(options, new KnownStrategies(hosts)),
            .. RedactionFaultsOf(options.Redaction),
        ];
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"Floor {name}: {fault}."));
    }

    private IEnumerable<string> RedactionFaultsOf(RedactionOptions redaction)
    {
        var found = redaction.BuiltInRules().Concat(rules).Select(rule => rule.Kind).ToHashSet();
        return RedactionFaults.Of(redaction, found, vaults.Any())
            .Select(fault => ConfigurationFaults.Unnamed($"redaction: {fault}"));
    }
}
