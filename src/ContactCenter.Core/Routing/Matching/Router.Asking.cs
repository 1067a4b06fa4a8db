using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>What would be offered to whom, one after the other: for people who ask, so it may cost more.</summary>
public sealed partial class Router
{
    /// <summary>
    /// The free agents whom a contact could be offered, in the order in which they would be asked: as
    /// <see cref="Choose"/> takes the first. Of more than are scored for a contact, those are left out.
    /// </summary>
    internal static IEnumerable<QueueMember> AskedFor(WaitingContact contact, DateTimeOffset now)
    {
        var asked = contact.Needs.Asked;
        QueueMember[] free =
        [
            .. contact.Queue.Free.InOrder
                .Where(member => contact.Accepts(member.Agent.Id) && asked.HoldsFor(member))
                .Take(MaxScored),
        ];
        var scores = Scores(contact, free, now);
        return free.Select((member, index) => (Member: member, Order: (
                Wish(contact.Needs.Preferred, contact, member.Agent.Id),
                contact.PassOf(member.Agent.Id),
                scores is null ? 0 : member.Standing.Tier,
                scores?[index] ?? 0)))
            .OrderBy(one => one.Order)
            .Select(one => one.Member);
    }

    /// <summary>
    /// The contacts that could come to an agent next, in the order in which they would as things stand, and their
    /// places in line: the first of each queue, and however far behind that which they could take.
    /// </summary>
    internal static IEnumerable<(QueueMember Member, WaitingContact Contact, int Place)> ComingTo(
        IEnumerable<QueueMember> queues, int each) =>
        queues.SelectMany(member =>
        {
            var first = member.Queue.Offerable.Take(each)
                .Select((contact, index) => (Member: member, Contact: contact, Place: contact.InLine ? index + 1 : 0))
                .ToList();
            if (member.Queue.FirstWaitingFor(member) is { } own && !first.Exists(one => one.Contact == own))
            {
                first.Add((member, own, own.InLine ? member.Queue.CountBefore(own.Place) + 1 : 0));
            }

            return first;
        }).OrderBy(one => OrderOf(one.Member, one.Contact));

    /// <summary>How early an agent is wished for; whoever has passed the contact by no longer is.</summary>
    private static int Wish(ImmutableArray<AgentId> preferred, WaitingContact contact, AgentId agent) =>
        !contact.HasPassed(agent) && preferred.IndexOf(agent) is >= 0 and var wish ? wish : int.MaxValue;

    /// <summary>What the queue's strategy makes of each; null where none scores, or it throws.</summary>
    private static double[]? Scores(WaitingContact contact, QueueMember[] members, DateTimeOffset now)
    {
        if (contact.Queue.Rules.Scores is not { } strategy)
        {
            return null;
        }

        try
        {
            return Array.ConvertAll(members, member => strategy.Score(Seen(contact), Seen(member), now).Value);
        }
#pragma warning disable CA1031 // a host's code: whatever it throws, who asks is answered
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
