using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>A command, and what must come of it once it is accepted. Made before it is asked.</summary>
internal readonly struct Deed
{
    private readonly Command _command;
    private readonly Offer? _declined;
    private readonly bool _isWithheld;

    internal Deed(Command command, Floor floor)
    {
        _command = command;
        if (command is not DeclineOffer decline || floor.Offers.GetValueOrDefault(decline.Offer) is not { } offer)
        {
            return;
        }

        var queue = floor.Chats[offer.Chat].WaitsIn;
        var profile = floor.Queues.GetValueOrDefault(queue) ?? floor.Closing.GetValueOrDefault(queue.Value)?.Was;
        _declined = offer;
        _isWithheld = !offer.IsInvitation && (decline.RetryAfter ?? profile?.RetryDeclinedAfter) is not null;
    }

    /// <summary>
    /// S37: what was accepted has happened, unless it had before; S41: whoever declines is not asked again before their
    /// time, where there is one.
    /// </summary>
    internal void Check(Floor floor, CommandId id, in Decision decision, List<Violation> found)
    {
        if (decision.Rejection is not null)
        {
            return;
        }

        var events = decision.Batch?.Events ?? [];
        var isRetry = decision.Batch is null && !id.IsNone && floor.Window.TryFind(id, out _);
        if (!isRetry && !IsDone(events))
        {
            found.Add(new("S37", $"{_command} is accepted, and it has not happened"));
        }

        if (!isRetry && _isWithheld && floor.Chats.GetValueOrDefault(_declined!.Chat) is { Waits: true }
            && !IsWithheldFrom(events, _declined))
        {
            found.Add(new("S41", $"{_declined.Agent} has declined chat {_declined.Chat} and is asked again at once"));
        }
    }

    private static bool IsWithheldFrom(IReadOnlyList<Event> events, Offer offer) =>
        events.Any(e => e is ContactWithheld withheld && withheld.Chat == offer.Chat && withheld.Agent == offer.Agent);

    private bool IsDone(IReadOnlyList<Event> events) => _command switch
    {
        SignInAgent c => Moves(events, c.Agent, AvailabilityTrigger.SignIn),
        SignOutAgent c => Moves(events, c.Agent, AvailabilityTrigger.SignOut),
        AcceptOffer c => events.Contains(new OfferClosed(c.Offer, OfferTrigger.Accept)),
        DeclineOffer c => events.Contains(new OfferClosed(c.Offer, OfferTrigger.Decline)),
        FailOffer c => events.Contains(new OfferClosed(c.Offer, OfferTrigger.Fail)),
        MissOffer c => events.Contains(new OfferClosed(c.Offer, OfferTrigger.Miss)),
        PresentOffer => events.Any(static e => e is OfferPresented),
        WarnOfOffer c => events.Contains(new OfferExpiring(c.Offer)),
        StartContact => events.Any(static e => e is ChatStarted),
        PostMessage => events.Any(static e => e is MessagePosted),
        WriteNote or Whisper => events.Any(static e => e is AsidePosted),
        EndChat => events.Any(static e => e is ChatEnded),
        HoldWrapUp => events.Any(static e => e is WrapUpHeld),
        CompleteWrapUp or AutoCompleteWrapUp => events.Any(static e => e is WrapUpCompleted),
        TransferChat => events.Any(static e => e is ChatTransferred),
        InviteAgent => events.Any(static e => e is OfferMade { Kind: OfferKind.Invitation }),
        PickContact => events.Any(static e => e is OfferMade { Kind: OfferKind.Picked }),
        MoveObserver => events.Any(static e => e is ObserverMoved),
        OpenSession => events.Any(static e => e is SessionOpened),
        _ => true,
    };

    private static bool Moves(IReadOnlyList<Event> events, AgentId agent, AvailabilityTrigger trigger) =>
        events.Any(e => e is AvailabilityChanged moved && moved.Agent == agent && moved.Trigger == trigger);
}
