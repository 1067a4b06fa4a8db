using System.Globalization;
using System.Runtime.CompilerServices;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>
/// Short names for the configurations of one floor: in its snapshots their JSON would be most of what is written.
/// </summary>
internal sealed class NamedConfigurations
{
    private readonly ConditionalWeakTable<FloorConfiguration, string> _names = [];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly List<FloorConfiguration> _all = [];

    /// <summary>The same name for all that say the same.</summary>
    internal string NameOf(FloorConfiguration configuration)
    {
        if (_names.TryGetValue(configuration, out var name))
        {
            return name;
        }

        var json = ConfigurationJson.Write(configuration);
        if (!_known.TryGetValue(json, out name))
        {
            name = _all.Count.ToString(CultureInfo.InvariantCulture);
            _known.Add(json, name);
            _all.Add(configuration);
        }

        _names.Add(configuration, name);
        return name;
    }

    internal FloorConfiguration Of(string name) => _all[int.Parse(name, CultureInfo.InvariantCulture)];
}
