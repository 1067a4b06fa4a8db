using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Who waits, where, and for how long.</summary>
internal static partial class PlantedBugs
{
    private static IEnumerable<PlantedBug> Lines =>
    [
        new("a contact that comes back stands at the end of its line", "S8", 5)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var chat in Returned(floor, batch))
                {
                    chat.QueuedAt = batch.At.AddTicks(1);
                }
            },
        },
        new("a contact that comes back stands in no line", "S13", 5)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var chat in Returned(floor, batch))
                {
                    floor.Router.Forget(chat.Number);
                }
            },
        },
        new("room that comes free is not seen", "S11", 5)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var done in batch.Events.OfType<WrapUpCompleted>())
                {
                    floor.Router.SetFree(done.Agent, batch.At);
                }
            },
        },
        new("a queue that has closed offers all the same", "S11", 20)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var closed in batch.Events.OfType<HoursEnded>())
                {
                    floor.Router.SetOpen(closed.Queue, isOpen: true);
                }
            },
        },
        new("a rule for a long wait does not ask for what it says", "S42", 10)
        {
            Happens = (_, e) => e is ContactWished { ByRule: true } ? null : e,
        },
        new("who waits is counted twice", "S54", 5)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var queued in batch.Events.OfType<ChatQueued>())
                {
                    floor.Tallies.Queues[floor.Chats[queued.Chat].WaitsIn].Waiting++;
                }
            },
        },
        new("a contact is moved to another queue by no rule", "S13", 200)
        {
            Writes = batch => batch.Without(e => e is WaitRuleFired),
        },
    ];

    /// <summary>The contacts that stand in line again after an offer came to nothing.</summary>
    private static ChatSession[] Returned(Floor floor, Batch batch) =>
        batch.Events.Any(happened => happened is OfferClosed { Trigger: OfferTrigger.Miss or OfferTrigger.Decline })
            ? floor.Chats.Values.Where(chat => chat.State == ChatState.Queued && floor.Router.Find(chat.Number) is
            {
                PassedBy.Count: > 0,
            }).ToArray()
            : [];
}
