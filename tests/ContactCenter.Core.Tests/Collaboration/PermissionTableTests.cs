using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Collaboration;

/// <summary>
/// The permission table beside the real floor: every role, in every state of a chat, asks every action. What the table
/// refuses the floor refuses; what the table allows the floor does, unless a rule that the table does not know says why
/// not.
/// </summary>
public sealed class PermissionTableTests
{
    private static readonly ChatState[] States =
    [
        ChatState.Bot, ChatState.Queued, ChatState.Offered, ChatState.Active, ChatState.ConferenceRequested,
        ChatState.Conference, ChatState.Transferring, ChatState.Ended, ChatState.Closed, ChatState.Scheduled,
        ChatState.Suspended,
    ];

    private static readonly CollaborationPolicy Strict = OnAccept;

    private static readonly CollaborationPolicy Lenient =
        OnAccept with { OwnerMayExitConference = true, AllowDeclineInvitation = true };

    /// <summary>What the table allows and another rule refuses, by its code.</summary>
    private static readonly Dictionary<ChatAction, string[]> OtherRules = new()
    {
        [ChatAction.Decline] = ["decline-not-allowed"],
        [ChatAction.HoldWrapUp] = ["not-permitted"],
        [ChatAction.WrapUp] = ["not-permitted"],
        [ChatAction.Say] = ["not-permitted"],
        [ChatAction.Whisper] = ["not-monitoring"],
        [ChatAction.Monitor] = ["not-allowed"],
        [ChatAction.BargeIn] = ["not-allowed"],
        [ChatAction.StopMonitoring] = ["not-allowed"],
    };

    private static readonly Dictionary<(ChatState, CollaborationPolicy, ObserverState), Moment> Moments = [];

    public static TheoryData<ChatRole> Roles => [.. Enum.GetValues<ChatRole>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_role_in_every_state_asking_every_action_is_done_or_refused_as_the_table_says(ChatRole role)
    {
        foreach (var policy in (CollaborationPolicy[])[Strict, Lenient])
        {
            foreach (var state in States)
            {
                foreach (var action in Enum.GetValues<ChatAction>())
                {
                    foreach (var observer in role == ChatRole.Supervisor
                        ? Enum.GetValues<ObserverState>()
                        : [ObserverState.Away])
                    {
                        Agrees(At(state, policy, observer), role, state, action, policy, observer);
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_row_of_the_table_is_seen_to_be_done_by_somebody()
    {
        var never =
            from row in ChatPermissions.Table
            from state in row.States
            where row.Action != ChatAction.Read
            where !Enum.GetValues<ObserverState>().Any(observer =>
            {
                var moment = At(state, Lenient, observer);
                var floor = moment.Again();
                var actor = ActorIn(floor, row.Role);
                return floor.Chats[1].RoleOf(actor) == row.Role
                    && moment.Ask(floor, Command(floor, row.Action, actor)).Rejection is null;
            })
            where !NeverOnThisFloor(row.Role, state)
            select $"{row.Role} {row.Action} {state}";

        Assert.Empty(never);
    }

    [Fact]
    public void A_state_that_nobody_acts_in_is_in_no_row() =>
        Assert.DoesNotContain(
            ChatPermissions.Table,
            row => row.States.Contains(ChatState.Created) || row.States.Contains(ChatState.Closed));

    [Fact]
    public void What_a_desk_is_told_it_may_do_is_what_the_table_allows()
    {
        foreach (var role in Enum.GetValues<ChatRole>())
        {
            foreach (var state in Enum.GetValues<ChatState>())
            {
                Assert.Equal(
                    Enum.GetValues<ChatAction>().Where(action => ChatPermissions.Allows(role, action, state)),
                    ChatPermissions.Permitted(role, state));
            }
        }
    }

    [Fact]
    public void A_value_that_is_none_is_allowed_nothing()
    {
        Assert.False(ChatPermissions.Allows((ChatRole)99, ChatAction.Read, ChatState.Active));
        Assert.False(ChatPermissions.Allows(ChatRole.Owner, (ChatAction)99, ChatState.Active));
        Assert.False(ChatPermissions.Allows(ChatRole.Owner, ChatAction.Read, (ChatState)99));
    }

    private static void Agrees(
        Moment moment, ChatRole role, ChatState state, ChatAction action, CollaborationPolicy policy,
        ObserverState observer)
    {
        var floor = moment.Again();
        var actor = ActorIn(floor, role);
        var chat = floor.Chats.GetValueOrDefault(1);

        // Where nobody can have the role in this state, whoever stands in for it has what they are instead, or nothing.
        var actual = chat?.RoleOf(actor);
        var allows = actual is { } known && ChatPermissions.Allows(known, action, state, policy);
        observer = chat?.StateOf("boss") ?? ObserverState.Away;
        var triple = $"{role} ({actual}) {action} {state} {observer}";
        if (action == ChatAction.Read)
        {
            Assert.True((chat?.MayBeSeenBy(actor) ?? false) == allows, triple);
            return;
        }

        var rejection = moment.Ask(floor, Command(floor, action, actor)).Rejection;
        if (!allows)
        {
            Assert.True(rejection is not null, $"{triple} was done");
        }
        else if (rejection is not null)
        {
            Assert.True(
                OtherRules.GetValueOrDefault(action)?.Contains(rejection.Code) == true, $"{triple}: {rejection}");
            Assert.True(IsExpected(role, action, observer, policy), $"{triple}: {rejection}");
        }
    }

    /// <summary>Whether a rule beside the table is known to refuse this.</summary>
    private static bool IsExpected(
        ChatRole role, ChatAction action, ObserverState observer, CollaborationPolicy policy) => action switch
        {
            ChatAction.Decline => !policy.AllowDeclineInvitation,
            ChatAction.Say => role == ChatRole.Supervisor && observer != ObserverState.BargedIn,
            ChatAction.Whisper or ChatAction.StopMonitoring => observer == ObserverState.Away,
            ChatAction.Monitor => observer != ObserverState.Away,
            ChatAction.BargeIn => observer == ObserverState.BargedIn,
            _ => false,
        };

    /// <summary>Nobody owes a wrap-up before an agent had the chat.</summary>
    private static bool NeverOnThisFloor(ChatRole role, ChatState state) =>
        role == ChatRole.Departed && state is ChatState.Bot;

    private static Moment At(ChatState state, CollaborationPolicy policy, ObserverState observer)
    {
        var key = (state, policy, observer);
        if (!Moments.TryGetValue(key, out var moment))
        {
            Moments.Add(key, moment = new Moment(Reach(state, policy, observer)));
        }

        return moment;
    }

    /// <summary>
    /// Ana's chat in a state. Lena had it first and owes a wrap-up, where that can be; Mina has it, Noor is asked to
    /// come or is there, Rosa is free.
    /// </summary>
    private static Specification Reach(ChatState state, CollaborationPolicy policy, ObserverState observer)
    {
        var queue = Queue("chat", allowDecline: policy.AllowDeclineInvitation);
        var configuration = Configuration(
            [queue, Queue("billing")],
            Agent("lena", 2, "chat"),
            Agent("mina", 2, "chat"),
            Agent("noor", 2, "billing"),
            Agent("rosa", 2, "billing"));
        var floor = Floor(configuration with
        {
            Collaboration = policy with { TransferRelease = TransferRelease.OnRequest },
            WrapUp = configuration.WrapUp with { AutoAfter = Minutes(5), AllowExtension = true },
        }).Available("noor", "rosa").Given(Start("ana", "chat", withBot: state == ChatState.Bot));
        if (state != ChatState.Bot)
        {
            floor = floor.Available("lena").Accepted(1);
        }

        // A supervisor stays while the chat is handed on, so they can be in any state of it.
        floor = (observer, state) switch
        {
            (ObserverState.Away, _) or (ObserverState.BargedIn, ChatState.Bot) => floor,
            (ObserverState.BargedIn, _) => floor.Given(BargeIn(Boss)),
            _ => floor.Given(Monitor(Boss)),
        };
        if (state != ChatState.Bot)
        {
            floor = floor.Given(GoIdle("lena"), ToQueue(Lena, "chat"));
        }

        floor = floor.Configured(now => now with { Collaboration = policy });
        Command[] steps = state switch
        {
            ChatState.Bot or ChatState.Queued => [],
            ChatState.Scheduled => [new AskForCallback(Ana, 1, floor.Now.AddHours(1))],
            ChatState.Suspended => [new SuspendContact(Actor.Host, 1)],
            ChatState.Offered => [SignIn("mina"), GoAvailable("mina")],
            _ => [SignIn("mina"), GoAvailable("mina"), Accept("mina", 2)],
        };
        floor = floor.Given(steps);
        return state switch
        {
            ChatState.ConferenceRequested => floor.Given(Invite(Mina, "noor")),
            ChatState.Conference => floor.Given(Invite(Mina, "noor"), Accept("noor", 3)),
            ChatState.Transferring => floor.Given(ToAgent(Mina, "noor")),
            ChatState.Ended => floor.Given(End(Ana, 1)),
            ChatState.Closed => floor.Given(End(Ana, 1), WrapUp("mina", 1, "solved"), WrapUp("lena", 1, "solved")),
            _ => floor,
        };
    }

    /// <summary>Who has the role; where nobody has, somebody who might.</summary>
    private static Actor ActorIn(Floor floor, ChatRole role) => role switch
    {
        ChatRole.Customer => Ana,
        ChatRole.Owner => Mina,
        ChatRole.Conferee => Noor,
        ChatRole.Invitee => floor.Chats.GetValueOrDefault(1)?.Offered is { } part ? Actor.Agent(part.Agent) : Noor,
        ChatRole.Departed => Lena,
        ChatRole.Supervisor => Boss,
        _ => Actor.Host,
    };

    private static Command Command(Floor floor, ChatAction action, Actor by)
    {
        var offer = floor.Chats.GetValueOrDefault(1)?.Offered?.Offer ?? 99;
        return action switch
        {
            ChatAction.Say => Say(by, 1, "hello"),
            ChatAction.AskForAgent => new AskForAgent(by, 1),
            ChatAction.Accept => new AcceptOffer(by, offer),
            ChatAction.Decline => new DeclineOffer(by, offer),
            ChatAction.End => End(by, 1),
            ChatAction.Transfer => ToAgent(by, "rosa"),
            ChatAction.WithdrawTransfer => TakeBack(by),
            ChatAction.Invite => Invite(by, "rosa"),
            ChatAction.WithdrawInvitation => Uninvite(by),
            ChatAction.EndConference => Dismiss(by),
            ChatAction.ExitConference => Leave(by),
            ChatAction.WrapUp => new CompleteWrapUp(by, 1, ["solved"]),
            ChatAction.HoldWrapUp => new HoldWrapUp(by, 1),
            ChatAction.Monitor => Monitor(by),
            ChatAction.Whisper => Whispered(by, "ask for the number"),
            ChatAction.Attach => new SendFiles(
                by, 1, null, [new SentFile(default, Text("statement.pdf"), "pdf", 1_000)]),
            ChatAction.Note => new WriteNote(by, 1, Body("she has called before")),
            ChatAction.BargeIn => BargeIn(by),
            ChatAction.StopMonitoring => Withdraw(by),
            ChatAction.Suspend => new SuspendContact(by, 1),
            ChatAction.Activate => new ActivateContact(by, 1),
            ChatAction.CallBack => new AskForCallback(by, 1, floor.LastAt.AddHours(1)),
            ChatAction.Cancel => new CancelContact(by, 1, ["solved"]),
            ChatAction.Complete => new CompleteContact(by, 1, ["solved"]),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
    }
}
