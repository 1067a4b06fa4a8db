using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Floors;

/// <summary>One command of each kind, about Mina and Ana's chat, in anybody's name.</summary>
internal static class Commands
{
    private static readonly FloorConfiguration Other = Configuration([Queue("chat")], Agent("mina", 2), Agent("noor"));

    internal static IReadOnlyDictionary<Type, Func<Actor, Command>> OfEachKind { get; } =
        new Dictionary<Type, Func<Actor, Command>>
        {
            [typeof(SignInAgent)] = by => new SignInAgent(by, "mina"),
            [typeof(SignOutAgent)] = by => new SignOutAgent(by, "mina"),
            [typeof(MakeAvailable)] = by => new MakeAvailable(by, "mina"),
            [typeof(MakeIdle)] = by => new MakeIdle(by, "mina", "meeting"),
            [typeof(AcceptOffer)] = by => new AcceptOffer(by, 1),
            [typeof(DeclineOffer)] = by => new DeclineOffer(by, 1),
            [typeof(FailOffer)] = by => new FailOffer(by, 1),
            [typeof(PickContact)] = by => new PickContact(by, 1),
            [typeof(WidenOffers)] = _ => new WidenOffers(1),
            [typeof(AgeContact)] = _ => new AgeContact(1),
            [typeof(ClassifyContact)] = by => new ClassifyContact(by, 1, [("vip", true)], null),
            [typeof(ReclassifyContact)] = by => new ReclassifyContact(by, 1, new ContactWishes { Priority = 2 }),
            [typeof(ComeDue)] = _ => new ComeDue(1),
            [typeof(SuspendContact)] = by => new SuspendContact(by, 1),
            [typeof(ActivateContact)] = by => new ActivateContact(by, 1),
            [typeof(AskForCallback)] = by => new AskForCallback(by, 1, null),
            [typeof(CancelContact)] = by => new CancelContact(by, 1, ["solved"]),
            [typeof(ReturnChat)] = by => new ReturnChat(by, 1),
            [typeof(MissOffer)] = _ => new MissOffer(1),
            [typeof(MindHours)] = _ => new MindHours("chat"),
            [typeof(ContinueOffering)] = _ => new ContinueOffering(),
            [typeof(StartContact)] = by => Start("ana", "chat") with { By = by },
            [typeof(PostMessage)] = by => Say(by, 1, "hello"),
            [typeof(MarkLines)] = by => new MarkLines(by, 1, 1, 1),
            [typeof(WriteNote)] = by => new WriteNote(by, 1, Body("she has called before")),
            [typeof(MindSilence)] = _ => new MindSilence(1),
            [typeof(FollowWaitRule)] = _ => new FollowWaitRule(1),
            [typeof(FollowNoAgentRule)] = _ => new FollowNoAgentRule("chat"),
            [typeof(AskForAgent)] = by => new AskForAgent(by, 1),
            [typeof(EndChat)] = by => End(by, 1),
            [typeof(CompleteWrapUp)] = by => new CompleteWrapUp(by, 1, ["solved"]),
            [typeof(HoldWrapUp)] = by => new HoldWrapUp(by, 1),
            [typeof(AutoCompleteWrapUp)] = _ => new AutoCompleteWrapUp(1, 1),
            [typeof(AnswerForBot)] = _ => new AnswerForBot(1, Body("hello"), HandOver: true),
            [typeof(GiveUpOnBot)] = _ => new GiveUpOnBot(1),
            [typeof(ReportActivity)] = by => new ReportActivity(by, "mina"),
            [typeof(SignOutInactive)] = _ => new SignOutInactive("mina"),
            [typeof(EasePace)] = _ => new EasePace("mina"),
            [typeof(EndCoolOff)] = _ => new EndCoolOff("mina"),
            [typeof(PresentOffer)] = by => new PresentOffer(by, 1),
            [typeof(WarnOfOffer)] = _ => new WarnOfOffer(1),
            [typeof(TransferChat)] = by => new TransferChat(by, 1, "chat", null),
            [typeof(WithdrawTransfer)] = by => new WithdrawTransfer(by, 1),
            [typeof(InviteAgent)] = by => new InviteAgent(by, 1, "noor"),
            [typeof(WithdrawInvitation)] = by => new WithdrawInvitation(by, 1),
            [typeof(EndConference)] = by => new EndConference(by, 1),
            [typeof(ExitConference)] = by => new ExitConference(by, 1),
            [typeof(MoveObserver)] = by => new MoveObserver(by, 1, ObserverTrigger.BargeIn),
            [typeof(Whisper)] = by => new Whisper(by, 1, Body("psst")),
            [typeof(CompleteContact)] = by => new CompleteContact(by, 1, ["solved"]),
            [typeof(SendFiles)] = by => new SendFiles(
                by, 1, Body("look"), [new SentFile(default, Text("statement.pdf"), "pdf", 1_000)]),
            [typeof(JudgeFile)] = _ => new JudgeFile(1, "card-number"),
            [typeof(SettleFile)] = _ => new SettleFile(1, Body("statement.pdf")),
            [typeof(GiveUpOnFile)] = _ => new GiveUpOnFile(1),
            [typeof(HideParts)] = _ => new HideParts(1, []),
            [typeof(NoteRead)] = by => new NoteRead(by, AuditAction.ReadTranscript, 1, "ana"),
            [typeof(NoteReveal)] = by => new NoteReveal(by, 1, "ana", Text("[card-number:K7QX] for a refund")),
            [typeof(NoteRedaction)] = _ => new NoteRedaction(
                Actor.Customer("ana"), AuditAction.Blocked, 1, Text("card-number: card-number")),
            [typeof(SetHold)] = by => new SetHold(by, "ana", Holds: true, Text("dispute")),
            [typeof(EraseCustomer)] = by => new EraseCustomer(by, "bob", Text("on request")),
            [typeof(PurgeHistory)] = _ => new PurgeHistory(),
            [typeof(EraseContacts)] = _ => new EraseContacts(1, [], 0, IsLast: true),
            [typeof(RescanTranscripts)] = by => new RescanTranscripts(by, DateTimeOffset.MinValue, Text("new ranges")),
            [typeof(RescanLines)] = _ => new RescanLines(1, 0, [], 0, 0),
            [typeof(RescanFile)] = _ => new RescanFile(1, 1, 1, FileFinding.NotJudged),
            [typeof(OpenSession)] = by => new OpenSession(by),
            [typeof(LoseSession)] = by => new LoseSession(by, 1),
            [typeof(GiveUpOnPresence)] = by => new GiveUpOnPresence(by),
            [typeof(EditConfiguration)] = by => new EditConfiguration(
                by, new ConfigurationEdit(EditKind.AddAgent, "jun", Agent: Agent("jun", "chat"))),
            [typeof(Configure)] = by => new Configure(by, Other, "other"),
        };

    internal static IEnumerable<Type> Kinds => typeof(Command).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract);
}
