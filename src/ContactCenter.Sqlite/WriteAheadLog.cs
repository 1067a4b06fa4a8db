using System.Buffers.Binary;
using System.Numerics;
using ContactCenter.Journals;
using SQLitePCL;

namespace ContactCenter.Sqlite;

/// <summary>
/// What SQLite writes ahead of a file, read before anybody opens the two. SQLite takes the first frame that does not
/// hold for the beginning of a commit that a crash has torn, and leaves out all that follows: one wrong bit would take
/// every later commit along, unsaid.
/// </summary>
/// <remarks>
/// A commit is on the disk before the next one is written, so a crash tears the last one alone. Where two end from the
/// first frame on that does not hold, both were whole once. The last commit alone cannot be told from a torn one.
/// Frames with other salts are older than the header, and long in the file.
/// </remarks>
internal static class WriteAheadLog
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;
    private const uint Magic = 0x377F_0682;

    /// <exception cref="JournalFormatException">It is damaged; nothing is changed.</exception>
    /// <exception cref="SqliteJournalException">It cannot be read.</exception>
    internal static void Check(string file)
    {
        var log = Copies.PathOf(file) + "-wal";
        try
        {
            // Whoever has the file open goes on writing: what was only half there is whole at a second look.
            if (LookAt(log) is { } damage && LookAt(log) == damage)
            {
                throw new JournalFormatException(
                    $"{Path.GetFileName(log)} is damaged at {damage.Place}, and commits follow that would be lost.");
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException
            or UnauthorizedAccessException)
        {
            // Nothing is ahead of the file; or SQLite may not read it either, and says so.
        }
        catch (IOException exception)
        {
            throw new SqliteJournalException(raw.SQLITE_IOERR_READ, exception.Message);
        }
    }

    private static (ulong Salts, string Place)? LookAt(string log)
    {
        using var stream = new FileStream(
            log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        var header = new byte[HeaderSize];
        var isWhole = Fill(stream, header);
        var page = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(8));
        var salts = BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(16));
        var sum = new Checksum(header).Add(header.AsSpan(..24));
        if (!sum.Is(header.AsSpan(24)) || page is < 512 or > 65_536 || !BitOperations.IsPow2(page))
        {
            // It is on the disk before the first frame is written.
            return isWhole && HoldsAnything(stream) ? (salts, "its beginning") : null;
        }

        var frame = new byte[FrameHeaderSize + page];
        var (first, commits) = (0L, 0);
        for (var number = 1L; Fill(stream, frame); number++)
        {
            var isOfHeader = BinaryPrimitives.ReadUInt64BigEndian(frame.AsSpan(8)) == salts;
            if (first == 0)
            {
                sum = sum.Add(frame.AsSpan(..8)).Add(frame.AsSpan(FrameHeaderSize..));
                if (sum.Is(frame.AsSpan(16)))
                {
                    if (isOfHeader)
                    {
                        continue;
                    }

                    // No older frame follows from the ones before it: these salts were others.
                    return (salts, $"frame {number}");
                }

                first = number;
            }

            var endsCommit = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0;
            if (isOfHeader && endsCommit && ++commits == 2)
            {
                return (salts, $"frame {first}");
            }
        }

        return null;
    }

    private static bool Fill(FileStream stream, byte[] part) =>
        stream.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) == part.Length;

    private static bool HoldsAnything(FileStream stream)
    {
        int one;
        while ((one = stream.ReadByte()) == 0)
        {
        }

        return one > 0;
    }

    /// <summary>SQLite's own, over the header and frame after frame.</summary>
    private readonly record struct Checksum(uint First, uint Second, bool IsBigEndian)
    {
        internal Checksum(ReadOnlySpan<byte> header)
            : this(0, 0, BinaryPrimitives.ReadUInt32BigEndian(header) == (Magic | 1))
        {
        }

        internal Checksum Add(ReadOnlySpan<byte> part)
        {
            var (first, second) = (First, Second);
            for (; !part.IsEmpty; part = part[8..])
            {
                first += Word(part) + second;
                second += Word(part[4..]) + first;
            }

            return this with { First = first, Second = second };
        }

        internal bool Is(ReadOnlySpan<byte> written) =>
            BinaryPrimitives.ReadUInt32BigEndian(written) == First
            && BinaryPrimitives.ReadUInt32BigEndian(written[4..]) == Second;

        private uint Word(ReadOnlySpan<byte> part) => IsBigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(part)
            : BinaryPrimitives.ReadUInt32LittleEndian(part);
    }
}
