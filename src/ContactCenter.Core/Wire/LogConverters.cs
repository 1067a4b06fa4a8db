using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Wire;

/// <summary>Writes what the log holds and nobody sends: it is read from the log itself, never from this.</summary>
internal abstract class LogConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException();
}

internal sealed class DigestConverter : LogConverter<UInt128>
{
    public override void Write(Utf8JsonWriter writer, UInt128 value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("x32", CultureInfo.InvariantCulture));
}

internal sealed class AttributesConverter : LogConverter<AttributeBag>
{
    public override void Write(Utf8JsonWriter writer, AttributeBag value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class PlaceConverter : LogConverter<AskedPlace>
{
    public override void Write(Utf8JsonWriter writer, AskedPlace value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Since);
        writer.WriteNumberValue(value.Order);
        writer.WriteEndArray();
    }
}

internal sealed class WishesConverter : LogConverter<ContactWishes>
{
    public override void Write(Utf8JsonWriter writer, ContactWishes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("priority", value.Priority);
        writer.WriteStartArray("requirements");
        foreach (var (requirement, lasts) in value.Requirements)
        {
            writer.WriteStringValue(lasts is { } time
                ? string.Create(CultureInfo.InvariantCulture, $"{requirement} for {time}")
                : requirement.ToString());
        }

        writer.WriteEndArray();
        Write(writer, "preferred", value.Preferred);
        Write(writer, "excluded", value.Excluded);
        if (value.Reserved is { } reserved)
        {
            writer.WriteString("reserved", reserved.Value);
            writer.WriteString("reservedFor", value.ReservedFor.ToString());
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<AgentId> agents)
    {
        writer.WriteStartArray(name);
        foreach (var agent in agents)
        {
            writer.WriteStringValue(agent.Value);
        }

        writer.WriteEndArray();
    }
}

/// <summary>As the log has it: it is JSON there already.</summary>
internal sealed class ConfigurationConverter : LogConverter<FloorConfiguration>
{
    public override void Write(Utf8JsonWriter writer, FloorConfiguration value, JsonSerializerOptions options) =>
        writer.WriteRawValue(ConfigurationJson.Write(value));
}

internal sealed class EditConverter : LogConverter<ConfigurationEdit>
{
    public override void Write(Utf8JsonWriter writer, ConfigurationEdit value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(value.Kind.ToString()));
        writer.WriteString("name", value.Name);
        if (value.Queue is { } queue)
        {
            writer.WritePropertyName("queue");
            writer.WriteRawValue(ConfigurationJson.Write(queue));
        }

        if (value.Agent is { } agent)
        {
            writer.WritePropertyName("agent");
            writer.WriteRawValue(ConfigurationJson.Write(agent));
        }

        writer.WriteEndObject();
    }
}
