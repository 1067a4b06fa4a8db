using System.Collections.ObjectModel;
using System.Text.Json;

namespace ContactCenter.Responses;

/// <summary>
/// Reads responses from JSON, field by field: a serialiser stops at the first fault, and the next reader of the file
/// would find the second.
/// </summary>
internal static class ResponseJson
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    internal static IReadOnlyList<PredefinedResponse> Read(ReadOnlyMemory<byte> utf8, ResponseFaults faults)
    {
        try
        {
            // Editors of some systems write a mark before the first letter.
            using var document = JsonDocument.Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, Lenient);
            return Read(document.RootElement, faults);
        }
        catch (JsonException malformed)
        {
            // Its message may repeat what stands there; where that is does not.
            faults.Add(malformed.LineNumber is { } line
                ? (FormattableString)$"no JSON: line {line + 1}"
                : (FormattableString)$"no JSON, or a field is there twice");
        }
        catch (InvalidOperationException)
        {
            faults.Add($"no JSON: malformed Unicode");
        }

        return [];
    }

    private static ReadOnlyCollection<PredefinedResponse> Read(JsonElement root, ResponseFaults faults)
    {
        var read = new List<PredefinedResponse>();
        if (root.ValueKind != JsonValueKind.Array)
        {
            faults.Add($"not an array");
        }
        else if (faults.Admits(root.GetArrayLength()))
        {
            foreach (var (index, element) in root.EnumerateArray().Index())
            {
                if (element.ValueKind == JsonValueKind.Object)
                {
                    new Fields(element).Read(index, faults, read);
                }
                else
                {
                    faults.Add(index, null, "not an object");
                }
            }
        }

        return read.AsReadOnly();
    }

    /// <summary>The fields of one response, and which of them are not of the kind that they should be.</summary>
    private sealed class Fields(JsonElement element)
    {
        private static readonly string[] Known =
            ["id", "title", "text", "category", "locale", "channel", "queues", "teams"];

        private readonly List<string> _wrong = [];

        internal void Read(int index, ResponseFaults faults, List<PredefinedResponse> read)
        {
            var response = new PredefinedResponse
            {
                Id = Text("id")!,
                Title = Text("title")!,
                Text = Text("text")!,
                Category = Text("category"),
                Locale = Text("locale"),
                Channel = Medium("channel"),
                Queues = Names("queues"),
                Teams = Names("teams"),
            };

            // A misspelt "queues" would show to everybody what was meant for few.
            if (element.EnumerateObject().Any(static field => !Known.Any(field.NameEquals)))
            {
                faults.Add(index, response.Id, "has a field that is not known");
            }

            faults.Check(index, response, _wrong);
            read.Add(response);
        }

        private string? Text(string field)
        {
            if (!Has(field, out var value))
            {
                return null;
            }

            if (!TryText(value, out var text))
            {
                _wrong.Add(field);
            }

            return text;
        }

        private Channel? Medium(string field)
        {
            Channel? channel = Text(field) switch
            {
                "voice" => Channel.Voice,
                "chat" => Channel.Chat,
                "email" => Channel.Email,
                "social" => Channel.Social,
                _ => null,
            };
            if (channel is null && Has(field, out _) && !_wrong.Contains(field))
            {
                _wrong.Add(field);
            }

            return channel;
        }

        private ReadOnlyCollection<string> Names(string field)
        {
            if (!Has(field, out var value))
            {
                return [];
            }

            var names = new List<string>();
            var isWrong = value.ValueKind != JsonValueKind.Array;
            foreach (var item in isWrong ? default : value.EnumerateArray())
            {
                isWrong |= !TryText(item, out var name);
                names.Add(name ?? string.Empty);
            }

            if (isWrong)
            {
                _wrong.Add(field);
            }

            return names.AsReadOnly();
        }

        private bool Has(string field, out JsonElement value) =>
            element.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;

        private static bool TryText(JsonElement value, out string? text)
        {
            text = null;
            try
            {
                text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                // Half of a surrogate pair, written as an escape.
            }

            return text is not null;
        }
    }
}
