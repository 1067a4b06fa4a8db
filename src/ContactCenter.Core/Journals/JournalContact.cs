namespace ContactCenter.Journals;

/// <summary>What remains of a closed contact, encoded; kept under its customer.</summary>
/// <param name="Chat">The contact's number; later ones have greater numbers.</param>
/// <param name="Customer">Whose it was.</param>
/// <param name="ClosedAt">When it was closed: how long it has been kept counts from here.</param>
/// <param name="Content">The contact; empty where it can be read no more, for its key is destroyed.</param>
public readonly record struct JournalContact(
    long Chat, CustomerId Customer, DateTimeOffset ClosedAt, ReadOnlyMemory<byte> Content)
{
    /// <summary>
    /// Why it cannot be read any more, where it has no content; null where it can. Its customer and its instant are the
    /// default values where they cannot be read either. Whoever opens it is told, whoever erases it is not kept from
    /// it.
    /// </summary>
    public string? Damage { get; init; }
}
