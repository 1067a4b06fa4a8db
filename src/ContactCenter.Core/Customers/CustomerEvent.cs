using System.Collections.Immutable;

namespace ContactCenter.Customers;

/// <summary>Something that has happened to what is kept of customers.</summary>
internal abstract record CustomerEvent : Event;

/// <summary>An entry of the audit trail; its words are beside the log.</summary>
internal sealed record AuditNoted(long Number, Actor By, AuditAction Action, long Chat, CustomerId Customer)
    : CustomerEvent;

/// <summary>A customer is under legal hold, or no longer.</summary>
internal sealed record HoldSet(CustomerId Customer, bool Holds) : CustomerEvent;

/// <summary>What is kept is to be destroyed: a pending effect, which the shell carries out after commit.</summary>
/// <param name="Customer">Of whom; the default value where it is about what is old.</param>
/// <param name="Before">Only what was closed before.</param>
internal sealed record ErasureBegan(long Effect, CustomerId Customer, DateTimeOffset Before, Actor By) : CustomerEvent
{
    internal override bool ActsOutside => true;
}

/// <summary>What is kept of conversations is read once more: a pending effect, as an erasure is.</summary>
/// <param name="From">What was said before is left as it is.</param>
/// <param name="UpTo">The last contact there is.</param>
internal sealed record RescanBegan(long Effect, DateTimeOffset From, long UpTo, Actor By) : CustomerEvent
{
    internal override bool ActsOutside => true;
}

/// <summary>Some of it was read; what reads otherwise is in this append. With the last contact it is over.</summary>
/// <param name="Chat">Everything up to this contact is done.</param>
internal sealed record LinesRescanned(long Effect, long Chat, int Lines, int Masked, int Unread) : CustomerEvent;

/// <summary>
/// What a customer or an attachment is called reads otherwise from now on. The digest of what takes its place is among
/// those of its record, as that of the old one was.
/// </summary>
/// <param name="File">The attachment's number; 0 where it is the customer.</param>
internal sealed record CardRedacted(long Chat, long File) : CustomerEvent;

/// <summary>An attachment was looked at once more, and so were all before it.</summary>
/// <param name="Chat">Its contact.</param>
/// <param name="Sequence">Its line.</param>
internal sealed record FileRescanned(long Effect, long Chat, int Sequence, FileFinding Finding) : CustomerEvent;

/// <summary>What was kept of these contacts is destroyed, in this very append.</summary>
internal sealed record ContactsErased(long Effect, ImmutableArray<long> Chats, int Lines, bool IsLast)
    : CustomerEvent;
