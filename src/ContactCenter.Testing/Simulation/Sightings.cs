using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// How often something worth seeing was seen. A rule that is never put to the test proves nothing; what never shows
/// over many seeds is a hole in the simulation.
/// </summary>
internal sealed class Sightings
{
    private readonly SortedDictionary<string, long> _seen = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, long> Seen => _seen;

    internal void Saw(string what) => _seen[what] = _seen.GetValueOrDefault(what) + 1;

    /// <summary>Counts what a decision shows by itself.</summary>
    internal void Look(Command command, in Decision decision)
    {
        if (decision.Rejection is { } rejection)
        {
            Saw($"refused: {rejection.Code}");
        }

        if (decision.Batch is not { } batch)
        {
            return;
        }

        foreach (var happened in batch.Events)
        {
            Saw(NameOf(happened));
        }

        var (missed, withdrawn) = (Closed(OfferTrigger.Miss), Closed(OfferTrigger.Withdraw));
        Saw(missed && withdrawn, "a RONA took back the agent's other offers");
        Saw(missed && batch.Events.Any(happened => happened is OfferMade), "a missed chat went on at once");
        Saw(withdrawn && batch.Events.Any(happened => happened is ChatEnded), "a customer left while offered");
        Saw(command is PickContact, "a contact was picked");
        Saw(command is ReclassifyContact, $"a contact was classified anew by {command.By.Kind}");
        Saw(
            command is StartContact { Wishes: { LastAgent: LastAgentWish.Reserve, Reserved: null } }
                && batch.Events.Any(happened => happened is ContactWished { Wishes.Reserved: not null }),
            "a contact was reserved for the agent its customer had last");
        Saw(command is ContinueOffering, "leftover offers were made");
        Saw(command is AnswerForBot && batch.Events.Any(happened => happened is BotAsked), "the bot was asked again");
        Saw(command is GiveUpOnBot, "the bot was given up");
        Saw(command is SignOutAgent && command.By.Kind == ActorKind.Supervisor, "a supervisor signed an agent out");

        bool Closed(OfferTrigger trigger) =>
            batch.Events.Any(happened => happened is OfferClosed closed && closed.Trigger == trigger);
    }

    internal void Saw(bool seen, string what)
    {
        if (seen)
        {
            Saw(what);
        }
    }

    private static string NameOf(Event happened) => happened switch
    {
        RonaCounted e => $"rona-counted: {e.Consequence}",
        CoolOffEnded e => $"cool-off-ended: {e.By.Kind}",
        OfferClosed e => $"offer-closed: {e.Trigger}",
        AvailabilityChanged e => $"availability-changed: {e.Trigger}",
        ChatEnded e => $"chat-ended: {e.Trigger}",
        WrapUpCompleted { Automatic: true } => "wrap-up-completed: by the alarm",
        _ => EventText.NameOf(happened),
    };
}
