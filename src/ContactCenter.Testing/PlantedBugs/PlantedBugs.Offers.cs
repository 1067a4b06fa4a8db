using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Who is offered what, and what becomes of it.</summary>
internal static partial class PlantedBugs
{
    private static IEnumerable<PlantedBug> Offers =>
    [
        new("the last of the free agents is asked, not the first", "S10", 10)
        {
            Happens = (floor, e) => Routed(e) is { } made
                ? made with { Agent = floor.Router.Queues[floor.Chats[made.Chat].WaitsIn].Free.InOrder.Last().Agent.Id }
                : e,
        },
        new("whoever came last is offered first", "S10", 10)
        {
            Happens = (floor, e) => Routed(e) is { } made
                ? made with { Chat = floor.Router.Queues[floor.Chats[made.Chat].WaitsIn].Waiting.Last().Number }
                : e,
        },
        new("an agent without room is offered one more", "S2", 5)
        {
            Happens = (floor, e) => Instead(floor, e, (agent, channel) =>
                agent.AvailabilityFor(channel) == Availability.Available && !agent.Media.HasRoom(agent.Load, channel)),
        },
        new("an idle agent is offered a contact", "S6", 20)
        {
            Happens = (floor, e) => Instead(floor, e, (agent, _) => agent.Availability == Availability.Idle),
        },
        new("an offer runs a second longer than its queue says", "S42", 5)
        {
            Happens = (_, e) => e is OfferMade made ? made with { DueAt = made.DueAt.AddSeconds(1) } : e,
        },
        new("two offers have one number", "S4", 5)
        {
            Writes = batch => batch.With<OfferMade>(made => made with { Offer = Math.Max(1, made.Offer - 1) }),
        },
        new("an offer that is taken back counts as missed", "S45", 5)
        {
            Happens = (_, e) => e is OfferClosed { Trigger: OfferTrigger.Withdraw } closed
                ? closed with { Trigger = OfferTrigger.Miss }
                : e,
        },
        new("an offer stays open when its customer has left", "S9", 10)
        {
            Writes = batch => batch.Has<ChatEnded>() ? batch.Without(e => e is OfferClosed) : batch,
        },
        new("an agent who goes idle keeps their offers", "S6", 5)
        {
            Writes = batch => batch.Has<AvailabilityChanged>() ? batch.Without(IsWithdrawn) : batch,
        },
        new("the others who were asked keep their offers when one accepts", "S3", 10)
        {
            Writes = batch => batch.Without(e => e is OfferClosed { Trigger: OfferTrigger.Lose }),
        },
        new("whoever misses an offer stays available", "S7", 5)
        {
            Happens = (_, e) => e is AvailabilityChanged { Trigger: AvailabilityTrigger.Miss } ? null : e,
        },
        new("a miss is not counted", "S7", 10) { Happens = (_, e) => e is RonaCounted ? null : e },
        new("a cool-off ends a second too early", "S7", 10)
        {
            Happens = (_, e) => e is RonaCounted { Until: { } until } counted
                ? counted with { Until = until.AddSeconds(-1) }
                : e,
        },
        new("whoever declines a contact is asked for it again at once", "S41", 20)
        {
            Happens = (_, e) => e is ContactWithheld ? null : e,
        },
        new("an alarm rings and nobody hears it", "S41", 5)
        {
            Happens = (_, e) => e is OfferExpiring ? null : e,
        },
    ];

    private static OfferMade? Routed(Event happened) => happened as OfferMade is { Kind: OfferKind.Routed } made
        ? made
        : null;

    private static bool IsWithdrawn(Event happened) => happened is OfferClosed { Trigger: OfferTrigger.Withdraw };

    /// <summary>The same offer to somebody else who serves the queue.</summary>
    private static Event Instead(Floor floor, Event happened, Func<Agent, Channel, bool> isWrong)
    {
        if (Routed(happened) is not { } made)
        {
            return happened;
        }

        var chat = floor.Chats[made.Chat];
        var wrong = floor.Agents.Values.Where(agent => agent.Profile.Queues.Contains(chat.WaitsIn.Value)
            && isWrong(agent, chat.Channel)).OrderBy(agent => agent.Id.Value, StringComparer.Ordinal).FirstOrDefault();
        return wrong is null ? made : made with { Agent = wrong.Id };
    }
}
