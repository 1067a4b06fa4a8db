using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What is asked, by whom, when, and how often.</summary>
internal static partial class PlantedBugs
{
    private static IEnumerable<PlantedBug> Commands =>
    [
        new("a command that comes twice has two effects", "S31", 5)
        {
            Asks = (_, asked) => asked with { Id = default, Print = 0 },
        },
        new("an id that was used for something else is taken for a retry", "S31", 20)
        {
            Asks = (_, asked) => asked with { Print = 0 },
        },
        new("whoever knows the number of an offer may accept it", "S52", 10)
        {
            Asks = (floor, asked) => asked.Command is AcceptOffer accept
                && floor.Offers.GetValueOrDefault(accept.Offer) is { } offer
                ? asked with { Command = accept with { By = Actor.Agent(offer.Agent) } }
                : asked,
        },
        new("anybody ends a chat", "S52", 10)
        {
            Asks = (_, asked) => asked.Command is EndChat end
                ? asked with { Command = end with { By = Actor.Host } }
                : asked,
        },
        new("an answer at the deadline is in time", "S5", 10)
        {
            Asks = (floor, asked) => asked.Command is AcceptOffer accept
                && floor.Offers.GetValueOrDefault(accept.Offer)?.DueAt == asked.At
                ? asked with { At = asked.At.AddTicks(-1) }
                : asked,
        },
        new("a new configuration leaves agents as they were", "S42", 5)
        {
            Remembers = (floor, batch) =>
            {
                foreach (var agent in floor.Agents.Values.Where(_ => batch.Has<FloorConfigured>()))
                {
                    agent.Profile = agent.Profile with { Name = "as they were" };
                }
            },
        },
        new("a chat is ended by whoever has nothing to do with it", "S12", 5)
        {
            Happens = (_, e) => e is ChatEnded { Trigger: ChatTrigger.End } ended
                ? ended with { By = Actor.Agent("somebody-else") }
                : e,
        },
    ];
}
