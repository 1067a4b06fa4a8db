using Xunit.Abstractions;
using Xunit.Sdk;

namespace ContactCenter.Tests;

/// <summary>
/// The conformance scenarios that a test shows, by number: S16 of the scenarios, E2 of the edge cases.
/// </summary>
[TraitDiscoverer("ContactCenter.Tests.ScenarioDiscoverer", "ContactCenter.Core.Tests")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScenarioAttribute(params string[] numbers) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Numbers { get; } = numbers;
}

/// <summary>Lets a run be filtered by scenario: <c>--filter scenario=S16</c>.</summary>
public sealed class ScenarioDiscoverer : ITraitDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        ArgumentNullException.ThrowIfNull(traitAttribute);
        return from argument in traitAttribute.GetConstructorArguments()
               from number in (IEnumerable<object>)argument
               select KeyValuePair.Create("scenario", (string)number);
    }
}
