using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Journals;

/// <summary>At least one event of each kind, with and without what is optional.</summary>
internal static class Samples
{
    internal static readonly DateTimeOffset Noon = ManualTimeProvider.DefaultStart;

    private static OpeningHours Nights => new()
    {
        Zone = "Asia/Seoul",
        Weekdays = "22:00-02:00",
        Sunday = "closed",
        Closed = [new DateOnly(2026, 5, 5)],
        Special = new Dictionary<DateOnly, string> { [new DateOnly(2026, 12, 24)] = "09:00-12:00" },
    };

    internal static IReadOnlyList<Event> Events { get; } =
    [
        new AvailabilityChanged("mina", AvailabilityTrigger.SignIn, "signed-in", Mina, null),
        new AvailabilityChanged("mina", AvailabilityTrigger.GoAvailable, null, Boss, "rush-hour"),
        new AvailabilityChanged("mina", AvailabilityTrigger.Miss, null, Actor.System, null),
        new OfferMade(1, 2, "mina", Noon.AddSeconds(30), RoutingStrategies.LongestAvailable),
        .. Enum.GetValues<OfferTrigger>().Select(trigger => new OfferClosed(long.MaxValue, trigger)),
        .. Enum.GetValues<Channel>().Select(channel => new ChatStarted(1, "ana@example.org", "cards", channel)),
        new ChatQueued(1),
        new MessagePosted(1, 2, Ana, 300, UInt128.MaxValue, Redacted: true),
        new MessagePosted(1, int.MaxValue, Actor.Bot, 0, 0, Redacted: false),
        new NoticeShown(1, 3, Notices.AgentJoined, "mina"),
        new NoticeShown(1, 4, Notices.CustomerLeft, string.Empty),
        new ChatEnded(1, ChatTrigger.End, Mina),
        new ChatEnded(1, ChatTrigger.Leave, Actor.Host),
        new WrapUpStarted(1, 1, "mina", null),
        new WrapUpStarted(1, 1, "mina", Noon.AddTicks(1)),
        new WrapUpHeld(1, 1, "mina"),
        new WrapUpCompleted(1, 1, "mina", [], Mina),
        new WrapUpCompleted(1, 1, "mina", ["solved", "gelöst-解決"], Actor.System),
        new ChatClosed(1),
        new AvailabilityChanged("mina", AvailabilityTrigger.Miss, null, Actor.System, null, Channel.Social),
        new AgentActive("mina"),
        new WorkInterrupted(3, 4, "mina", 9),
        new WorkResumed(3, 4, "mina"),
        new ChatSleeps(3, true),
        new AgentHeld("mina", "calls"),
        new AgentLetGo("noor"),
        new QueuePaused("mina", "calls", Availability.Idle, "meeting", null, Boss, "team-talk"),
        new QueuePaused("mina", "calls", Availability.Rona, null, Noon.AddMinutes(3), Actor.System, null),
        new QueueResumed("mina", "calls", Mina),
        .. Enum.GetValues<RonaConsequence>().Select(consequence =>
            new RonaCounted("mina", RonaCause.Declined, 1_000, consequence, Noon.AddSeconds(9), Channel.Chat)),
        new RonaCounted("mina", RonaCause.Missed, 1, RonaConsequence.Rona, null),
        new CoolOffEnded("mina", null, Actor.System),
        new CoolOffEnded("mina", Channel.Email, Boss),
        new PaceEased("mina"),
        new OfferMade(2, 3, "noor", Noon.AddSeconds(5), string.Empty, OfferKind.Invitation, Noon - Noon.AddSeconds(-30),
            TimeSpan.FromSeconds(10)),
        new OfferPresented(2, Noon.AddSeconds(35)),
        new OfferExpiring(2),
        new ChatTransferred(1, ChatTrigger.Transfer, "cards", null, Mina),
        new ChatTransferred(1, ChatTrigger.HandOver, "calls", "noor", Boss),
        new TransferCalledOff(1),
        new ChatRequeued(1),
        new ChatMoved(1, "cards", "loans"),
        new ChatDiverted(1, "cards", "loans", Diversion.QueueFull),
        new ChatDiverted(1, "cards", "loans", Diversion.WaitedLong),
        new ChatDiverted(1, "cards", "loans", Diversion.NoAgents),
        new WaitRuleFired(1, "cards", TimeSpan.FromSeconds(30)),
        new ContactOverdue(1, TimeSpan.FromSeconds(30)),
        new ContactScheduled(1, Noon.AddDays(90), Suspends: true, Ana),
        new ContactScheduled(1, Noon, Suspends: false, Actor.Host),
        new ContactSuspended(1, Actor.System),
        new ContactActivated(1, Boss),
        new CallbackAsked(1, Ana),
        new ContactCancelled(1, [], Actor.Host),
        new ContactCancelled(1, ["solved", "fraud"], Boss),
        new NoAgentRuleFired(1, "cards"),
        new PlaceRegained(1, Noon.AddSeconds(-30)),
        new ConferenceReduced(1),
        new PartReleased(1, 2, "noor"),
        .. Enum.GetValues<ObserverTrigger>().Select(trigger => new ObserverMoved(1, "boss", trigger)),
        new MessageRedacted(1, 7, IsAside: true, 4, UInt128.MaxValue),
        new MaskingTurned(1, IsOn: true),
        new AsidePosted(1, 1, Boss, 12, UInt128.MaxValue, Redacted: true),
        new AsideShown(1, 2, Notices.InvitationSent, "noor"),
        new LinesMarked(1, Ana, 7, 5),
        new SilenceNoticed(1),
        new OffersWidened(1),
        new ContactLabelled(1, AttributeBag.Empty),
        new ContactLabelled(1, [("cost", -2.5), ("note", "Größe \"大\""), ("vip", true), ("word", "billing")]),
        new ContactClassified(1, "cards", 3),
        new ContactWithheld(1, "mina", Noon.AddSeconds(9)),
        new ContactOfferable(1, "mina"),
        new PositionAsked(1, 1_000),
        new ContactPlaced(1, new AskedPlace(Noon.UtcTicks, -(1L << 41))),
        new ContactAged(1, TimeSpan.FromSeconds(20)),
        new ContactWished(1, ContactWishes.None, ByRule: true),
        new ContactWished(1, new ContactWishes
        {
            Priority = 0,
            Requirements = [(Requirement.Parse("french >= 3"), null), (Requirement.Parse("vip"), TimeSpan.FromDays(1))],
            Preferred = ["mina", "noor"],
            Reserved = "omar",
            ReservedFor = TimeSpan.FromSeconds(30),
            Excluded = ["pia"],
        }),
        new AuditNoted(1, Mina, AuditAction.ReadTranscript, 1, "ana"),
        new AuditNoted(2, Actor.System, AuditAction.Purged, 0, default),
        new HoldSet("ana", Holds: true),
        new ErasureBegan(3, "ana", Noon, Boss),
        new ErasureBegan(4, default, Noon, Actor.System),
        new ContactsErased(3, [1, long.MaxValue], 7, IsLast: false),
        new ContactsErased(3, [], 0, IsLast: true),
        new RescanBegan(3, Noon, long.MaxValue, Boss),
        new LinesRescanned(3, long.MaxValue, 256, 7, 1),
        new CardRedacted(7, 0),
        new CardRedacted(long.MaxValue, 5),
        .. Enum.GetValues<FileFinding>().Select(finding => new FileRescanned(3, long.MaxValue, 9, finding)),
        new FileSent(1, 5, new Guid("0197d4a2-7c00-7000-8000-000000000001"), Ana, 24_999_999, Noon.AddMinutes(1)),
        new FileMasked(1, 5, 24_999_998),
        new FileCleared(1, 5, Noon.AddMinutes(6)),
        new FileDelivered(1, 5, 9, Ana, 13, UInt128.MaxValue, Redacted: true),
        new FileBlocked(1, 6, "card-number"),
        new FileDestroyed(1, 6),
        new FileWithdrawn(1, 7, 9, Ana, new Guid(1, 2, 3, new byte[8]), Guid.Empty, "card-number"),
        new FileWithdrawn(1, 8, 11, Mina, new Guid(2, 2, 3, new byte[8]), new Guid(4, 2, 3, new byte[8]), "iban"),
        new SessionOpened(1, Mina),
        .. Enum.GetValues<SessionEnd>().Select(cause => new SessionClosed(1, Ana, cause)),
        new PresenceLost(Ana, Noon.AddMinutes(5)),
        new PresenceEnded(Mina, GivenUp: true),
        new BotAsked(1, 2, UpTo: 0, Noon.AddSeconds(30)),
        new BotEffectClosed(1, 2),
        new HoursBegan("cards", Noon.AddHours(6)),
        new HoursEnded("cards", null),
        new FloorConfigured(
            Configuration(
                [
                    Queue("cards", allowDecline: true) with { Hours = Nights, ClosedAction = ClosedAction.Wait },
                    Queue("calls", Channel.Voice, startsWithBot: true),
                ],
                Agent("mina", new MediaProfile { Mode = MediaMode.Exclusive, Chat = 2, Voice = 1 }, "cards") with
                {
                    Name = "Mina \"the\" Agent", IdleCodes = ["lunch"],
                },
                Agent("noor", new MediaProfile { BesideChat = Channels.None, Turns = new() { Chat = 3 } })) with
            {
                WrapUp = new WrapUpPolicy
                {
                    Reasons = [new WrapUpReason("a", "Ä", true)], AutoAfter = TimeSpan.FromTicks(7),
                },
            },
            "a-hash"),
        new ConfigurationEdited(
            new ConfigurationEdit(EditKind.EditQueue, "cards", Queue: Queue("cards") with { ReplacedBy = "loans" }),
            "b"),
        new ConfigurationEdited(
            new ConfigurationEdit(EditKind.AddAgent, "noor", Agent: Agent("noor", "cards", "loans")), "c"),
        new ConfigurationEdited(new ConfigurationEdit(EditKind.RemoveAgent, "noor"), "d"),
        new QueueClosed("cards"),
        new StrategyFailed("cards", "nearest-branch"),
    ];

    internal static Batch Batch(params Event[] events) => new(
        7, Noon, CommandId.New(Noon), ulong.MaxValue, new Reply(3, 4), events, []);
}
