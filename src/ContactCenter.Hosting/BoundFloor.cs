using Microsoft.Extensions.Configuration;

namespace ContactCenter.Hosting;

/// <summary>A floor that is described in configuration.</summary>
/// <param name="Floors">The section of all floors.</param>
/// <param name="Id">The floor's key in it.</param>
internal sealed record BoundFloor(IConfigurationSection Floors, string Id);
