using ContactCenter.Redaction;

namespace ContactCenter.Customers;

/// <summary>Somebody is about to be shown something of a customer: it is noted first.</summary>
/// <param name="Chat">The contact; 0 where it is about the customer as a whole.</param>
/// <param name="Customer">Whose it is, where the contact is closed or there is none.</param>
internal sealed record NoteRead(Actor By, AuditAction Action, long Chat, CustomerId Customer) : Command(By);

/// <summary>Somebody is about to be told what a token stands for: it is noted first.</summary>
/// <param name="Chat">The contact in which it was said.</param>
/// <param name="Customer">Whose it is, where the contact is closed.</param>
/// <param name="Note">The token, and what for.</param>
internal sealed record NoteReveal(Actor By, long Chat, CustomerId Customer, RedactedText Note) : Command(By);

/// <summary>Redaction has something for the audit trail: what was blocked, or what it lets through.</summary>
/// <param name="Who">Whose doing it was.</param>
/// <param name="Action">What they did.</param>
/// <param name="Chat">In which contact; 0 for none.</param>
/// <param name="Codes">Kinds and rules by their codes; nothing of what anybody said.</param>
internal sealed record NoteRedaction(Actor Who, AuditAction Action, long Chat, RedactedText Codes)
    : Command(Actor.System);

/// <summary>Puts a customer under legal hold, or ends it.</summary>
internal sealed record SetHold(Actor By, CustomerId Customer, bool Holds, RedactedText Note) : Command(By);

/// <summary>Asks that what is kept of a customer be destroyed.</summary>
internal sealed record EraseCustomer(Actor By, CustomerId Customer, RedactedText Note) : Command(By);

/// <summary>What the alarm asks: what has been kept long enough is destroyed.</summary>
internal sealed record PurgeHistory() : Command(Actor.System);

/// <summary>
/// The files of the contacts before are gone. Now what is kept of these is destroyed; their files come after it.
/// </summary>
/// <param name="Effect">The erasure.</param>
/// <param name="Contacts">Closed ones, <see cref="MaxChats"/> at most.</param>
/// <param name="Lines">How many lines they had.</param>
/// <param name="IsLast">There are no more: none here either.</param>
internal sealed record EraseContacts(long Effect, IReadOnlyList<ErasedContact> Contacts, int Lines, bool IsLast)
    : Command(Actor.System)
{
    /// <summary>How many go in one batch.</summary>
    internal const int MaxChats = 256;
}

/// <summary>A closed contact of which nothing shall remain.</summary>
/// <param name="Customer">Whose it was; the default value where that cannot be read.</param>
/// <param name="IsDamaged">What remained of it could not be read.</param>
internal readonly record struct ErasedContact(long Chat, CustomerId Customer, bool IsDamaged = false);
