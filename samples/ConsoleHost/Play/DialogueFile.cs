using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ConsoleHost.Play;

/// <summary>A file of conversations, one JSON object a line, read as a stream: it may be larger than memory.</summary>
internal static class DialogueFile
{
    /// <summary>Reads the whole file once before anything is played, so that a bad line is found at once.</summary>
    internal static async Task<(int Dialogues, long Messages)> CheckAsync(
        string path, CancellationToken cancellationToken)
    {
        var (dialogues, messages) = (0, 0L);
        await foreach (var dialogue in ReadAsync(path, cancellationToken))
        {
            dialogues++;
            messages += dialogue.Lines.Count;
        }

        return dialogues > 0 ? (dialogues, messages) : throw new UsageException($"{path}: holds no conversation.");
    }

    internal static async IAsyncEnumerable<Dialogue> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Open(path);
        for (var number = 1; await NextAsync(reader, path, cancellationToken) is { } text; number++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return Parse(text, path, number);
            }
        }
    }

    private static Dialogue Parse(string text, string path, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("messages", out var messages)
                && messages.ValueKind == JsonValueKind.Array
                    ? Dialogue.Of(messages.EnumerateArray().Select(message => Parse(message)))
                    : throw new FormatException("""expected {"messages":[…]}""");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser's own message may quote the line, and the line may hold anything.
            throw new UsageException($"{path}, line {number}: not valid JSON.");
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{path}, line {number}: {exception.Message}.");
        }
    }

    private static Line Parse(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty("text", out var text)
            || text.ValueKind != JsonValueKind.String
            || !message.TryGetProperty("author", out var author)
            || author.ValueKind != JsonValueKind.String)
        {
            throw new FormatException("""expected messages like {"author":"customer","text":"…"}""");
        }

        return new Line(
            author.GetString() switch
            {
                "customer" => Author.Customer,
                "agent" => Author.Agent,
                "bot" => Author.Bot,
                _ => throw new FormatException("an author is not customer, agent or bot"),
            },
            text.GetString()!);
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{path}: no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{path}: cannot be read.");
        }
    }

    private static async Task<string?> NextAsync(StreamReader reader, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read.");
        }
    }
}
