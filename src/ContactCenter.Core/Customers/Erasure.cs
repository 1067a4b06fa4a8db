using System.Collections.Immutable;

namespace ContactCenter.Customers;

/// <summary>What is kept of a customer, or what is old, is being destroyed.</summary>
/// <param name="Customer">Of whom; the default value where it is about what is old.</param>
internal sealed record Erasure(long Number, CustomerId Customer, DateTimeOffset Before, Actor By) : Effect(Number)
{
    internal bool IsPurge => Customer == default;

    /// <summary>The contacts that went last, whose files are to go now.</summary>
    internal ImmutableArray<long> Chats { get; init; } = [];

    /// <summary>How many contacts are gone already.</summary>
    internal int Contacts { get; init; }

    /// <summary>How many lines are gone with them.</summary>
    internal int Lines { get; init; }
}
