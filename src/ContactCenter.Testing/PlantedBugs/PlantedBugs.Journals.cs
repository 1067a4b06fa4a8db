using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What is kept, read back and followed.</summary>
internal static partial class PlantedBugs
{
    private static IEnumerable<PlantedBug> Journals =>
    [
        new("an owner that was replaced goes on writing", "S35", 5) { IsUnfenced = true },
        new("the last batch is gone after a crash", "S33", 5) { LosesTail = true },
        new("a restart forgets which commands were asked", "S31", 5)
        {
            Recovers = batch => batch with { Id = default, Fingerprint = 0 },
        },
        new("a batch is left out of the numbering", "S34", 5)
        {
            Writes = batch => batch.Sequence % 50 == 0 ? batch with { Sequence = batch.Sequence + 1 } : batch,
        },
        new("recorded time follows a clock that goes back", "S43", 5)
        {
            Writes = batch => batch.Sequence % 50 == 0 ? batch with { At = batch.At.AddHours(-1) } : batch,
        },
        new("a batch is kept without what happened in it", "S37", 5)
        {
            Writes = batch => batch.Sequence % 50 == 0 ? batch with { Events = [] } : batch,
        },
        new("the codec forgets who has moved an agent", "S36", 5)
        {
            Reads = batch => batch.With<AvailabilityChanged>(moved => moved with { Reason = null, By = Actor.System }),
        },
        new("the copy that follows misses what is said", "S36", 5)
        {
            Follows = batch => batch.Without(e => e is MessagePosted),
        },
        new("a restart forgets who has passed a contact", "S36", 5)
        {
            Recovers = batch => batch.With<OfferClosed>(closed => closed.Trigger == OfferTrigger.Miss
                ? closed with { Trigger = OfferTrigger.Withdraw }
                : closed),
        },
        new("entries of the audit trail are not kept", "S30", 5)
        {
            Writes = batch => batch with { Enclosed = batch.Enclosed with { Audited = [] } },
        },
        new("contacts that are closed are not kept", "S30", 5)
        {
            Writes = batch => batch with { Enclosed = batch.Enclosed with { Contacts = [] } },
        },
    ];
}
