using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// An event with what it is about, as it stood when it happened: a closed chat is gone from the state.
/// </summary>
/// <param name="Before">Whose supervisors the chat concerned before; null for all of them.</param>
/// <param name="WasSeen">A supervisor who comes or goes was, or is, seen by everybody.</param>
internal readonly record struct Happening(
    Event Event, DateTimeOffset At, ChatSession? Chat, Offer? Offer, AgentId? Before = null, bool WasSeen = false);
