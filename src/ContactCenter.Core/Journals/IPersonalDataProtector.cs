namespace ContactCenter.Journals;

/// <summary>
/// Encrypts what is kept of each contact with a key of its own, so that erasing reaches every copy there is: a backup
/// without the key says nothing.
/// </summary>
/// <remarks>
/// A key a contact and not a customer: what is erased because it is old is of customers of whom other contacts stay.
/// Called from any thread, for every line that is said and read: what it asks a key service it should remember. Where
/// it throws, or takes longer than <see cref="Runtime.FloorLimits.JournalTimeout"/>, nothing is read, or nothing is
/// written and the floor stops. It is called on the thread of whoever writes or reads, so it waits by its task and
/// gives the thread back. One that keeps the thread (<c>Thread.Sleep</c>, <c>.Result</c>) keeps the floor's writer, and
/// all verbs wait; after that time the floor stops: whoever is being written does not know, everybody else is refused
/// as <c>not-running</c>. Whoever reads is kept until it returns, and nobody else is.
/// </remarks>
public interface IPersonalDataProtector
{
    /// <summary>Encrypts; makes the contact's key where there is none yet, durably before it is used.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="chat">The contact's number.</param>
    /// <param name="content">What is to be kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ReadOnlyMemory<byte>> ProtectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Decrypts.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="chat">The contact's number.</param>
    /// <param name="content">What is kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where the key was destroyed: there is nothing to read any more.</returns>
    ValueTask<ReadOnlyMemory<byte>?> UnprotectAsync(
        FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Destroys the key of a contact that is erased. Asked again after a crash: a key that is gone is no
    /// fault.
    /// </summary>
    /// <param name="floor">The floor.</param>
    /// <param name="chat">The contact's number.</param>
    /// <param name="cancellationToken">Gives up; it is asked again.</param>
    ValueTask DestroyKeyAsync(FloorId floor, long chat, CancellationToken cancellationToken);
}
