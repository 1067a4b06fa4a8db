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

/// <summary>What was kept of these contacts is destroyed, in this very append.</summary>
internal sealed record ContactsErased(long Effect, ImmutableArray<long> Chats, int Lines, bool IsLast)
    : CustomerEvent;
