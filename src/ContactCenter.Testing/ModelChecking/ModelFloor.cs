using ContactCenter.Agents;
using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>A floor to walk through: its policies, and the bounds of what is asked on it.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Configuration">Its policies; the agents are Mina and Noor.</param>
internal sealed record ModelFloor(string Name, FloorConfiguration Configuration)
{
    /// <summary>A second revision, with which the host changes to and fro; null for none.</summary>
    internal FloorConfiguration? Revision { get; init; }

    /// <summary>How many sessions an agent opens at a time.</summary>
    internal int AgentSessions { get; init; }

    /// <summary>How many sessions the customer opens at a time.</summary>
    internal int CustomerSessions { get; init; }

    /// <summary>Whether a supervisor is there.</summary>
    internal bool IsSupervised { get; init; }

    /// <summary>Whether chats may begin with the bot.</summary>
    internal bool HasBot { get; init; }

    /// <summary>Whether agents and supervisors also pause single channels.</summary>
    internal bool PausesChannels { get; init; }

    /// <summary>Whether agents and supervisors also pause the queue.</summary>
    internal bool PausesQueues { get; init; }

    /// <summary>Whether files are sent, one at a time.</summary>
    internal bool SendsFiles { get; init; }

    /// <summary>Whether what is kept of the customer is read, held and erased.</summary>
    internal bool KeepsHistory { get; init; }

    /// <summary>Whether contacts are scheduled, set aside, called back and cancelled.</summary>
    internal bool Schedules { get; init; }

    /// <summary>How many contacts are open at a time, those in wrap-up included.</summary>
    internal int Contacts { get; init; } = 1;

    /// <summary>Whether the process is down at times, until every alarm is overdue.</summary>
    internal bool HasOutages { get; init; }

    /// <summary>Small enough to be walked through whenever the tests are run.</summary>
    internal bool IsSmall { get; init; }

    /// <summary>Commands that nobody asks here: to see that what depends on them is missed.</summary>
    internal IReadOnlySet<Type> NeverAsked { get; init; } = new HashSet<Type>();

    /// <summary>What spoils the floor after each step: to see that it is found; null for nothing.</summary>
    internal Action<Floor>? Spoil { get; init; }

    internal IReadOnlyList<FloorConfiguration> Revisions =>
        Revision is null ? [Configuration] : [Configuration, Revision];

    /// <summary>Whether the two agents differ in nothing but their names.</summary>
    internal bool AgentsAreAlike => Revisions.All(revision =>
        revision.Agents is [var one, var other]
        && one.AutoAvailable == other.AutoAvailable
        && revision.MediaOf(one) == revision.MediaOf(other));

    internal bool IsAutoAvailable(AgentProfile profile) =>
        profile.AutoAvailable || Revisions.Any(revision => revision.Agents.Any(agent => agent.AutoAvailable));
}
