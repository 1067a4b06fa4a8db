using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// The floors that are walked through. Each chooses other policies, so that every policy is met both ways, and is
/// bounded in what is asked on it, so that the walk ends.
/// </summary>
internal static class ModelFloors
{
    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private static readonly CollaborationPolicy Blind = new();

    private static readonly CollaborationPolicy HandedOver = new()
    {
        TransferRelease = TransferRelease.OnAccept,
        TransferFallback = TransferFallback.Sender,
        AllowDeclineInvitation = true,
        OwnerMayExitConference = true,
        ConferenceWrapUp = ConferenceWrapUp.Both,
    };

    private static readonly CollaborationPolicy BackToQueue = new()
    {
        TransferRelease = TransferRelease.OnAccept,
        TransferFallback = TransferFallback.Queue,
        EndConferenceEndsContact = true,
        ConferenceWrapUp = ConferenceWrapUp.Conferee,
    };

    private static readonly QueueProfile TwoStages = new()
    {
        ConnectTimeout = HalfMinute,
        WarnBefore = HalfMinute / 3,
    };

    private static readonly QueueProfile Silent = new()
    {
        WarnSilentAfter = HalfMinute,
        EndSilentAfter = HalfMinute * 2,
    };

    private static readonly QueueProfile Sleepy = new() { SleepSilentAfter = HalfMinute };

    private static readonly QueueProfile Patient = new() { RetryDeclinedAfter = HalfMinute * 2 };

    private static readonly RonaPolicy Lenient = new()
    {
        Missed = new RonaRule { Threshold = 2, CoolOffBelowThreshold = HalfMinute / 2, CoolOff = HalfMinute },
        Declined = new RonaRule { Then = RonaConsequence.CoolOff, CoolOff = HalfMinute },
        Failed = new RonaRule { Then = RonaConsequence.Idle, CoolOff = HalfMinute },
    };

    private static readonly QueueProfile Parallel = new() { ParallelOffers = new ParallelOffers { Max = 2 } };

    private static readonly QueueProfile Progressive = new()
    {
        ParallelOffers = new ParallelOffers { Max = 2, AddEvery = HalfMinute / 2 },
    };

    private static readonly QueueProfile Impatient = new()
    {
        WaitRules = [new WaitRule { After = HalfMinute * 3, End = true }],
    };

    private static readonly QueueProfile Deserted = new()
    {
        NoAgents = new NoAgentRule { After = HalfMinute * 3, NewcomersAfter = HalfMinute, End = true },
    };

    private static readonly QueueProfile Manual = new() { Mode = QueueMode.Manual };

    // Open for a quarter of an hour and closed for the next, so that it is the same at any time of the day.
    private static readonly QueueProfile Quarters = new()
    {
        Hours = new OpeningHours
        {
            Zone = "UTC",
            EveryDay = string.Join(", ", Enumerable.Range(0, 24).Select(
                hour => $"{hour:00}:00-{hour:00}:15, {hour:00}:30-{hour:00}:45")),
        },
        ClosedAction = ClosedAction.Wait,
    };

    internal static IReadOnlyList<ModelFloor> All { get; } =
    [
        // The tests walk through these.
        new("blind-transfer", Of(Blind)) { IsSupervised = true, IsSmall = true },
        new("handed-over", Of(HandedOver)) { IsSupervised = true, IsSmall = true },
        new("back-to-queue", Of(BackToQueue, room: 2)) { IsSmall = true },
        new("bot", Of(Blind)) { HasBot = true, CustomerSessions = 1, IsSmall = true },
        new("two-stage-offers", Of(HandedOver, TwoStages)) { HasOutages = true, IsSmall = true },
        new("agent-sessions", Of(HandedOver)) { AgentSessions = 1, IsSmall = true },
        new("history", Of(Blind) with { HistoryRetention = TimeSpan.FromDays(1) })
        {
            IsSupervised = true, KeepsHistory = true, IsSmall = true,
        },
        new("attachments", Of(Blind)) { IsSupervised = true, SendsFiles = true, HasOutages = true, IsSmall = true },
        new("silence", Of(Blind, Silent)) { CustomerSessions = 1, IsSmall = true },
        new("cool-offs", Of(HandedOver) with { Rona = Lenient }) { IsSmall = true },
        new("two-at-once", Of(Blind, Parallel)) { IsSupervised = true, IsSmall = true },
        new("one-after-the-other", Of(HandedOver, Progressive)) { IsSmall = true },
        new("impatience", Of(Blind, Impatient)) { IsSmall = true },
        new("nobody-there", Of(Blind, Deserted)) { IsSmall = true },
        new("manual-pick", Of(HandedOver, Manual)) { IsSupervised = true, IsSmall = true },
        new("hours", Of(Blind, Quarters)) { IsSmall = true },
        new("inactivity", Inactive(Of(Blind))) { PausesChannels = true, IsSmall = true },
        new("appointments", Of(Blind)) { IsSupervised = true, Schedules = true, IsSmall = true },

        new("queue-by-queue", Of(HandedOver, Patient) with { RonaScope = RonaScope.OwnQueue })
        {
            PausesQueues = true, IsSmall = true,
        },

        // These take minutes.
        new("sleepers", Of(Blind, Sleepy)) { Contacts = 2, CustomerSessions = 1 },
        new("cool-offs-and-sessions", Of(HandedOver) with { Rona = Lenient }) { AgentSessions = 1 },
        new("two-rooms", Of(HandedOver, TwoStages, room: 2))
        {
            IsSupervised = true, HasOutages = true,
        },
        new("two-contacts", Of(Blind, room: 2)) { Contacts = 2, IsSupervised = true },
        new("two-contacts-at-once", Of(BackToQueue, Parallel, room: 2)) { Contacts = 2 },
        new("two-contacts-and-bot", Of(BackToQueue)) { Contacts = 2, IsSupervised = true, HasBot = true },
        new("sessions-of-all", Of(HandedOver)) { AgentSessions = 1, CustomerSessions = 1, HasBot = true },
        new("single-login", SingleLogin(Of(Blind, TwoStages))) { AgentSessions = 2, IsSupervised = true },
        new("reconfigured", Of(Blind, room: 2)) { Revision = Of(HandedOver, TwoStages) },
    ];

    private static FloorConfiguration Inactive(FloorConfiguration floor) => floor with
    {
        InactivityLimit = HalfMinute * 6,
        RonaScope = RonaScope.OwnChannel,
        ForcedSignOut = true,
    };

    private static FloorConfiguration SingleLogin(FloorConfiguration floor) => floor with
    {
        Sessions = floor.Sessions with { Logins = LoginPolicy.Single },
        Agents = [.. floor.Agents.Select(agent => agent with { AutoAvailable = agent.Id == Cast.Mina.Value })],
        ForcedSignOut = true,
    };

    private static FloorConfiguration Of(CollaborationPolicy collaboration, QueueProfile? queue = null, int room = 1) =>
        Specification.Configuration(
            [(queue ?? new()) with { Name = Cast.Queue.Value, AllowDecline = true, OfferTimeout = HalfMinute }],
            Specification.Agent(Cast.Mina.Value, room),
            Specification.Agent(Cast.Noor.Value, room)) with
        {
            Collaboration = collaboration,
            WrapUp = new WrapUpPolicy
            {
                Reasons = [new WrapUpReason("solved", "Solved")],
                AutoAfter = HalfMinute * 2,
                AllowExtension = true,
            },
        };
}
