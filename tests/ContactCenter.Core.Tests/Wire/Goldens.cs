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
        ("""
            {"verb":"set-idle","code":"lunch","channel":"chat",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            []),
        ("""
            {"verb":"accept","offer":"retail/offer-7","automatic":true,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["offer"]),
        ("""{"verb":"accept-all","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""
            {"verb":"decline","offer":"retail/offer-7","reason":"busy","retryAfter":60,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["offer"]),
        ("""{"verb":"pick-list","offset":100,"limit":50,"commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"pick","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""{"verb":"return-to-queue","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["chat"]),
        ("""{"verb":"idle-codes","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""
            {"verb":"start-chat","queue":"cards","name":"Ada","email":"ada@example.com","withBot":true,
            "dueAt":"2026-01-02T09:00:00+00:00","commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["queue"]),
        ("""
            {"verb":"say","chat":"retail/chat-3","text":"카드를 잃어버렸어요",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "text"]),
        ("""
            {"verb":"history-more","customer":"c-77","source":"crm","page":"page-2","limit":10,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["customer", "source"]),
        ("""{"verb":"typing","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""
            {"verb":"mark","chat":"retail/chat-3","delivered":9,"read":7,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"note","chat":"retail/chat-3","text":"has called before",
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
            {"verb":"set-agent-available","agent":"mina","reason":"rush","channel":"chat",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["agent"]),
        ("""
            {"verb":"set-agent-idle","agent":"mina","code":"lunch","reason":"late","channel":"chat",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["agent"]),
        ("""
            {"verb":"sign-agent-out","agent":"mina","reason":"shift-end",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["agent"]),
        ("""{"verb":"waiting","queue":"cards","limit":20,"commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["queue"]),
        ("""{"verb":"queue-hours","queue":"cards","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["queue"]),
        ("""{"verb":"explain","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""{"verb":"heartbeat","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"permissions","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"report-activity","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"set-available","channel":"email","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""
            {"verb":"present","offer":"retail/offer-7",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["offer"]),
        ("""
            {"verb":"transfer-to-queue","chat":"retail/chat-3","queue":"cards",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "queue"]),
        ("""
            {"verb":"transfer-to-agent","chat":"retail/chat-3","agent":"noor",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "agent"]),
        ("""
            {"verb":"withdraw-transfer","chat":"retail/chat-3",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"invite","chat":"retail/chat-3","agent":"noor",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "agent"]),
        ("""
            {"verb":"withdraw-invitation","chat":"retail/chat-3",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"end-conference","chat":"retail/chat-3",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"exit-conference","chat":"retail/chat-3",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"directory","channel":"email","search":"no",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            []),
        ("""{"verb":"wrap-up-reasons","search":"ref","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"my-contacts","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""
            {"verb":"asides","chat":"retail/chat-3","after":1,"limit":5,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""{"verb":"monitor","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""{"verb":"barge-in","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""
            {"verb":"stop-monitoring","chat":"retail/chat-3",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"whisper","chat":"retail/chat-3","text":"offer a refund",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "text"]),
        ("""
            {"verb":"reveal","chat":"retail/chat-3","token":"[card-number:BCDFGHJKLMNPQRSTVWXZBCDF]","purpose":"refund",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "token", "purpose"]),
        ("""
            {"verb":"complete","chat":"retail/chat-3","reasons":["resolved"],
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""{"verb":"agents","limit":20,"commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""
            {"verb":"contacts","list":"in-wrap-up","limit":20,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["list"]),
        ("""{"verb":"suspend","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""{"verb":"activate","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", ["chat"]),
        ("""
            {"verb":"call-back","chat":"retail/chat-3","dueAt":"2026-01-02T09:00:00+00:00",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"cancel","chat":"retail/chat-3","reasons":["resolved"],
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"scheduled","queue":"cards","channel":"voice","from":"2026-01-02T09:00:00+00:00",
            "last":"retail/chat-3","lastFor":"2026-01-02T10:00:00+00:00","limit":20,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            []),
        ("""
            {"verb":"history","chat":"retail/chat-3","customer":"c-77","before":"retail/chat-2","limit":20,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            []),
        ("""
            {"verb":"responses","chat":"retail/chat-3","search":"ref","category":"orders","locale":"ko-KR","limit":20,
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat"]),
        ("""
            {"verb":"pick-response","chat":"retail/chat-3","id":"refund-policy",
            "commandId":"0197d4a2-7c00-7000-8000-000000000001"}
            """,
            ["chat", "id"]),
        ("""{"verb":"queue-statistics","queue":"cards","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["queue"]),
        ("""{"verb":"queues","offset":50,"limit":20,"commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"estimate","chat":"retail/chat-3","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""",
            ["chat"]),
        ("""{"verb":"agent-statistics","agent":"mina","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
        ("""{"verb":"explain-agent","agent":"mina","commandId":"0197d4a2-7c00-7000-8000-000000000001"}""", []),
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
