using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// An event with what it is about, as it stood when it happened: a closed chat is gone from the state.
/// </summary>
internal readonly record struct Happening(Event Event, DateTimeOffset At, ChatSession? Chat, Offer? Offer);
