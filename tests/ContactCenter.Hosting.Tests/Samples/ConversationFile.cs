using System.Text;
using System.Text.Json;

namespace ContactCenter.Hosting.Tests.Samples;

/// <summary>A file of conversations that lives as long as its test.</summary>
internal sealed class ConversationFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conversations-");

    internal ConversationFile(params string[] lines)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "conv.jsonl");
        File.WriteAllLines(Path, lines);
    }

    internal string Path { get; }

    /// <summary>Many chats of a few lines, without the bot.</summary>
    internal static ConversationFile OfChats(int count) => new(
        [.. Enumerable.Range(1, count).Select(chat => Chat(
            "customer: hello", "customer: hello", $"agent: this is chat {chat}", "customer: ok", "agent: ok"))]);

    /// <summary>One conversation, from lines like <c>customer: hello</c>.</summary>
    internal static string Chat(params string[] lines)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("messages");
            foreach (var line in lines)
            {
                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                json.WriteStartObject();
                json.WriteString("author", line[..colon]);
                json.WriteString("text", line[(colon + 2)..]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
