using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Simulation;

/// <summary>
/// After most steps a simulation looks only at what the step has touched. Harm to that is seen in the very step.
/// </summary>
public sealed class TouchedTests
{
    private const int Seeds = 40;
    private const int Steps = 1_500;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Each harms what an event is about, where there is such an event; true where it has.</summary>
    private static readonly Dictionary<string, Func<Floor, Event, bool>> Harms = new()
    {
        ["S1"] = (floor, e) => Done(Accepted(floor, e), chat => floor.Agents[chat.Owner!.Agent].Contacts.Clear()),
        ["S2"] = (floor, e) => Done(e is OfferMade made ? floor.Agents[made.Agent] : null, agent =>
            agent.Load = default),
        ["S3"] = (floor, e) => Done(e is OfferMade made ? floor.Agents[made.Agent] : null, agent =>
            agent.Offers.Clear()),
        ["S6"] = (floor, e) => Done(e is OfferMade made ? floor.Agents[made.Agent] : null, agent =>
            agent.Availability = Availability.Rona),
        ["S8"] = (floor, e) => Done(Waiting(floor, e), chat => chat.QueuedAt -= Minute),
        ["S10"] = (floor, e) => Done(e is AvailabilityChanged moved ? floor.Agents[moved.Agent] : null, agent =>
            agent.LongestSince -= Minute),
        ["S12"] = (floor, e) => Done(Waiting(floor, e), chat => chat.State = ChatState.Active),
        ["S13"] = (floor, e) => Done(Waiting(floor, e), chat => floor.Router.Forget(chat.Number)),
        ["S22"] = (floor, e) => Done(Accepted(floor, e), chat => chat.Owner!.WrapUpDueAt = floor.LastAt + Minute),
        ["S24"] = (floor, e) => Done(e is MessagePosted said ? floor.Chats[said.Chat] : null, chat =>
            chat.LastLine--),
        ["S36"] = (floor, e) => Done(e is AvailabilityChanged moved ? floor.Agents[moved.Agent] : null, agent =>
            agent.Availability = Availability.SignedOut),
        ["S41"] = (floor, e) => Done(Waiting(floor, e), chat => chat.WidenAt = floor.LastAt + TimeSpan.FromTicks(1)),
        ["S43"] = (floor, e) => Done(e is AvailabilityChanged moved ? floor.Agents[moved.Agent] : null, agent =>
            agent.Since = floor.LastAt.AddTicks(1)),
        ["S54"] = (floor, e) => Done(e is ChatQueued queued ? floor.Chats.GetValueOrDefault(queued.Chat) : null, chat =>
            floor.Chats.Lose(chat.Number)),
    };

    public static TheoryData<string> Invariants => [.. Harms.Keys];

    [Theory]
    [MemberData(nameof(Invariants))]
    public void Harm_to_what_a_step_has_touched_is_seen_in_that_step(string invariant)
    {
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var (steps, harmedIn) = (0, 0);
            var run = new SimulationRun(seed)
            {
                Sabotage = (floor, batch) =>
                {
                    // All of the floor is looked at now and then: not now.
                    var isQuiet = ++steps % SimulationRun.StepsBetweenWholes == 0 || harmedIn != 0;
                    harmedIn = !isQuiet && (batch?.Events.Any(e => Harms[invariant](floor, e)) ?? false)
                        ? steps
                        : harmedIn;
                },
            };
            if (Record.Exception(() => run.Run(Steps)) is { } thrown)
            {
                var failed = Assert.IsType<SimulationFailedException>(thrown);
                Assert.Equal(harmedIn, failed.Step);
                Assert.Contains($"{invariant}: ", failed.Message, StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail($"Nothing was harmed in {Seeds} seeds.");
    }

    /// <summary>Another who is still in it may wait for them.</summary>
    [Fact]
    public void Who_is_lost_while_they_wrap_a_chat_up_has_touched_it()
    {
        var wrapping = History.Offered(Configuration([Queue("chat")], Agent("mina"), Agent("noor")))
            .Next(new OfferClosed(1, OfferTrigger.Accept))
            .Next(new ChatEnded(1, ChatTrigger.End, Actor.Agent("mina")), new WrapUpStarted(1, 1, "mina", null));

        Assert.Equal([1], wrapping.Next(new PresenceLost(Actor.Agent("mina"), History.Noon + Minute)).TouchedChats);
        Assert.Empty(wrapping.Next(new PresenceLost(Actor.Agent("noor"), History.Noon + Minute)).TouchedChats);
    }

    private static bool Done<T>(T? what, Action<T> harm)
    {
        if (what is null)
        {
            return false;
        }

        harm(what);
        return true;
    }

    private static ChatSession? Waiting(Floor floor, Event happened) =>
        happened is ChatQueued e && floor.Chats[e.Chat] is { State: ChatState.Queued } chat ? chat : null;

    private static ChatSession? Accepted(Floor floor, Event happened) =>
        happened is OfferClosed { Trigger: OfferTrigger.Accept } e
            ? floor.Chats.Values.FirstOrDefault(chat => chat.Owner?.Offer == e.Offer)
            : null;
}
