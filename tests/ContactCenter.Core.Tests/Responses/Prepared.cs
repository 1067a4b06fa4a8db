using ContactCenter.Responses;

namespace ContactCenter.Tests.Responses;

/// <summary>Responses to choose from.</summary>
internal static class Prepared
{
    internal static PredefinedResponse Response(string id, string? title = null, string? text = null) =>
        new() { Id = id, Title = title ?? $"Title of {id}", Text = text ?? $"Words of {id}." };

    internal static PredefinedResponse Greeting { get; } = Response("greeting", "Greeting", "Hello, how can I help?");

    internal static PredefinedResponse Refund { get; } =
        Response("refund-policy", "Refund policy", "You have 14 days to send it back.");
}
