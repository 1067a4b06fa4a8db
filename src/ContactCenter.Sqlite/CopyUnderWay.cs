using System.Text;
using SQLitePCL;

namespace ContactCenter.Sqlite;

/// <summary>
/// A copy that is under way, noted beside its journal: whoever opens that next removes what a crash has left of the
/// copy, wherever it is. It holds what people wrote, and no erasure would reach it.
/// </summary>
/// <remarks>
/// The note is locked by the process that copies, for as long as it lives: so another process that has the journal open
/// too tells what is under way from what was left.
/// </remarks>
internal sealed class CopyUnderWay : IDisposable
{
    private const string Ending = "-copying-";

    private readonly FileStream _note;
    private readonly string _part;

    private CopyUnderWay(FileStream note, string part) => (_note, _part) = (note, part);

    /// <summary>Notes what is about to be written.</summary>
    /// <exception cref="SqliteJournalException">It cannot be noted.</exception>
    internal static CopyUnderWay Begin(string journal, string part)
    {
        FileStream? note = null;
        try
        {
            note = Open($"{journal}{Ending}{Guid.CreateVersion7():N}", FileMode.CreateNew);
            note.Write(Encoding.UTF8.GetBytes(part));
            note.Flush(flushToDisk: true);
            return new CopyUnderWay(note, part);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (note is not null)
            {
                File.Delete(note.Name);
                note.Dispose();
            }

            throw new SqliteJournalException(raw.SQLITE_CANTOPEN, exception.Message);
        }
    }

    /// <summary>Removes what crashes have left of copies. What is out of reach now is removed another time.</summary>
    internal static void RemoveLeft(string journal)
    {
        var (folder, name) = (Path.GetDirectoryName(journal)!, Path.GetFileName(journal));
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var note in Directory.EnumerateFiles(folder, $"{name}{Ending}*"))
        {
            try
            {
                RemoveNoted(note);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It is under way, or its disk is not there: the note stays.
            }
        }
    }

    /// <summary>The copy is made, or given up and removed; one that could not be removed stays noted.</summary>
    public void Dispose()
    {
        if (!File.Exists(_part))
        {
            File.Delete(_note.Name);
        }

        _note.Dispose();
    }

    private static void RemoveNoted(string note)
    {
        using var stream = Open(note, FileMode.Open);
        using var reader = new StreamReader(stream);
        var part = reader.ReadToEnd();

        // A note that is not whole was made before its copy was begun.
        if (part.EndsWith(Copies.Unfinished, StringComparison.Ordinal))
        {
            Copies.Remove(part);
        }

        File.Delete(note);
    }

    // Nothing is held back in memory. Windows deletes a file that is open only where whoever opened it allows that.
    private static FileStream Open(string note, FileMode mode) => new(
        note,
        mode,
        FileAccess.ReadWrite,
        OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
        bufferSize: 0);
}
