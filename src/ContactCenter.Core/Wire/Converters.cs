using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Redaction;
using ContactCenter.Runtime;

namespace ContactCenter.Wire;

/// <summary>Reads and writes an id as the text that names it. What is no id is refused, and not repeated.</summary>
internal abstract class TextConverter<T>(TextConverter<T>.Parser parse) : JsonConverter<T>
    where T : struct
{
    internal delegate bool Parser(string? text, out T value);

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && parse(reader.GetString(), out var value)
            ? value
            : throw new JsonException();

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class AgentIdConverter() : TextConverter<AgentId>(AgentId.TryParse);

internal sealed class CustomerIdConverter() : TextConverter<CustomerId>(CustomerId.TryParse);

internal sealed class QueueNameConverter() : TextConverter<QueueName>(QueueName.TryParse);

internal sealed class ChatIdConverter() : TextConverter<ChatId>(ChatId.TryParse);

internal sealed class OfferIdConverter() : TextConverter<OfferId>(OfferId.TryParse);

internal sealed class CommandIdConverter() : TextConverter<CommandId>(CommandId.TryParse);

internal sealed class FeedPositionConverter() : TextConverter<FeedPosition>(TryParse)
{
    private static bool TryParse(string? text, out FeedPosition position)
    {
        var parsed = FeedPosition.TryParse(text);
        position = parsed.GetValueOrDefault();
        return parsed is not null;
    }
}

internal sealed class RedactionKindConverter() : TextConverter<RedactionKind>(RedactionKind.TryParse);

/// <summary>Writes who spoke or acted. Nobody is read from the wire: who asks is what the host has proved.</summary>
internal sealed class ActorConverter() : TextConverter<Actor>(Nobody)
{
    private static bool Nobody(string? text, out Actor actor)
    {
        actor = default;
        return false;
    }
}

internal sealed class KebabCaseConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
