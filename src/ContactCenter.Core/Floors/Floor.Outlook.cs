using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Answers to agents who ask: why am I offered nothing, and what comes next.</summary>
internal sealed partial class Floor
{
    /// <summary>How many of those that wait in one queue an agent is told of.</summary>
    private const int MaxComing = 10;

    internal AgentOutlook Explain(Agent agent, DateTimeOffset at)
    {
        QueueMember[] queues =
        [
            .. agent.Profile.Served()
                .OrderBy(one => one.Rank).ThenBy(one => one.Queue.Value, StringComparer.Ordinal)
                .Take(MaxExplained)
                .Select(one => Router.Queues[one.Queue].Members[agent.Id]),
        ];
        return new AgentOutlook(
            (AgentShown)Visibility.Of(this, agent).Item,
            NotBefore(at),
            Before(agent),
            [
                .. Enum.GetValues<Channel>().Where(channel => agent.Media.Capacity(channel) > 0)
                    .Select(channel => RoomOf(agent, channel)),
            ],
            [.. queues.Select(member => Outlook(agent, member))],
            [
                .. Router.ComingTo(queues, MaxComing).Take(MaxExplained).Select(one => new ContactOutlook(
                    one.Contact.Number,
                    one.Contact.Queue.Name,
                    one.Place,
                    one.Contact.Since,
                    Between(agent, one.Contact.Queue, one.Contact),
                    one.Contact.HasPassed(agent.Id))),
            ])
        {
            Pace = agent.Profile.Pace,
            Paced = agent.Profile.Pace is null ? null : (agent.Taken?.Count ?? 0) + agent.Offers.Count,
        };
    }

    private QueueOutlook Outlook(Agent agent, QueueMember member)
    {
        var queue = member.Queue;
        return new QueueOutlook(
            queue.Name,
            queue.Channel,
            member.Membership,
            queue.WaitingCount,
            member.IsFree && queue.Rules.Scores is null
                ? queue.Free.InOrder.TakeWhile(other => other != member).Take(MaxExplained).Count()
                : null,
            Between(agent, queue, contact: null));
    }
}
