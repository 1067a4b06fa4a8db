namespace ContactCenter.Chats;

/// <summary>How a contact can have turned out: what an agent chooses from when wrapping up; its disposition.</summary>
/// <param name="Code">What programs and reports use: letters, digits, dashes.</param>
/// <param name="Name">What people read.</param>
/// <param name="IsDefault">
/// Submitted when the time for wrap-up is over; the first reason, where none is flagged.
/// </param>
/// <remarks>Immutable, safe for any thread. Source: chat specification R141, R142.</remarks>
public sealed record WrapUpReason(string Code, string Name, bool IsDefault = false);
