using System.Text.Json.Nodes;

namespace ContactCenter.Tests.Wire;

/// <summary>One frame of each verb, with every field it has, as clients send it.</summary>
internal static class Goldens
{
    /// <summary>The fields a verb cannot do without, after the frame.</summary>
    private static readonly (string Frame, string[] Required)[] All =
    [
        ("""{"verb":"sign-in","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"sign-out","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"set-available","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"set-idle","code":"lunch","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"accept","offer":"retail/offer-7","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["offer"]),
        ("""{"verb":"accept-all","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"decline","offer":"retail/offer-7","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["offer"]),
        ("""
            {"verb":"start-chat","queue":"cards","name":"Ada","email":"ada@example.com","withBot":true,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["queue"]),
        ("""
            {"verb":"say","chat":"retail/chat-3","text":"카드를 잃어버렸어요",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "text"]),
        ("""{"verb":"ask-for-agent","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["chat"]),
        ("""{"verb":"end","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""
            {"verb":"wrap-up","chat":"retail/chat-3","reasons":["resolved","call-back"],
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""{"verb":"hold-wrap-up","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["chat"]),
        ("""
            {"verb":"transcript","chat":"retail/chat-3","after":10,"limit":50,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""{"verb":"state","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""
            {"verb":"set-agent-available","agent":"mina","reason":"rush",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["agent"]),
        ("""
            {"verb":"set-agent-idle","agent":"mina","code":"lunch","reason":"late",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["agent"]),
        ("""{"verb":"sign-agent-out","agent":"mina","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["agent"]),
        ("""{"verb":"waiting","queue":"cards","limit":20,"commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["queue"]),
        ("""{"verb":"explain","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
    ];

    public static string[] Texts { get; } = [.. All.Select(golden => OneLine(golden.Frame))];

    public static TheoryData<string> Frames => [.. Texts];

    /// <summary>Each frame with each field it has but for the verb itself, and whether it must have it.</summary>
    public static TheoryData<string, string, bool> Fields()
    {
        var fields = new TheoryData<string, string, bool>();
        foreach (var (frame, required) in All)
        {
            foreach (var (name, _) in JsonNode.Parse(frame)!.AsObject().Where(field => field.Key != "verb"))
            {
                fields.Add(OneLine(frame), name, required.Contains(name));
            }
        }

        return fields;
    }

    private static string OneLine(string frame) => frame.ReplaceLineEndings(string.Empty);
}
