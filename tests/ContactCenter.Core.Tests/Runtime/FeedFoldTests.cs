using System.Text;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Files;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>
/// What a feed has shown adds up to what its viewer would be shown who came only now: nobody keeps on their screen what
/// is none of theirs any more, and nobody misses what has become theirs.
/// </summary>
public sealed class FeedFoldTests
{
    private static readonly Actor[] Viewers =
    [
        Actor.Supervisor("blues"), Actor.Supervisor("reds"), Actor.Supervisor("chief"), Mina, Noor,
        Ana,
    ];

    private static readonly FloorConfiguration TwoTeams = Configuration(
        [Queue("chat"), Queue("goods") with { AllowDecline = true }],
        Agent("mina", 2, "chat", "goods") with { Team = "blue" }, Agent("noor", 2, "goods") with { Team = "red" }) with
    {
        Teams = [new TeamProfile { Name = "blue" }, new TeamProfile { Name = "red" }],
        Supervisors =
        [
            new SupervisorProfile { Id = "blues", Teams = ["blue"] },
            new SupervisorProfile { Id = "reds", Teams = ["red"] },
            new SupervisorProfile { Id = "chief" },
        ],
    };

    private static readonly Func<RunningFloor, ChatId, Task>[] Story =
    [
        (floor, _) => floor.AvailableAsync("mina"),
        (floor, _) => floor.AcceptedAsync("mina"),
        Do((floor, chat) => floor.Host.Supervisors.MonitorAsync("blues", chat)),
        Do((floor, chat) => floor.Host.Supervisors.MonitorAsync("chief", chat)),
        (floor, chat) => floor.SaidAsync(chat, Ana, "hello"),
        Do((floor, chat) => floor.Host.Chats.MarkAsync(chat, Mina, delivered: 3)),
        Do((floor, chat) => floor.Host.Chats.MarkAsync(chat, Ana, delivered: 3, read: 2)),
        (floor, chat) => SendAsync(floor, chat, Ana, "all is well"),
        (floor, chat) => SendAsync(floor, chat, Mina, "card 4111 1111 1111 1111"),
        Do((floor, chat) => floor.Host.Chats.TransferAsync(chat, "mina", TransferTarget.To((QueueName)"goods"))),
        Do((floor, chat) => floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])),
        Do((floor, _) => floor.Host.Agents.SetIdleAsync("mina", "lunch")),
        (floor, _) => floor.AvailableAsync("noor"),
        async (floor, _) => (await floor.Host.Agents.DeclineAsync(
            "noor", (await floor.Host.Agents.OffersAsync("noor")).ValueOrThrow()[0].Offer)).ValueOrThrow(),
        Do((floor, _) => floor.Host.Agents.SetAvailableAsync("noor")),
        (floor, _) => floor.AcceptedAsync("noor"),
        Do((floor, chat) => floor.Host.Supervisors.MonitorAsync("reds", chat)),
        Do((floor, _) => floor.Host.Agents.SetAvailableAsync("mina")),
        Do((floor, chat) => floor.Host.Conferences.InviteAsync(chat, "noor", "mina")),
        (floor, _) => floor.AcceptedAsync("mina"),
        Do((floor, chat) => floor.Host.Chats.MarkAsync(chat, Noor, delivered: 4, read: 4)),
        Do((floor, chat) => floor.Host.Chats.MarkAsync(chat, Mina, delivered: 5)),
        Do((floor, chat) => floor.Host.Conferences.EndAsync(chat, "noor")),
        Do((floor, chat) => floor.Host.Chats.TransferAsync(chat, "noor", TransferTarget.To((AgentId)"mina"))),
        (floor, _) => floor.AdvanceAsync(Seconds(30)),
        Do((floor, chat) => floor.Host.Chats.EndAsync(chat, Ana)),
        Do((floor, chat) => floor.Host.Chats.WrapUpAsync(chat, "noor", ["solved"])),
    ];

    public static TheoryData<int> Steps => [.. Enumerable.Range(0, Story.Length + 1)];

    [Theory, Scenario("E23"), Pain(12)]
    [MemberData(nameof(Steps))]
    public async Task A_feed_adds_up_to_a_snapshot(int steps)
    {
        await using var floor = await RunningFloor.StartAsync(TwoTeams, runtime => runtime with
        {
            Store = new InMemoryAttachmentStore(),
            Scanners = [new TextAttachmentScanner(new RedactionPipeline())],
        });
        var feeds = new List<FeedReader>();
        foreach (var viewer in Viewers)
        {
            feeds.Add(await FeedReader.BeginAsync(floor.Host, viewer));
        }

        var chat = await floor.StartedAsync("ana");
        foreach (var step in Story[..steps])
        {
            await step(floor, chat);
        }

        var snapshots = new List<string[]>();
        foreach (var viewer in Viewers)
        {
            await using var late = new FeedReader(floor.Host, viewer);
            snapshots.Add(Fold((await late.NextAsync()).Items));
        }

        await floor.Host.StopAsync();
        for (var i = 0; i < Viewers.Length; i++)
        {
            var seen = Fold((await feeds[i].RestAsync()).SelectMany(batch => batch.Items));
            Assert.True(
                snapshots[i].SequenceEqual(seen),
                $"{Viewers[i]} would see [{string.Join("; ", snapshots[i])}], but sees [{string.Join("; ", seen)}].");
            await feeds[i].DisposeAsync();
        }
    }

    private static async Task SendAsync(RunningFloor floor, ChatId chat, Actor by, string content)
    {
        var file = new OutgoingFile("a.txt", new MemoryStream(Encoding.UTF8.GetBytes(content)));
        (await floor.Host.Attachments.SendAsync(chat, by, [file], "look")).ValueOrThrow();
        await floor.Host.Run!.SettleAsync();
    }

    private static Func<RunningFloor, ChatId, Task> Do(
        Func<RunningFloor, ChatId, ValueTask<Outcome<Receipt>>> verb) =>
        async (floor, chat) => (await verb(floor, chat)).ValueOrThrow();

    /// <summary>The chats and requests that are on a screen once all of this has been shown.</summary>
    private static string[] Fold(IEnumerable<FeedItem> items)
    {
        var screen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var marks = new Dictionary<ChatId, SortedDictionary<string, LineMark>>();
        foreach (var item in items)
        {
            switch (item)
            {
                case ChatShown gone when gone is { State: ChatState.Closed }
                    or { State: ChatState.Ended, Role: ChatRole.Customer }:
                    screen.Remove($"{gone.Chat}");
                    screen.Remove($"{gone.Chat} marks");
                    break;
                case MarkShown { Mark: var mark } marked:
                    marks[marked.Chat][$"{mark.Who}"] = mark;
                    screen[$"{marked.Chat} marks"] = string.Join(' ', marks[marked.Chat].Values);
                    break;
                case ChatShown chat:
                    marks[chat.Chat] = new(chat.Marks.ToDictionary(mark => $"{mark.Who}"));
                    screen[$"{chat.Chat} marks"] = string.Join(' ', marks[chat.Chat].Values);
                    screen[$"{chat.Chat}"] = string.Join(
                        ' ', chat.Chat, chat.State, chat.Queue, chat.Agent, chat.Role, chat.WrapUp?.Since,
                        string.Join(',', chat.Agents.Select(part => $"{part}")), string.Join(',', chat.Actions));
                    break;
                case AttachmentShown { State: AttachmentState.Scanning or AttachmentState.Clean } file:
                    screen[$"file {file.File}"] = $"{file}";
                    break;
                case AttachmentShown file:
                    screen.Remove($"file {file.File}");
                    break;
                case OfferShown { State: OfferState.Open } offer:
                    screen[$"{offer.Offer}"] = $"{offer.Offer} {offer.Agent} {offer.Chat}";
                    break;
                case OfferShown offer:
                    screen.Remove($"{offer.Offer}");
                    break;
                default:
                    break;
            }
        }

        return [.. screen.Values];
    }
}
