namespace ContactCenter.Files;

/// <summary>
/// Where attachments are held in quarantine until they are scanned, and kept once they are delivered.
/// </summary>
/// <remarks>
/// <para>
/// A file is in quarantine or delivered or gone; the two places are apart, and nobody but a scanner reads from the
/// first. Content is sealed before it is stored, and a destroyed file can no longer be unsealed.
/// </para>
/// <para>
/// Implementations are safe for any thread, and every method can be repeated after a crash. Two calls that change one
/// file exclude each other, except that a copy still under way is no file yet: whoever destroys ends it first. No
/// message of an exception holds a path, a name or content.
/// </para>
/// </remarks>
public interface IAttachmentStore
{
    /// <summary>Copies a stream into quarantine; only a whole copy is ever seen.</summary>
    /// <param name="file">Its key. When there is such a file in quarantine already, the copy takes its place.</param>
    /// <param name="content">What to copy, from where the stream stands to its end. It stays open.</param>
    /// <param name="limit">How many bytes there may be; 0 or more.</param>
    /// <param name="cancellationToken">Ends the copy, which leaves nothing behind.</param>
    /// <returns>How many bytes there were.</returns>
    /// <exception cref="AttachmentTooLargeException">
    /// More than <paramref name="limit"/> bytes came. No more than one of them was read beyond it; nothing is kept.
    /// </exception>
    /// <exception cref="IOException">The store could not keep it; nothing is kept.</exception>
    ValueTask<long> QuarantineAsync(FileKey file, Stream content, long limit, CancellationToken cancellationToken);

    /// <summary>Opens a file in quarantine, for a scanner.</summary>
    /// <param name="file">Its key.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A stream for reading only, which does not seek: open it again to read again.</returns>
    /// <exception cref="FileNotFoundException">There is none in quarantine.</exception>
    /// <exception cref="AttachmentDamagedException">
    /// It is damaged. Damage further on is thrown by the read that meets it; what was read before is genuine, but
    /// nobody knows that it is whole until the stream has ended.
    /// </exception>
    ValueTask<Stream> OpenQuarantinedAsync(FileKey file, CancellationToken cancellationToken);

    /// <summary>Delivers a file after a clean verdict, and destroys what was in quarantine.</summary>
    /// <remarks>Repeated after a crash at any point, it ends in the same place.</remarks>
    /// <param name="file">Its key.</param>
    /// <param name="cancellationToken">Ends it; the file then is where it was, or delivered.</param>
    /// <exception cref="FileNotFoundException">It is neither in quarantine nor delivered.</exception>
    /// <exception cref="AttachmentDamagedException">It is damaged, and stays in quarantine.</exception>
    ValueTask ReleaseAsync(FileKey file, CancellationToken cancellationToken);

    /// <summary>Opens a delivered file. One in quarantine is not found.</summary>
    /// <param name="file">Its key.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A stream for reading only, which does not seek: open it again to read again.</returns>
    /// <exception cref="FileNotFoundException">No such file is delivered.</exception>
    /// <exception cref="AttachmentDamagedException">As in <see cref="OpenQuarantinedAsync"/>.</exception>
    ValueTask<Stream> OpenAsync(FileKey file, CancellationToken cancellationToken);

    /// <summary>Destroys whatever there is of a file, in quarantine and delivered.</summary>
    /// <remarks>No error when there is nothing. A stream that somebody has open may go on to its end.</remarks>
    /// <param name="file">Its key.</param>
    /// <param name="cancellationToken">Gives up; repeat it.</param>
    ValueTask DestroyAsync(FileKey file, CancellationToken cancellationToken);

    /// <summary>Destroys all files of a chat. No error when there are none.</summary>
    /// <param name="floor">The floor of the chat.</param>
    /// <param name="chat">The chat's number.</param>
    /// <param name="cancellationToken">Gives up; repeat it.</param>
    ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken);

    /// <summary>
    /// What is in quarantine, in no order, so that after a crash the engine can destroy what nobody refers to.
    /// </summary>
    /// <remarks>Also sweeps away what copies left behind that a crash ended.</remarks>
    /// <param name="floor">The floor.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    IAsyncEnumerable<FileKey> QuarantinedAsync(FloorId floor, CancellationToken cancellationToken);
}
