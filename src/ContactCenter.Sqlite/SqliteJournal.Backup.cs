using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>Copies that are made while the floors run, and what is done with them when the file is lost.</summary>
public sealed partial class SqliteJournal
{
    private readonly SemaphoreSlim _copying = new(1);

    /// <summary>Copies the journal as it stands to another file, while floors go on writing.</summary>
    /// <param name="file">The path of the copy; a file that is there already is replaced once the copy is
    /// whole.</param>
    /// <param name="cancellationToken">Gives up waiting; the copy is made all the same.</param>
    /// <exception cref="ArgumentException">It is the journal's own file.</exception>
    /// <exception cref="SqliteJournalException">The copy cannot be written, or would take the place of a journal that
    /// somebody has open.</exception>
    /// <exception cref="JournalFormatException">The journal is damaged; an earlier copy stays.</exception>
    /// <remarks>
    /// The copy is one file and stands alone, and is held against itself as by <see cref="JournalCheck"/> before it
    /// replaces anything; where the host has contacts encrypted, by what decrypts them. It holds what was there when it
    /// was made: what is erased afterwards is gone from it only where it was encrypted with a key of its own, and that
    /// key is destroyed. Copies are made one at a time. A copy that is not whole yet is named <c>.part</c>, and noted
    /// beside the journal: what a process that was killed has left of it is removed when the journal is next opened.
    /// </remarks>
    public Task BackupAsync(string file, CancellationToken cancellationToken = default) =>
        BackupAsync(file, Protector(), cancellationToken);

    /// <summary>Copies a journal that was opened without a host, and whose contacts are encrypted.</summary>
    /// <param name="file">The path of the copy.</param>
    /// <param name="protector">What decrypts; null where nothing is encrypted.</param>
    /// <param name="cancellationToken">Gives up waiting; the copy is made all the same.</param>
    /// <exception cref="ArgumentException">It is the journal's own file.</exception>
    /// <exception cref="SqliteJournalException">The copy cannot be written, or would take the place of a journal that
    /// somebody has open.</exception>
    /// <exception cref="JournalFormatException">The journal is damaged; an earlier copy stays.</exception>
    public Task BackupAsync(
        string file, IPersonalDataProtector? protector, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var copy = Copies.PathOf(file);
        if (Copies.AreOne(copy, Copies.PathOf(_file)))
        {
            throw new ArgumentException("The copy would take the place of the journal itself.", nameof(file));
        }

        return Task.Run(() => CopyAsync(copy, protector), cancellationToken).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Gives the room of what was erased back to the disk, by writing the whole file anew. Floors wait meanwhile, and
    /// stop where that takes longer than their <see cref="Runtime.FloorLimits.JournalTimeout"/>: for a quiet hour, as
    /// often as room matters.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting; it is done all the same.</param>
    /// <exception cref="SqliteJournalException">There is no room for a second file, or somebody reads too
    /// long.</exception>
    public Task CompactAsync(CancellationToken cancellationToken = default) => Task.Run(
        () => _writer.Alone(connection =>
        {
            connection.Run($"{Sql.Begin}; {Sql.DropErased}");
            Places.GiveAnew(connection);
            connection[Sql.Commit].Run();
            connection.Run(Sql.WriteAnew);
            connection.Number(Sql.EmptyWriteAheadLog);
        }),
        cancellationToken).WaitAsync(cancellationToken);

    /// <summary>Puts a copy in the place of a journal that nobody has open. The copy stays as it is.</summary>
    /// <param name="backup">The copy, as a backup made it.</param>
    /// <param name="file">The path of the journal.</param>
    /// <param name="cancellationToken">Gives up, before the journal is replaced.</param>
    /// <exception cref="ArgumentException">They are one file.</exception>
    /// <exception cref="FileNotFoundException">There is no such copy.</exception>
    /// <exception cref="SqliteSchemaException">The copy is newer than this package, or no journal.</exception>
    /// <exception cref="SqliteJournalException">Somebody has the journal open.</exception>
    /// <exception cref="JournalFormatException">The copy is damaged.</exception>
    /// <remarks>
    /// Whatever it throws, the journal is as it was. A floor that starts on the copy begins an epoch above all there
    /// were, also of what came after the copy was made: whoever holds a position from before is given a snapshot. Its
    /// contacts are numbered from a million above the highest number in the copy and in the journal that it replaces:
    /// nobody is given the number, and the key, of a contact that began after the copy was made.
    /// Copies in which contacts are encrypted are only found true with what decrypts them.
    /// </remarks>
    public static Task RestoreAsync(string backup, string file, CancellationToken cancellationToken = default) =>
        RestoreAsync(backup, file, protector: null, cancellationToken);

    /// <summary>Puts a copy in which contacts are encrypted in the place of a journal that nobody has open.</summary>
    /// <param name="backup">The copy.</param>
    /// <param name="file">The path of the journal.</param>
    /// <param name="protector">What decrypts; null where nothing is encrypted.</param>
    /// <param name="cancellationToken">Gives up, before the journal is replaced.</param>
    /// <exception cref="ArgumentException">They are one file.</exception>
    /// <exception cref="FileNotFoundException">There is no such copy.</exception>
    /// <exception cref="SqliteSchemaException">The copy is newer than this package, or no journal.</exception>
    /// <exception cref="SqliteJournalException">Somebody has the journal open.</exception>
    /// <exception cref="JournalFormatException">The copy is damaged.</exception>
    public static Task RestoreAsync(
        string backup, string file, IPersonalDataProtector? protector, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(backup);
        ArgumentException.ThrowIfNullOrEmpty(file);
        var (copy, whole) = (Copies.PathOf(backup), Copies.PathOf(file));
        if (Copies.AreOne(copy, whole))
        {
            throw new ArgumentException("The copy is the journal itself.", nameof(backup));
        }

        if (!File.Exists(copy))
        {
            throw new FileNotFoundException("There is no such copy.", backup);
        }

        return Task.Run(() => Copies.PutInPlaceAsync(copy, whole, protector, cancellationToken), cancellationToken);
    }

    private async Task CopyAsync(string file, IPersonalDataProtector? protector)
    {
        await _copying.WaitAsync().ConfigureAwait(false);
        var (journal, part) = (Copies.PathOf(_file), file + Copies.Unfinished);
        try
        {
            CopyUnderWay.RemoveLeft(journal);
            using var noted = CopyUnderWay.Begin(journal, part);
            await CopyAsync(file, part, protector).ConfigureAwait(false);
        }
        finally
        {
            _copying.Release();
        }
    }

    private async Task CopyAsync(string file, string part, IPersonalDataProtector? protector)
    {
        try
        {
            Copies.Remove(part);
            _readers.Read(connection =>
            {
                connection.CopyTo(part);
                return true;
            });
            Copies.SkipNumbers(part);
            await Copies.CheckAsync(part, protector, CancellationToken.None).ConfigureAwait(false);
            if (File.Exists(file))
            {
                // An older copy, and no journal that somebody works on.
                Copies.Hold(file)?.Dispose();
            }

            Copies.Move(part, file);
        }
        catch
        {
            // No erasure would reach what is left of it.
            Copies.Remove(part);
            throw;
        }
    }
}
