using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Tests;

/// <summary>Who is on the floor in these tests, and what they ask of it.</summary>
internal static class People
{
    internal static Actor Mina { get; } = Actor.Agent("mina");

    internal static Actor Noor { get; } = Actor.Agent("noor");

    internal static Actor Ana { get; } = Actor.Customer("ana");

    internal static Actor Bob { get; } = Actor.Customer("bob");

    internal static Actor Boss { get; } = Actor.Supervisor("boss");

    internal static SignInAgent SignIn(string agent) => new(Actor.Agent(agent), agent);

    internal static SignOutAgent SignOut(string agent) => new(Actor.Agent(agent), agent);

    internal static MakeAvailable GoAvailable(string agent) => new(Actor.Agent(agent), agent);

    internal static MakeIdle GoIdle(string agent, string? code = null) => new(Actor.Agent(agent), agent, code);

    internal static AcceptOffer Accept(string agent, long offer) => new(Actor.Agent(agent), offer);

    internal static DeclineOffer Decline(string agent, long offer) => new(Actor.Agent(agent), offer);

    internal static FailOffer Fail(long offer) => new(Actor.Host, offer);

    internal static EndChat End(Actor by, long chat) => new(by, chat);

    internal static CompleteWrapUp WrapUp(string agent, long chat, params string[] reasons) =>
        new(Actor.Agent(agent), chat, reasons);

    internal static HoldWrapUp HoldWrapUp(string agent, long chat) => new(Actor.Agent(agent), chat);

    /// <summary>The event that such a move of an agent leaves; by the agent unless said otherwise.</summary>
    internal static AvailabilityChanged Changed(
        string agent, AvailabilityTrigger trigger, string? code = null, Actor? by = null, string? reason = null) =>
        new(agent, trigger, code, by ?? Actor.Agent(agent), reason);

    /// <summary>The event that a missed offer leaves of its agent.</summary>
    internal static AvailabilityChanged Missed(string agent) =>
        Changed(agent, AvailabilityTrigger.Miss, by: Actor.System);

    /// <summary>The event that an offer of the longest available agent leaves.</summary>
    internal static OfferMade Offered(long offer, long chat, string agent, DateTimeOffset dueAt) =>
        new(offer, chat, agent, dueAt, RoutingStrategies.LongestAvailable);
}
