using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Draws agents: what they serve, how, and what they can do.</summary>
internal sealed partial class Revisions
{
    /// <summary>As many agents as the floor has desks; whoever is new gets a profile.</summary>
    private FloorConfiguration Staffed(FloorConfiguration floor)
    {
        var known = floor.Agents.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        var desks = Enumerable.Range(1, swarm.AgentCount).Select(desk => string.Create(Invariant, $"agent-{desk}"));
        return floor with { Agents = [.. desks.Select(id => known.GetValueOrDefault(id) ?? NewAgent(id, floor))] };
    }

    private AgentProfile Changed(AgentProfile agent, FloorConfiguration floor) =>
        draw.Percent(40) ? NewAgent(agent.Id, floor) : agent;

    private AgentProfile NewAgent(string id, FloorConfiguration floor)
    {
        string[] served = [.. floor.Queues.Select(queue => queue.Name).Where(_ => draw.Percent(swarm.ServedPercent))];
        return NewAgent(id, served);
    }

    private AgentProfile NewAgent(string id, string[] served) => new()
    {
        Id = id,
        Team = draw.Of<string?>([null, .. Teams]),
        Queues = [.. served],
        Memberships = draw.Percent(70)
            ? []
            : [.. served.Take(1).Select(queue => new MembershipProfile
            {
                Queue = queue,
                Tier = draw.Between(1, 2),
                Delay = TimeSpan.FromSeconds(draw.Of(0, 10, 40)),
            })],
        Attributes = draw.Percent(50)
            ? []
            : [new AttributeText("french", draw.Of("1", "2", "3"))],
        Media = draw.Percent(90) ? NewMedia() : null,
        IdleCodes = draw.Percent(70) ? [] : [draw.From(Codes)],
        TransferQueues = draw.Percent(80) ? Reach.All : new Reach(draw.Of(ReachKind.None, ReachKind.Listed), []),
        TransferTeams = draw.Percent(80) ? Reach.All : new Reach(ReachKind.Listed, [draw.From(Teams)]),
        AutoWrapUp = draw.Percent(20) ? TimeSpan.FromSeconds(draw.Of(0, 7, 20)) : null,
        AutoAvailable = draw.Percent(30),
        AutoAccept = draw.Percent(10),
        InactivityLimit = draw.Percent(10) ? TimeSpan.FromMinutes(draw.Between(3, 60)) : null,
        Pace = draw.Percent(15)
            ? new AgentPace { Contacts = draw.Between(1, 6), Within = TimeSpan.FromMinutes(draw.Between(1, 10)) }
            : null,
    };
}
