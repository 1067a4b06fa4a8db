namespace ContactCenter.Tests;

/// <summary>The behaviours of peers, by the number that the list of them has, which a test shows here.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerScenarioAttribute(params string[] ids) : Attribute
{
    internal IReadOnlyList<string> Ids { get; } = ids;
}
