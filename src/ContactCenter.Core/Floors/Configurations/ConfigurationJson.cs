using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// The configuration's form in the log: JSON, for it is rare, and whoever operates a floor may want to read it. A
/// revision is named, and two are compared, by the same form: what is not in it makes no difference.
/// </summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FloorConfiguration))]
[JsonSerializable(typeof(QueueProfile))]
[JsonSerializable(typeof(AgentProfile))]
internal sealed partial class ConfigurationJson : JsonSerializerContext
{
    internal static string Write(FloorConfiguration configuration) => Write(configuration, Default.FloorConfiguration);

    internal static string Write(QueueProfile queue) => Write(queue, Default.QueueProfile);

    internal static string Write(AgentProfile agent) => Write(agent, Default.AgentProfile);

    /// <exception cref="FormatException">It is no configuration.</exception>
    internal static FloorConfiguration Read(string json) => Read(json, Default.FloorConfiguration);

    /// <exception cref="FormatException">It is no queue.</exception>
    internal static QueueProfile ReadQueue(string json) => Read(json, Default.QueueProfile);

    /// <exception cref="FormatException">It is no agent.</exception>
    internal static AgentProfile ReadAgent(string json) => Read(json, Default.AgentProfile);

    /// <summary>Every name, code and other word in such a form: whatever somebody could have written there.</summary>
    /// <remarks>Each once: of many agents most words are the same.</remarks>
    internal static HashSet<string> WordsIn(string json)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                words.Add(reader.GetString()!);
            }
        }

        return words;
    }

    private static string Write<T>(T what, JsonTypeInfo<T> form) => JsonSerializer.Serialize(what, form);

    private static T Read<T>(string json, JsonTypeInfo<T> form)
    {
        try
        {
            return JsonSerializer.Deserialize(json, form) ?? throw new FormatException("Nothing is configured.");
        }
        catch (JsonException)
        {
            throw new FormatException("It cannot be read.");
        }
    }
}
