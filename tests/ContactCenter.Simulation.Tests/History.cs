using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

/// <summary>A log as no floor might write it, from noon on.</summary>
internal sealed class History
{
    private readonly JournalChecker _checker = new();
    private DateTimeOffset _at = Noon;
    private long _sequence;

    internal static DateTimeOffset Noon { get; } = ManualTimeProvider.DefaultStart;

    internal IReadOnlyList<Violation> Violations => _checker.Violations;

    /// <summary>The chats that the last batch has touched.</summary>
    internal IEnumerable<long> TouchedChats => _checker.Touched.Chats;

    internal static History Of(FloorConfiguration configuration) =>
        new History().Next(new FloorConfigured(configuration, "first"));

    /// <summary>Mina is offered Ana's chat at noon.</summary>
    internal static History Offered(FloorConfiguration configuration) => Of(configuration)
        .Next(Came("mina"))
        .Next([.. Started(1), new NoticeShown(1, 1, Notices.WaitingForAgent, "chat"), Made(1, chat: 1, "mina")]);

    internal static Event[] Started(long chat, string customer = "ana") =>
        [new ChatStarted(chat, customer, "chat", Channel.Chat), new ChatQueued(chat)];

    internal static Event[] Came(string agent) =>
        [Went(agent, AvailabilityTrigger.SignIn), Went(agent, AvailabilityTrigger.GoAvailable)];

    internal static AvailabilityChanged Went(string agent, AvailabilityTrigger trigger) =>
        new(agent, trigger, null, Actor.Agent(agent), null);

    /// <summary>An offer that is made so many seconds after noon, and runs out half a minute later.</summary>
    internal static OfferMade Made(long offer, long chat, string agent, int from = 0) =>
        new(offer, chat, agent, Noon.AddSeconds(from + 30), RoutingStrategies.LongestAvailable);

    internal History Next(params Event[] events) => Next(default(CommandId), events);

    internal History Next(CommandId id, params Event[] events)
    {
        _checker.Fold(new Batch(++_sequence, _at, id, 0, default, events, []));
        return this;
    }

    /// <summary>These batches, one after the other; and the rules that are broken by then.</summary>
    internal IEnumerable<string> Broken(IEnumerable<Event[]> batches) =>
        batches.Aggregate(this, (history, events) => history.Next(events)).Violations.Select(one => one.Invariant);

    internal History After(int seconds)
    {
        _at = Noon.AddSeconds(seconds);
        return this;
    }

    internal History Skip()
    {
        _sequence++;
        return this;
    }
}
