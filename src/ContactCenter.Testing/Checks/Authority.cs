using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

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
        ReportActivity c => Is(c.By, ActorKind.Agent, c.Agent.Value),
        SignOutInactive or EndCoolOff or EasePace => command.By.Kind == ActorKind.System,
        AgentCommand c => c.By.Kind == ActorKind.Supervisor || Is(c.By, ActorKind.Agent, c.Agent.Value),
        AcceptOffer c => IsOffered(c.By, floor, c.Offer),
        PickContact c => Serves(c.By, floor, c.Chat),
        DeclineOffer c => IsOffered(c.By, floor, c.Offer),
        PresentOffer c => c.By.Kind is ActorKind.Host or ActorKind.System || IsOffered(c.By, floor, c.Offer),
        OpenSession => command.By.Kind is ActorKind.Agent or ActorKind.Customer,
        LoseSession c => floor.Presences.TryGetValue(c.By, out var presence) && presence.Sessions.Contains(c.Session),
        FailOffer or Configure or EditConfiguration => command.By.Kind == ActorKind.Host,
        StartContact c => c.By.Kind == ActorKind.Host || Is(c.By, ActorKind.Customer, c.Customer.Value),
        PostMessage c => IsCustomer(c.By, floor, c.Chat) || IsIn(c.By, floor, c.Chat) || HasJoined(c.By, floor, c.Chat),
        MarkLines c => IsCustomer(c.By, floor, c.Chat) || IsIn(c.By, floor, c.Chat),
        WriteNote c => IsIn(c.By, floor, c.Chat) || Holds(c.By, floor, c.Chat),
        SendFiles c => IsCustomer(c.By, floor, c.Chat) || IsIn(c.By, floor, c.Chat),
        AskForAgent c => c.By.Kind == ActorKind.Host || IsCustomer(c.By, floor, c.Chat),
        EndChat c => c.By.Kind == ActorKind.Host || IsCustomer(c.By, floor, c.Chat) || Owns(c.By, floor, c.Chat),
        TransferChat c => c.By.Kind == ActorKind.Supervisor || Owns(c.By, floor, c.Chat),
        ReturnChat c => Owns(c.By, floor, c.Chat),
        WithdrawTransfer c => Owns(c.By, floor, c.Chat),
        InviteAgent c => Owns(c.By, floor, c.Chat),
        WithdrawInvitation c => Owns(c.By, floor, c.Chat),
        EndConference c => Owns(c.By, floor, c.Chat),
        ExitConference c => IsIn(c.By, floor, c.Chat),
        MoveObserver or Whisper or CompleteContact => command.By.Kind == ActorKind.Supervisor,
        NoteRead c => c.By.Kind is ActorKind.Agent or ActorKind.Supervisor,
        SetHold or EraseCustomer or RescanTranscripts or ReclassifyContact or ClassifyContact or SuspendContact
            or ActivateContact or CancelContact => command.By.Kind is ActorKind.Host or ActorKind.Supervisor,
        AskForCallback c =>
            c.By.Kind is ActorKind.Host or ActorKind.Supervisor || IsCustomer(c.By, floor, c.Chat),
        CompleteWrapUp c => Holds(c.By, floor, c.Chat),
        HoldWrapUp c => Holds(c.By, floor, c.Chat),

        // The engine's own, which nobody outside can make.
        _ => command.By.Kind is ActorKind.System or ActorKind.Bot,
    };

    private static bool IsOffered(Actor by, Floor floor, long offer) =>
        floor.Offers.TryGetValue(offer, out var open) && Is(by, ActorKind.Agent, open.Agent.Value);

    private static bool Serves(Actor by, Floor floor, long chat) =>
        floor.Chats.TryGetValue(chat, out var open)
        && AgentOf(by, floor) is { } agent && agent.Profile.Queues.Contains(open.WaitsIn.Value);

    private static bool IsCustomer(Actor by, Floor floor, long chat) =>
        floor.Chats.TryGetValue(chat, out var open) && Is(by, ActorKind.Customer, open.Customer.Value);

    private static bool Holds(Actor by, Floor floor, long chat) =>
        AgentOf(by, floor) is { } agent && agent.Contacts.Contains(chat);

    private static Agent? AgentOf(Actor by, Floor floor) =>
        by.Kind == ActorKind.Agent ? floor.Agents.GetValueOrDefault(by.Id) : null;

    private static bool IsIn(Actor by, Floor floor, long chat) =>
        floor.Chats.TryGetValue(chat, out var open)
        && open.Parts.Exists(part => part.IsIn && Is(by, ActorKind.Agent, part.Agent.Value));

    private static bool Owns(Actor by, Floor floor, long chat) =>
        floor.Chats.TryGetValue(chat, out var open)
        && open.Owner is { } owner && Is(by, ActorKind.Agent, owner.Agent.Value);

    private static bool HasJoined(Actor by, Floor floor, long chat) =>
        by.Kind == ActorKind.Supervisor
        && floor.Chats.TryGetValue(chat, out var open) && open.StateOf(by.Id) == ObserverState.BargedIn;

    private static bool Is(Actor by, ActorKind kind, string id) => by.Kind == kind && by.Id == id;
}
