using ContactCenter.Floors;
using ContactCenter.Testing;

namespace ContactCenter.Tests;

/// <summary>What can be seen of a floor in these tests.</summary>
internal static class AtAGlance
{
    /// <summary>Who waits in a queue, the first in line first.</summary>
    internal static long[] InLine(this Specification floor, string queue) =>
        [.. floor.State.Router.Queues[queue].Waiting.Select(place => place.Number)];

    /// <summary>The agents whom a chat is offered to.</summary>
    internal static IEnumerable<string> OfferedTo(this Specification floor, long chat) =>
        floor.State.Chats[chat].AllOffered.Select(part => part.Agent.Value);

    /// <summary>An agent as supervisors see them.</summary>
    internal static AgentShown Shown(this Specification floor, string agent) =>
        Assert.IsType<AgentShown>(Visibility.Of(floor.State, floor.State.Agents[agent]).Item);

    /// <summary>The first chat as somebody sees it.</summary>
    internal static ChatShown SeenBy(this Specification floor, Actor viewer) =>
        Visibility.For(viewer, floor.State, floor.State.Chats[1]);
}
