using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// What the people on a floor ask for: mostly what makes sense as things stand, and sometimes what does not.
/// </summary>
internal sealed partial class Workload(Draw draw, Swarm swarm, Revisions revisions)
{
    private static readonly RedactionPipeline Pipeline = new();
    private static readonly RedactedText[] Texts =
    [
        .. from text in (string[])["Hello?", "1", "Card 4111 1111 1111 1111, thanks", "¿Dónde está mi pedido? 🙂"]
           select Pipeline.Redact(text).Text,
    ];

    /// <summary>A command of the given kind; null when nobody on the floor could sensibly ask for one.</summary>
    internal Command? Next(Activity activity, Floor floor)
    {
        var sensible = activity switch
        {
            Activity.SignIn => Agent(floor, Availability.SignedOut) is { } id ? new SignInAgent(By(id), id) : null,
            Activity.SignOut => Agent(floor, null) is { } id ? new SignOutAgent(ByOrSupervisor(id), id) : null,
            Activity.GoAvailable => GoAvailable(floor),
            Activity.GoIdle => GoIdle(floor),
            Activity.Accept => Offer(floor) is { } offer
                ? new AcceptOffer(By(offer.Agent), offer.Number, Desk(floor, offer.Agent))
                : null,
            Activity.Decline => Offer(floor) is { } offer
                ? new DeclineOffer(By(offer.Agent), offer.Number, RetryAfter: draw.Of<TimeSpan?>(null, Seconds(9)))
                : null,
            Activity.Pick => Pick(floor),
            Activity.Return => Chat(floor, ChatState.Active) is { Owner: { } owner } chat
                ? new ReturnChat(By(owner.Agent), chat.Number)
                : null,
            Activity.Fail => Offer(floor) is { } offer ? new FailOffer(Actor.Host, offer.Number) : null,
            Activity.Present => Offer(floor) is { } offer ? new PresentOffer(Actor.Host, offer.Number) : null,
            Activity.ReportActivity =>
                Agent(floor, Availability.Idle) is { } id ? new ReportActivity(By(id), id) : null,
            Activity.Reconfigure => revisions.Next(floor),
            Activity.Connect or Activity.Disconnect => Connection(activity, floor),
            >= Activity.Schedule and <= Activity.Cancel => Scheduling(activity, floor),
            >= Activity.Transfer and <= Activity.Complete => Work(activity, floor),
            _ => Conversation(activity, floor),
        };
        return sensible is not null && draw.Percent(swarm.NonsensePercent) ? Nonsense(sensible) : sensible;
    }

    /// <summary>A customer arrives.</summary>
    internal StartContact Start(Floor floor)
    {
        var number = draw.Below(swarm.CustomerCount);
        CustomerId customer = string.Create(CultureInfo.InvariantCulture, $"customer-{number}");
        QueueName queue = draw.Percent(15) ? default(QueueName)
            : floor.Configuration.Queues.IsEmpty ? "nowhere" : draw.From(floor.Configuration.Queues).Name;
        var by = draw.Percent(80) ? Actor.Customer(customer) : Actor.Host;
        var name = draw.Of(RedactedText.Empty, Texts[0]);
        return new StartContact(by, customer, queue, name, RedactedText.Empty, draw.Of<bool?>(null, null, true, false))
        {
            Wishes = draw.Percent(40) ? Wishes() : ContactWishes.None,
            Position = Position(),
            Attributes = draw.Percent(30) ? Said() : AttributeBag.Empty,
            Classification = queue == default || draw.Percent(10) ? Revisions.Sorted : null,
        };
    }

    private AgentId SomeAgent() =>
        string.Create(CultureInfo.InvariantCulture, $"agent-{draw.Between(1, swarm.AgentCount)}");

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    /// <summary>What an agent answers to an offer, most of all in a hurry.</summary>
    internal Command Answer(Offer offer) => draw.Percent(70)
        ? new AcceptOffer(By(offer.Agent), offer.Number)
        : new DeclineOffer(By(offer.Agent), offer.Number);

    /// <summary>The session whose desk accepts by itself, now and then: the first, another, one that is gone.</summary>
    private long Desk(Floor floor, AgentId agent) =>
        draw.Percent(80) || !floor.Presences.TryGetValue(By(agent), out var presence) || presence.Sessions.Count == 0
            ? 0
            : draw.Percent(70) ? presence.Sessions[0] : draw.From(presence.Sessions) + draw.Below(2);

    private MakeAvailable? GoAvailable(Floor floor)
    {
        var from = draw.Of(Availability.Idle, Availability.Idle, Availability.Rona, Availability.Available);
        return Agent(floor, from) is { } id
            ? new MakeAvailable(ByOrSupervisor(id), id, Reason(), OneChannel(), PausedQueue(floor, id))
            : null;
    }

    private MakeIdle? GoIdle(Floor floor)
    {
        var from = draw.Of(Availability.Available, Availability.Rona, Availability.Idle);
        var code = draw.Of<string?>(null, "lunch", "meeting", "training", "declined");
        return Agent(floor, from) is { } id
            ? new MakeIdle(ByOrSupervisor(id), id, code, Reason(), OneChannel(), OneQueue(floor, id))
            : null;
    }

    private Channel? OneChannel() => draw.Percent(15) ? draw.Of(Enum.GetValues<Channel>()) : null;

    private Command? Conversation(Activity activity, Floor floor) => activity switch
    {
        Activity.Start when draw.Percent(20) && Chat(floor) is { } chat => Reclassify(chat),
        Activity.Start => Start(floor),
        Activity.Post => Chat(floor) is { } chat ? new PostMessage(Writer(chat), chat.Number, Body(chat)) : null,
        Activity.Mark => Chat(floor) is { } chat
            ? new MarkLines(Writer(chat), chat.Number, draw.Below(chat.LastLine + 2), draw.Below(chat.LastLine + 1))
            : null,
        Activity.Note => Chat(floor) is { Parts: [var part, ..] } chat
            ? new WriteNote(By(part.Agent), chat.Number, Body(chat))
            : null,
        Activity.AskForAgent => Chat(floor, ChatState.Bot) is { } chat
            ? new AskForAgent(Actor.Customer(chat.Customer), chat.Number)
            : null,
        Activity.End => Chat(floor) is { } chat
            ? new EndChat(draw.Percent(20) ? Actor.Host : Writer(chat), chat.Number)
            : null,
        Activity.WrapUp => Owing(floor) is { } due
            ? new CompleteWrapUp(By(due.Agent), due.Chat, ChosenReasons(floor))
            : null,
        Activity.HoldWrapUp => Owing(floor) is { } due
            ? new HoldWrapUp(By(due.Agent), due.Chat)
            : null,
        Activity.BotAnswers => floor.Last.Effect > 0
            ? new AnswerForBot(Effect(floor), draw.Percent(80) ? Body() : null, HandOver: draw.Percent(40))
            : null,
        Activity.BotDies => floor.Last.Effect > 0 ? new GiveUpOnBot(Effect(floor)) : null,
        >= Activity.SendFiles and <= Activity.Settle => Files(activity, floor),
        _ => Keeping(activity, floor),
    };

    /// <summary>The same from somebody else, or about something else.</summary>
    private Command Nonsense(Command sensible)
    {
        var isOwn = sensible is AnswerForBot or GiveUpOnBot or EraseContacts or RescanLines or RescanFile
            or JudgeFile or SettleFile;
        if (!isOwn && draw.Percent(50))
        {
            var stranger = draw.Of(
                Actor.Host, Actor.System, Actor.Bot, Actor.Supervisor("boss"), By("agent-1"), By("nobody"),
                Actor.Customer("customer-1"), Actor.Customer("stranger"));
            return sensible with { By = stranger };
        }

        var number = draw.Of(0, 1, -1, long.MaxValue, draw.Below(500));
        return sensible switch
        {
            SignInAgent c => c with { Agent = "nobody" },
            SignOutAgent c => c with { Agent = "nobody" },
            MakeAvailable c => c with { Agent = "nobody" },
            MakeIdle c => draw.Percent(50) ? c with { Agent = "nobody" } : c with { Code = "no such code" },
            AcceptOffer c => c with { Offer = number },
            DeclineOffer c => draw.Of(c with { Offer = number }, c with { RetryAfter = TimeSpan.FromDays(2) }),
            FailOffer c => c with { Offer = number },
            StartContact c => c with { Queue = "nowhere" },
            ReclassifyContact c => c with { Chat = number },
            ClassifyContact c => draw.Of(
                c with { Chat = number }, c with { Classification = "none" }, c with { Patch = TooMuchSaid }),
            EditConfiguration c => c with { Expected = "revision-0" },
            PostMessage c => c with { Chat = number },
            MarkLines c => draw.Percent(50) ? c with { Chat = number } : c with { Read = draw.Of(-1, 1_000_000) },
            WriteNote c => c with { Chat = number },
            AskForAgent c => c with { Chat = number },
            SendFiles c => draw.Percent(50)
                ? c with { Chat = number }
                : c with { Files = draw.Of<SentFile[]>([], Many()) },
            JudgeFile c => c with { File = number },
            SettleFile c => draw.Percent(50) ? c with { File = number } : c with { Name = null },
            NoteRead c => c with { Chat = number },
            SetHold c => c with { Customer = default },
            EraseCustomer c => c with { Customer = default },
            EraseContacts c => c with { Effect = number },
            RescanLines c => draw.Percent(50) ? c with { Effect = number } : c with { Chat = number },
            RescanFile c => draw.Of(
                c with { Effect = number }, c with { Chat = number }, c with { Finding = FileFinding.Clean }),
            EndChat c => c with { Chat = number },
            CompleteWrapUp c => draw.Percent(50) ? c with { Chat = number } : c with { Reasons = ["solved", "solved"] },
            HoldWrapUp c => c with { Chat = number },
            TransferChat c => draw.Percent(50)
                ? c with { Chat = number }
                : c with { Queue = "nowhere", Agent = "nobody" },
            PickContact c => c with { Chat = number },
            SuspendContact c => c with { Chat = number },
            ActivateContact c => c with { Chat = number },
            AskForCallback c => c with { Chat = number },
            CancelContact c => draw.Percent(50) ? c with { Chat = number } : c with { Reasons = ["nonsense"] },
            ReturnChat c => c with { Chat = number },
            InviteAgent c => draw.Percent(50) ? c with { Chat = number } : c with { Agent = By(c.By) },
            WithdrawTransfer c => c with { Chat = number },
            WithdrawInvitation c => c with { Chat = number },
            EndConference c => c with { Chat = number },
            ExitConference c => c with { Chat = number },
            MoveObserver c => c with { Chat = number },
            Whisper c => c with { Chat = number },
            CompleteContact c => draw.Percent(50) ? c with { Chat = number } : c with { Reasons = ["nonsense"] },
            LoseSession c => c with { Session = number },
            PresentOffer c => c with { Offer = number },
            AnswerForBot c => c with { Effect = number },
            _ => sensible,
        };
    }

    private string[] ChosenReasons(Floor floor)
    {
        var reasons = floor.Configuration.WrapUp.Reasons;
        if (reasons.IsEmpty || draw.Percent(10))
        {
            return [];
        }

        return draw.Percent(10) ? [draw.From(reasons).Code, "fraud"] : [draw.From(reasons).Code];
    }

    private Actor Writer(ChatSession chat) => chat.Observers is [var one, ..] && draw.Percent(20)
        ? Actor.Supervisor(one.Supervisor)
        : chat.Parts.Count > 0 && draw.Percent(50)
        ? By(draw.From(chat.Parts).Agent)
        : Actor.Customer(chat.Customer);

    private string? Reason() => draw.Of<string?>(null, null, null, "shift-end", "not a code");

    private Actor ByOrSupervisor(AgentId agent) => draw.Percent(20) ? Actor.Supervisor("boss") : By(agent);

    private static AgentId By(Actor by) => AgentId.TryParse(by.Id, out var id) ? id : "nobody";

    private static Actor By(AgentId agent) => Actor.Agent(agent);
}
