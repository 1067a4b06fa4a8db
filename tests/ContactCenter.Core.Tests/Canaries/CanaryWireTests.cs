using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ContactCenter.Wire;

namespace ContactCenter.Tests.Canaries;

/// <summary>Card numbers in every field of every frame that a client can send, and beside them.</summary>
public sealed class CanaryWireTests
{
    private static readonly IReadOnlyDictionary<string, Type> Known = typeof(Verb)
        .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>()
        .ToDictionary(one => (string)one.TypeDiscriminator!, one => one.DerivedType, StringComparer.Ordinal);

    public static TheoryData<string> Verbs => [.. Known.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_card_number_that_a_client_sends_is_nowhere(string verb)
    {
        await using var floor = await CanaryFloor.StartAsync();
        string[] fields =
            [.. Known[verb].GetProperties().Select(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name))];
        foreach (var chat in floor.Chats)
        {
            foreach (var words in Canaries.Texts)
            {
                foreach (var field in fields)
                {
                    foreach (var value in ValuesOf(words))
                    {
                        var frame = Frame(floor, verb, fields, chat);
                        frame[field] = value;
                        await SendAsync(floor, $"{verb}.{field}", words, frame);
                    }
                }
            }
        }

        Leaks.None(await floor.TracesAsync());
    }

    [Fact]
    public async Task A_card_number_in_a_frame_that_is_no_verb_is_nowhere()
    {
        await using var floor = await CanaryFloor.StartAsync();
        foreach (var words in Canaries.Texts)
        {
            await SendAsync(floor, "a verb", words, new JsonObject { ["verb"] = words });
            await SendAsync(floor, "a field", words, new JsonObject { ["verb"] = "say", [words] = words });
            await SendAsync(floor, "no object", words, JsonValue.Create(words));
            await SendAsync(floor, "half", words, Encoding.UTF8.GetBytes($"{{\"verb\": \"say\", \"text\": \"{words}"));
            await SendAsync(floor, "no JSON", words, Encoding.UTF8.GetBytes(words));
            await SendAsync(floor, "UTF-16", words, Encoding.Unicode.GetBytes(words));
        }

        Leaks.None(await floor.TracesAsync());
    }

    /// <summary>Right in all its fields, as far as their names tell.</summary>
    private static JsonObject Frame(CanaryFloor floor, string verb, IEnumerable<string> fields, ChatId chat)
    {
        var frame = new JsonObject { ["verb"] = verb };
        foreach (var field in fields)
        {
            JsonNode? value = field switch
            {
                "chat" => chat.ToString(),
                "offer" => floor.Offer.ToString(),
                "agent" => "noor",
                "customer" => "zoe",
                "queue" when verb.StartsWith("set-", StringComparison.Ordinal) => null,
                "queue" => "chat",
                "text" or "name" or "email" => "hello",
                "source" => "parrot",
                "id" => "greeting",
                "list" => "queued",
                _ => null,
            };
            if (value is not null)
            {
                frame[field] = value;
            }
        }

        return frame;
    }

    private static IEnumerable<JsonNode?> ValuesOf(string words)
    {
        yield return words;
        yield return new JsonArray(words);
        if (long.TryParse(words, out var number))
        {
            yield return number;
            yield return $"floor/chat-{words}";
            yield return $"{words}/offer-1";
        }
        else
        {
            yield return new JsonObject { [words] = words };
        }
    }

    private static Task SendAsync(CanaryFloor floor, string where, string words, JsonNode? frame) =>
        SendAsync(floor, where, words, Encoding.UTF8.GetBytes(frame?.ToJsonString() ?? "null"));

    private static async Task SendAsync(CanaryFloor floor, string where, string words, byte[] frame)
    {
        if (!WireFormat.TryParseVerb(frame, out var verb, out var bad))
        {
            floor.Tell(where, WireFormat.Serialize(bad));
            await floor.AskAsync(where, words, () => bad);
            return;
        }

        foreach (var session in floor.Sessions)
        {
            await floor.AskAsync(where, words, () => verb.ToString());
            await floor.CallAsync(where, words, AnswerAsync);

            async ValueTask<string> AnswerAsync()
            {
                var outcome = await floor.Host.DispatchAsync(session, verb);
                floor.Tell(where, WireFormat.Serialize(verb.CommandId, outcome));
                return $"{outcome} {(outcome.IsAccepted ? outcome.Value : null)}";
            }
        }
    }
}
