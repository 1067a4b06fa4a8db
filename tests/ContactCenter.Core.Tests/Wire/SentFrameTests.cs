using System.Text;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Redaction;
using ContactCenter.Responses;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Sessions;
using ContactCenter.Tests.Responses;
using ContactCenter.Wire;

namespace ContactCenter.Tests.Wire;

public sealed class SentFrameTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CommandId Id = CommandId.Parse("0197d4a2-7c00-7000-8000-000000000001");
    private static readonly ChatId Chat = ChatId.Parse("retail/chat-3");

    private static readonly TranscriptLine Line =
        new(2, Noon, LineKind.Message, Actor.Customer("c-77"), "감사합니다 <b> 411111******1111", true, null);

    [Fact]
    public void An_accepted_verb_is_told_what_it_gave() => Sent(
        WireFormat.Serialize(Id, Outcome<VerbReply>.Accepted(new VerbReply
        {
            Position = new FeedPosition(2, 41),
            Chat = Chat,
            Sequence = 7,
            IsRedacted = true,
        })),
        """
        {"type":"outcome","commandId":"0197d4a2-7c00-7000-8000-000000000001","outcome":"accepted",
        "reply":{"position":"2.41","chat":"retail/chat-3","sequence":7,"isRedacted":true}}
        """);

    [Fact]
    public void A_rejected_verb_is_told_why() => Sent(
        WireFormat.Serialize(Id, Outcome<VerbReply>.Rejected(Rejections.VerbMalformed.About("text"))),
        """
        {"type":"outcome","commandId":"0197d4a2-7c00-7000-8000-000000000001","outcome":"rejected",
        "rejection":{"code":"verb-malformed","reason":"The verb is not understood.","subject":"text"}}
        """);

    [Fact]
    public void A_verb_whose_fate_is_not_known_is_told_so() => Sent(
        WireFormat.Serialize(Id, Outcome<VerbReply>.Unknown),
        """{"type":"outcome","commandId":"0197d4a2-7c00-7000-8000-000000000001","outcome":"unknown"}""");

    [Fact]
    public void What_was_no_verb_is_refused_without_an_id() => Sent(
        WireFormat.Serialize(Rejections.Busy),
        """
        {"type":"outcome","outcome":"rejected",
        "rejection":{"code":"busy","reason":"The floor is too busy to take this now."}}
        """);

    [Fact]
    public void Contacts_taken_at_once_are_listed_with_those_that_were_not() => Sent(
        WireFormat.Serialize(default, Outcome<VerbReply>.Accepted(new VerbReply
        {
            Taken = [Chat],
            NotTaken = [Rejections.OfferGone],
        })),
        """
        {"type":"outcome","outcome":"accepted","reply":{"taken":["retail/chat-3"],
        "notTaken":[{"code":"offer-gone","reason":"This offer is no longer open."}]}}
        """);

    [Fact]
    public void A_transcript_keeps_the_letters_of_every_script_and_escapes_what_HTML_minds() => Sent(
        WireFormat.Serialize(default, Outcome<VerbReply>.Accepted(new VerbReply { Lines = [Line] })),
        """
        {"type":"outcome","outcome":"accepted","reply":{"lines":[{"sequence":2,"at":"2026-01-01T12:00:00+00:00",
        "kind":"message","author":"customer:c-77","text":"감사합니다 \u003Cb\u003E 411111******1111","isRedacted":true}]}}
        """);

    [Fact]
    public void What_a_token_stands_for_is_told_and_not_what_it_was_called()
    {
        var reply = new VerbReply
        {
            Position = new FeedPosition(2, 41),
            Revealed = new RevealedValue(RedactionKind.CardNumber, "4111111111111111", new FeedPosition(2, 41)),
        };

        Sent(
            WireFormat.Serialize(default, Outcome<VerbReply>.Accepted(reply)),
            """
            {"type":"outcome","outcome":"accepted","reply":{"position":"2.41",
            "revealed":{"kind":"card-number","value":"4111111111111111"}}}
            """);
        Assert.DoesNotContain("4111", reply.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_told_with_its_candidates() => Sent(
        WireFormat.Serialize(default, Outcome<VerbReply>.Accepted(new VerbReply
        {
            Decision = new DecisionRecord(
                3,
                "cards",
                Noon,
                1,
                "longest-available",
                ["noor"],
                [
                    new Candidate(
                        "mina",
                        null,
                        [
                            new Obstacle("rona") { Until = Noon, Channel = Channel.Chat },
                            new Obstacle("wrap-up") { Contact = 7 },
                            new Obstacle("reserved") { Detail = "noor" },
                            new Obstacle("requirement") { Misses = ["french >= 3"] },
                            new Obstacle("no-room")
                            {
                                Room = new ChannelRoom(Channel.Chat, 2, 2, [Channel.Voice, Channel.Chat]),
                            },
                        ],
                        HasPassed: true),
                ])
            {
                Obstacles = [new Obstacle("offered")],
                Serving = 2,
            },
        })),
        """
        {"type":"outcome","outcome":"accepted","reply":{"decision":{"contact":3,"queue":"cards",
        "at":"2026-01-01T12:00:00+00:00","place":1,"strategy":"longest-available",
        "offeredTo":["noor"],"candidates":[{"agent":"mina","obstacles":[
        {"code":"rona","until":"2026-01-01T12:00:00+00:00","channel":"chat"},{"code":"wrap-up","contact":7},
        {"code":"reserved","detail":"noor"},{"code":"requirement","misses":["french \u003E= 3"]},
        {"code":"no-room","room":{"channel":"chat","load":2,"capacity":2,"takenBy":["voice","chat"],
        "interrupts":false,"isOpen":false}}],"hasPassed":true,"ruledOutBy":"rona"}],
        "obstacles":[{"code":"offered"}],"serving":2}}}
        """);

    [Fact]
    public void Opening_hours_are_told_as_they_were_configured() => Sent(
        WireFormat.Serialize(default, Outcome<VerbReply>.Accepted(new VerbReply
        {
            Hours = new QueueHours(
                "cards",
                new OpeningHours
                {
                    Zone = "Asia/Seoul",
                    Weekdays = "09:00-18:00",
                    Closed = [new DateOnly(2026, 5, 5)],
                    Special = new Dictionary<DateOnly, string> { [new DateOnly(2026, 12, 24)] = "09:00-12:00" },
                },
                IsOpen: false,
                Noon),
        })),
        """
        {"type":"outcome","outcome":"accepted","reply":{"hours":{"queue":"cards","hours":{"zone":"Asia/Seoul",
        "weekdays":"09:00-18:00","closed":["2026-05-05"],"special":{"2026-12-24":"09:00-12:00"}},
        "isOpen":false,"nextChange":"2026-01-01T12:00:00+00:00"}}}
        """);

    [Fact]
    public void A_page_of_history_is_told_with_what_other_sources_know() => Sent(
        WireFormat.Serialize(default, Outcome<VerbReply>.Accepted(new VerbReply
        {
            History = new HistoryPage(
                [
                    new PastContact(
                        Chat, "c-77", Channel.Chat, "cards", Noon, null, Noon, Noon, Actor.Customer("c-77"), ["mina"],
                        ["resolved"], 7),
                ],
                Chat,
                [new SourceHistory("crm", [new HistoryEntry(Noon, "branch", "a loan")], "2", false)]),
        })),
        """
        {"type":"outcome","outcome":"accepted","reply":{"history":{"contacts":[{"chat":"retail/chat-3",
        "customer":"c-77","channel":"chat","queue":"cards","startedAt":"2026-01-01T12:00:00+00:00",
        "endedAt":"2026-01-01T12:00:00+00:00","closedAt":"2026-01-01T12:00:00+00:00","endedBy":"customer:c-77",
        "agents":["mina"],"reasons":["resolved"],"lines":7,"isAbandoned":false}],"next":"retail/chat-3",
        "others":[{"source":"crm","entries":[{"at":"2026-01-01T12:00:00+00:00","channel":"branch",
        "subject":"a loan"}],"next":"2","isUnavailable":false}]}}}
        """);

    [Fact]
    public void Responses_are_told_with_whom_they_are_for_and_a_picked_one_with_what_is_open() => Sent(
        WireFormat.Serialize(default, Outcome<VerbReply>.Accepted(new VerbReply
        {
            Responses = [Prepared.Greeting with { Locale = "en", Channel = Channel.Email, Teams = ["north"] }],
            Picked = new PickedResponse("greeting", "Hello {customer.name}", ["customer.name"]),
        })),
        """
        {"type":"outcome","outcome":"accepted","reply":{"responses":[{"id":"greeting","title":"Greeting",
        "text":"Hello, how can I help?","locale":"en","channel":"email","queues":[],"teams":["north"]}],
        "picked":{"id":"greeting","text":"Hello {customer.name}","unresolved":["customer.name"]}}}
        """);

    [Fact]
    public void A_feed_shows_each_kind_of_thing_in_its_own_form() => Sent(
        WireFormat.Serialize(new FeedBatch(FeedBatchKind.Deltas, new FeedPosition(1, 12), 9, Noon,
        [
            new AgentShown(
                "mina", "Mina", Availability.SignedOut, null, Noon, Noon, Actor.Supervisor("boss"), "late", false,
                new ChannelLoad(0, 2, 0, 0), null, PresenceState.None, []),
            new QueueShown("cards", IsOpen: true, Noon),
            new OfferShown(
                OfferId.Parse("retail/offer-7"), Chat, "mina", OfferState.Open, Channel.Chat, "c-77", "Ada", null,
                "cards", Noon, Noon.AddSeconds(30), OfferKind.Transfer, IsExpiring: false, AutoAccept: false),
            new ChatShown(
                Chat, ChatState.Ended, Channel.Chat, "c-77", "cards", "mina", Noon, 4,
                new WrapUpShown(Noon, null, ["resolved"], true), ChatRole.Departed,
                [new PartShown("mina", ChatRole.Departed, Noon)], [ChatAction.WrapUp], []),
            new MarkShown(Chat, new LineMark(Actor.Customer("c-77"), 4, 3)),
            new AttachmentShown(Chat, 8, 1_000, AttachmentState.Blocked, "card-number", "card.txt"),
            new LineShown(Chat, new TranscriptLine(
                5, Noon, LineKind.File, Actor.Customer("c-77"), "a.txt", false, null, FileLength: 11)),
            new LineRedacted(Chat, new TranscriptLine(
                5, Noon, LineKind.WithdrawnFile, Actor.Customer("c-77"), "a.txt", false, null)),
            new TypingShown(Chat, Actor.Customer("c-77"), Noon),
            new LineShown(Chat, new TranscriptLine(1, Noon, LineKind.Notice, Actor.Host, "", false, "agent-joined")),
        ])),
        """
        {"type":"feed","kind":"deltas","position":"1.12","previous":9,"serverTime":"2026-01-01T12:00:00+00:00",
        "items":[{"kind":"agent","agent":"mina","name":"Mina","availability":"signed-out",
        "since":"2026-01-01T12:00:00+00:00","codeSince":"2026-01-01T12:00:00+00:00","changedBy":"supervisor:boss",
        "reason":"late","isEngaged":false,"load":{"voice":0,"chat":2,"email":0,"social":0,"total":2},
        "presence":"none","pauses":[]},
        {"kind":"queue","queue":"cards","isOpen":true,"nextChange":"2026-01-01T12:00:00+00:00"},
        {"kind":"offer","offer":"retail/offer-7","chat":"retail/chat-3","agent":"mina","state":"open","channel":"chat",
        "customer":"c-77","name":"Ada","queue":"cards","offeredAt":"2026-01-01T12:00:00+00:00",
        "dueAt":"2026-01-01T12:00:30+00:00","purpose":"transfer","isExpiring":false,"autoAccept":false},
        {"kind":"chat","chat":"retail/chat-3","state":"ended","channel":"chat","customer":"c-77","queue":"cards",
        "agent":"mina","queuedAt":"2026-01-01T12:00:00+00:00","lastLine":4,
        "wrapUp":{"since":"2026-01-01T12:00:00+00:00","reasons":["resolved"],"isAutomatic":true},
        "role":"departed","agents":[{"agent":"mina","role":"departed","since":"2026-01-01T12:00:00+00:00"}],
        "actions":["wrap-up"],"marks":[]},
        {"kind":"mark","chat":"retail/chat-3","mark":{"who":"customer:c-77","delivered":4,"read":3}},
        {"kind":"attachment","chat":"retail/chat-3","file":8,"length":1000,"state":"blocked","code":"card-number",
        "name":"card.txt"},
        {"kind":"line","chat":"retail/chat-3","line":{"sequence":5,"at":"2026-01-01T12:00:00+00:00","kind":"file",
        "author":"customer:c-77","text":"a.txt","isRedacted":false,"fileLength":11}},
        {"kind":"line-redacted","chat":"retail/chat-3","line":{"sequence":5,"at":"2026-01-01T12:00:00+00:00",
        "kind":"withdrawn-file","author":"customer:c-77","text":"a.txt","isRedacted":false}},
        {"kind":"typing","chat":"retail/chat-3","who":"customer:c-77","until":"2026-01-01T12:00:00+00:00"},
        {"kind":"line","chat":"retail/chat-3","line":{"sequence":1,"at":"2026-01-01T12:00:00+00:00","kind":"notice",
        "author":"host","text":"","isRedacted":false,"notice":"agent-joined"}}]}
        """);

    [Theory]
    [InlineData(FeedBatchKind.Snapshot, "snapshot")]
    [InlineData(FeedBatchKind.Resync, "resync")]
    public void A_viewer_is_told_when_to_begin_anew(FeedBatchKind kind, string name) => Sent(
        WireFormat.Serialize(new FeedBatch(kind, new FeedPosition(1, 0), 0, Noon, [])),
        $$"""
        {"type":"feed","kind":"{{name}}","position":"1.0","previous":0,"serverTime":"2026-01-01T12:00:00+00:00",
        "items":[]}
        """);

    private static void Sent(ReadOnlyMemory<byte> frame, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings(string.Empty), Encoding.UTF8.GetString(frame.Span));
}
