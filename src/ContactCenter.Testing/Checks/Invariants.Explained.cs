using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>That people who ask why are told what the router does.</summary>
internal static partial class Invariants
{
    /// <summary>How many contacts that stand alike are asked about, and how many agents.</summary>
    private const int MaxAsked = 3;

    private static readonly HashSet<string> OfAgents =
        ["signed-out", "idle", "rona", "cool-off", "pace", "paused", "wrap-up", "called-away", "no-room", "held"];

    private static readonly HashSet<string> OfContacts =
        ["hands-it-over", "declined", "excluded", "reserved", "delay", "requirement"];

    /// <summary>
    /// S11: whatever keeps a contact from an agent is told, and nothing that does not; so nobody waits of whom nothing
    /// is told, unless something is left over.
    /// </summary>
    internal static IEnumerable<Violation> Explained(Floor floor)
    {
        var alike = floor.Chats.Values.GroupBy(chat => (chat.State, chat.WaitsIn))
            .SelectMany(one => one.Take(MaxAsked));
        foreach (var chat in alike)
        {
            var record = floor.Explain(chat.Number, floor.LastAt);
            var place = floor.Router.Find(chat.Number);
            var isHindered = place is not { Queue.Rules.IsMatched: true, StandsAt: not null };
            if (record is null != (place is null && !chat.IsWithNobody)
                || record is not null && record.Obstacles.IsEmpty == isHindered)
            {
                yield return new("S11", $"of chat {chat.Number}, {chat.State}, is told {Told(record?.Obstacles)}");
            }

            foreach (var one in place is null || record is null ? [] : record.Candidates)
            {
                if (Misled(floor, place!, one) || (!floor.Leftover && !isHindered && one.Obstacles.IsEmpty))
                {
                    yield return new("S11", $"of {one.Agent} and chat {chat.Number} is told {Told(one.Obstacles)}");
                }
            }
        }

        foreach (var agent in floor.Agents.Values.Take(MaxAsked))
        {
            var outlook = floor.Explain(agent, floor.LastAt);
            if (!floor.Leftover && outlook.Contacts.Any(contact => contact.Obstacles.IsEmpty))
            {
                yield return new("S11", $"nothing keeps {agent.Id} from a contact, and they have no offer of it");
            }
        }
    }

    /// <summary>
    /// S11: who is offered a contact is the first candidate of whom nothing is told the instant before. Who is called
    /// away to it is so by then. In a queue that so many serve that not all are told of, they may be left out.
    /// </summary>
    internal static IEnumerable<Violation> Foretold(Floor floor, OfferMade offer, DateTimeOffset at)
    {
        var record = floor.Explain(offer.Chat, at);
        var isCalledAway = floor.Agents[offer.Agent].Interrupter == offer.Offer;
        var told = record?.Candidates.FirstOrDefault(one => one.Agent == offer.Agent)?.Obstacles;
        var first = record?.Candidates.FirstOrDefault(one => one.Obstacles.IsEmpty)?.Agent;
        var isLeftOut = told is null && record?.Candidates.Count < record?.Serving;
        if (record is not { Obstacles.IsEmpty: true }
            || (!isLeftOut && (isCalledAway ? told is not [{ Code: "called-away" }] : first != offer.Agent)))
        {
            yield return new("S11", $"{offer.Agent} is offered chat {offer.Chat} and not {first}, of whom is told "
                + $"{Told(told)}, of the chat {Told(record?.Obstacles)}");
        }
    }

    private static bool Misled(Floor floor, WaitingContact place, Candidate told)
    {
        var codes = told.Obstacles.Select(one => one.Code).ToHashSet();
        var member = place.Queue.Members[told.Agent];
        var suits = place.Accepts(told.Agent) && place.Needs.Asked.HoldsFor(member);
        return codes.Contains("has-its-offer")
            ? codes.Count > 1 || !floor.Chats[place.Number].AllOffered.Any(part => part.Agent == told.Agent)
            : codes.Overlaps(OfAgents) == member.IsFree
                || codes.Overlaps(OfContacts) == suits
                || codes.Contains("manual-queue") != place.Queue.Rules.IsManual
                || codes.Contains("outside-hours") != place.Queue.Rules.IsClosed;
    }

    private static string Told(IEnumerable<Obstacle>? obstacles) =>
        $"[{string.Join(", ", obstacles?.Select(one => one.Code) ?? ["nothing at all"])}]";
}
