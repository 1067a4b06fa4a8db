using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Who may ask what, told a second time: an oracle for commands that come from the wrong people.</summary>
internal static class Authority
{
    /// <summary>
    /// Whether a command, if it is accepted as the floor stands, comes from somebody who may ask for it.
    /// </summary>
    internal static bool Permits(Command command, Floor floor) => command switch
    {
        SignInAgent c => Is(c.By, ActorKind.Agent, c.Agent.Value),
        AgentCommand c => c.By.Kind == ActorKind.Supervisor || Is(c.By, ActorKind.Agent, c.Agent.Value),
        AcceptOffer c => IsOffered(c.By, floor, c.Offer),
        DeclineOffer c => IsOffered(c.By, floor, c.Offer),
        FailOffer or Configure => command.By.Kind == ActorKind.Host,
        StartContact c => c.By.Kind == ActorKind.Host || Is(c.By, ActorKind.Customer, c.Customer.Value),
        PostMessage c => IsCustomer(c.By, floor, c.Chat) || Holds(c.By, floor, c.Chat),
        AskForAgent c => c.By.Kind == ActorKind.Host || IsCustomer(c.By, floor, c.Chat),
        EndChat c => c.By.Kind == ActorKind.Host || IsCustomer(c.By, floor, c.Chat) || Holds(c.By, floor, c.Chat),
        CompleteWrapUp c => Holds(c.By, floor, c.Chat),
        HoldWrapUp c => Holds(c.By, floor, c.Chat),

        // The engine's own, which nobody outside can make.
        _ => command.By.Kind is ActorKind.System or ActorKind.Bot,
    };

    private static bool IsOffered(Actor by, Floor floor, long offer) =>
        floor.Offers.TryGetValue(offer, out var open) && Is(by, ActorKind.Agent, open.Agent.Value);

    private static bool IsCustomer(Actor by, Floor floor, long chat) =>
        floor.Chats.TryGetValue(chat, out var open) && Is(by, ActorKind.Customer, open.Customer.Value);

    private static bool Holds(Actor by, Floor floor, long chat) =>
        floor.Agents.Values.Any(agent => Is(by, ActorKind.Agent, agent.Id.Value) && agent.Contacts.Contains(chat));

    private static bool Is(Actor by, ActorKind kind, string id) => by.Kind == kind && by.Id == id;
}
