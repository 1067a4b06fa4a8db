using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>
/// The configuration's form in the log: JSON, for it is rare, and whoever operates a floor may want to read it.
/// </summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FloorConfiguration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext
{
    internal static string Write(FloorConfiguration configuration) =>
        JsonSerializer.Serialize(configuration, Default.FloorConfiguration);

    internal static FloorConfiguration Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.FloorConfiguration)
                ?? throw RecordReader.Broken("configuration");
        }
        catch (JsonException)
        {
            throw RecordReader.Broken("configuration");
        }
    }
}
