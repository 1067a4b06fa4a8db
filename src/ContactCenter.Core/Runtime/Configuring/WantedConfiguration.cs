using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>What the host asks a floor to work by.</summary>
/// <param name="Configuration">The last that held: a start takes it.</param>
/// <param name="Hash">Names the last that was asked for.</param>
/// <param name="Faults">Why that was refused; empty where it was not.</param>
internal sealed record WantedConfiguration(
    FloorConfiguration Configuration, string Hash, IReadOnlyList<string> Faults);
