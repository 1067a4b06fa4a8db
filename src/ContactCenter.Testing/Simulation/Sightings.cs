using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// How often something worth seeing was seen. A rule that is never put to the test proves nothing; what never shows
/// over many seeds is a hole in the simulation.
/// </summary>
internal sealed class Sightings
{
    private static readonly ConcurrentDictionary<string, string> Refusals = new(StringComparer.Ordinal);

    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<long> _transfers = [];

    internal IReadOnlyDictionary<string, long> Seen =>
        new SortedDictionary<string, long>(_seen, StringComparer.Ordinal);

    internal void Saw(string what) => CollectionsMarshal.GetValueRefOrAddDefault(_seen, what, out _)++;

    /// <summary>Counts what a decision shows by itself.</summary>
    internal void Look(Command command, in Decision decision)
    {
        if (decision.Rejection is { } rejection)
        {
            Saw(Refusals.GetOrAdd(rejection.Code, static code => $"refused: {code}"));
        }

        if (decision.Batch is not { } batch)
        {
            return;
        }

        var (missed, withdrawn, offered, ended, asked, reserved) = (false, false, false, false, false, false);
        var isReduced = false;
        foreach (var happened in batch.Events)
        {
            Saw(NameOf(happened));
            missed |= happened is OfferClosed { Trigger: OfferTrigger.Miss };
            withdrawn |= happened is OfferClosed { Trigger: OfferTrigger.Withdraw };
            offered |= happened is OfferMade;
            ended |= happened is ChatEnded;
            asked |= happened is BotAsked;
            reserved |= happened is ContactWished { Wishes.Reserved: not null };
            isReduced |= happened is AsideShown { Code: Notices.OwnerChanged };
            LookAtTransfer(happened);
        }

        Saw(missed && withdrawn, "a RONA took back the agent's other offers");
        Saw(missed && offered, "a missed chat went on at once");
        Saw(isReduced && command is GiveUpOnPresence, "a conference lost its primary agent");
        Saw(withdrawn && ended, "a customer left while offered");
        Saw(command is PickContact, "a contact was picked");
        if (command is ReclassifyContact)
        {
            Saw($"a contact was classified anew by {command.By.Kind}");
        }

        Saw(
            reserved && command is StartContact { Wishes: { LastAgent: LastAgentWish.Reserve, Reserved: null } },
            "a contact was reserved for the agent its customer had last");
        Saw(command is ContinueOffering, "leftover offers were made");
        Saw(asked && command is AnswerForBot, "the bot was asked again");
        Saw(command is GiveUpOnBot, "the bot was given up");
        Saw(command is SignOutAgent && command.By.Kind == ActorKind.Supervisor, "a supervisor signed an agent out");
    }

    internal void Saw(bool seen, string what)
    {
        if (seen)
        {
            Saw(what);
        }
    }

    /// <summary>Whoever a chat is given to may let it ring.</summary>
    private void LookAtTransfer(Event happened)
    {
        if (happened is OfferMade { Kind: OfferKind.Transfer } made)
        {
            _transfers.Add(made.Offer);
        }
        else if (happened is OfferClosed closed && _transfers.Remove(closed.Offer))
        {
            Saw(closed.Trigger == OfferTrigger.Miss, "a transfer's target let it ring");
        }
    }

    private static string NameOf(Event happened) => happened switch
    {
        RonaCounted e => OfKind<RonaConsequence>.Of(e, e.Consequence),
        CoolOffEnded e => OfKind<ActorKind>.Of(e, e.By.Kind),
        OfferClosed e => OfKind<OfferTrigger>.Of(e, e.Trigger),
        AvailabilityChanged e => OfKind<AvailabilityTrigger>.Of(e, e.Trigger),
        ChatEnded e => OfKind<ChatTrigger>.Of(e, e.Trigger),
        WrapUpCompleted { Automatic: true } => "wrap-up-completed: by the alarm",
        _ => EventText.NameOf(happened),
    };

    /// <summary>Names of the events that are told apart by something in them: each is spelled once.</summary>
    private static class OfKind<T>
        where T : struct, Enum
    {
        private static readonly ConcurrentDictionary<T, string> Names = new();

        internal static string Of(Event happened, T kind) =>
            Names.GetOrAdd(kind, static (one, happened) => $"{EventText.NameOf(happened)}: {one}", happened);
    }
}
