using System.Text.Json;

namespace ContactCenter.Hosting.Tests.Sockets;

/// <summary>What a client makes of the JSON that it is shown.</summary>
internal static class Shown
{
    internal static string Text(this JsonElement json, string field) => json.GetProperty(field).GetString()!;

    internal static bool Is(this JsonElement item, string kind) => item.Text("kind") == kind;

    internal static bool IsOffer(this JsonElement item, string state) =>
        item.Is("offer") && item.Text("state") == state;

    internal static bool IsChat(this JsonElement item, string state) => item.Is("chat") && item.Text("state") == state;

    internal static bool IsLine(this JsonElement item, string text) =>
        item.Is("line") && item.GetProperty("line").Text("text") == text;

    /// <summary>What was said, notices apart.</summary>
    internal static IReadOnlyList<string> Messages(this IEnumerable<JsonElement> items) =>
    [
        .. from item in items
           where item.Is("line") && item.GetProperty("line").Text("kind") == "message"
           select item.GetProperty("line").Text("text"),
    ];

    /// <summary>
    /// No frame holds these digits, whatever stands between them and however they are escaped.
    /// </summary>
    internal static void NeverShow(string digits, params IEnumerable<Client> clients) => Assert.All(
        clients,
        client =>
        {
            Assert.NotEmpty(client.Frames);
            Assert.All(
                client.Frames,
                frame => Assert.DoesNotContain(
                    digits, string.Concat(frame.Where(char.IsDigit)), StringComparison.Ordinal));
        });
}
