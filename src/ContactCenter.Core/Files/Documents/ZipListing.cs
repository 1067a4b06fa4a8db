using System.Buffers.Binary;

namespace ContactCenter.Files;

/// <summary>
/// Holds the list at the end of an archive against what is in it: one entry behind the other from the first byte to the
/// list, each as it is listed. What a list leaves out is read by nobody who goes by it, and others unpack it.
/// </summary>
internal ref struct ZipListing
{
    private const int EndLength = 22;
    private const int LargeEndLength = 56;
    private const int LargeEndPointerLength = 20;
    private const int ListedLength = 46;
    private const int LocalLength = 30;
    private const ushort LargeSizes = 1;
    private const ushort Encrypted = 1;
    private const ushort HasSizesBehind = 8;

    private readonly ReadOnlySpan<byte> _archive;
    private readonly List<Entry> _entries = [];
    private int _list;

    private ZipListing(ReadOnlySpan<byte> archive) => _archive = archive;

    /// <summary>Whether the list names everything that is in an archive, and nothing twice or otherwise.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> archive)
    {
        try
        {
            var listing = new ZipListing(archive);
            return listing.TryReadList() && listing.AreInTheirPlaces();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            // Something points out of the archive.
            return false;
        }
    }

    // The list ends where its own end says that it does, and the archive with it.
    private bool TryReadList()
    {
        var end = _archive.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength + Number(end + 20, 2) != _archive.Length)
        {
            return false;
        }

        var (count, length, start) = (Number(end + 10, 2), Number(end + 12, 4), Number(end + 16, 4));
        var listEnd = end;
        if (end >= LargeEndPointerLength && Is(end - LargeEndPointerLength, "PK\u0006\u0007"u8))
        {
            listEnd = checked((int)Number(end - LargeEndPointerLength + 8, 8));
            if (!Is(listEnd, "PK\u0006\u0006"u8) || listEnd + LargeEndLength != end - LargeEndPointerLength)
            {
                return false;
            }

            (count, length, start) = (Number(listEnd + 32, 8), Number(listEnd + 40, 8), Number(listEnd + 48, 8));
        }

        _list = checked((int)start);
        var at = _list;
        for (; count > 0 && Is(at, "PK\u0001\u0002"u8); count--)
        {
            at = ReadListed(at);
        }

        return count == 0 && at == listEnd && start + length == listEnd;
    }

    private readonly int ReadListed(int at)
    {
        var (nameLength, extraLength) = ((int)Number(at + 28, 2), (int)Number(at + 30, 2));
        var (packed, unpacked, start) = (Number(at + 20, 4), Number(at + 24, 4), Number(at + 42, 4));
        var extra = at + ListedLength + nameLength;
        var last = extra + extraLength;
        for (var field = extra; field + 4 <= last; field += 4 + (int)Number(field + 2, 2))
        {
            if (Number(field, 2) == LargeSizes)
            {
                var value = field + 4;
                (unpacked, value) = Large(unpacked, value);
                (packed, value) = Large(packed, value);
                (start, _) = Large(start, value);
            }
        }

        _entries.Add(new Entry(at, nameLength, start, packed, unpacked));
        return last + (int)Number(at + 32, 2);
    }

    // One that does not fit stands among the extra fields.
    private readonly (long Number, int Next) Large(long number, int at) =>
        number == uint.MaxValue ? (Number(at, 8), at + 8) : (number, at);

    private readonly bool AreInTheirPlaces()
    {
        _entries.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var at = 0;
        foreach (var entry in _entries)
        {
            if (entry.Start != at || !IsAsListed(entry))
            {
                return false;
            }

            at = EndOf(entry);
        }

        return at == _list;
    }

    private readonly bool IsAsListed(in Entry entry)
    {
        var (local, listed) = ((int)entry.Start, entry.ListedAt);
        const ushort Flags = Encrypted | HasSizesBehind;
        return Is(local, "PK\u0003\u0004"u8)
            && (Number(local + 6, 2) & Flags) == (Number(listed + 8, 2) & Flags)
            && Number(local + 8, 2) == Number(listed + 10, 2)
            && _archive.Slice(local + LocalLength, (int)Number(local + 26, 2))
                .SequenceEqual(_archive.Slice(listed + ListedLength, entry.NameLength))
            && (HasSizes(entry) || (Is(local + 14, _archive.Slice(listed + 16, 4))
                && Number(local + 18, 4) is var packed && (packed == entry.Packed || packed == uint.MaxValue)
                && Number(local + 22, 4) is var unpacked && (unpacked == entry.Unpacked || unpacked == uint.MaxValue)));
    }

    private readonly bool HasSizes(in Entry entry) => (Number(entry.ListedAt + 8, 2) & HasSizesBehind) != 0;

    private readonly int EndOf(in Entry entry)
    {
        var local = (int)entry.Start;
        var end = checked((int)(local + LocalLength + Number(local + 26, 2) + Number(local + 28, 2) + entry.Packed));
        if (!HasSizes(entry))
        {
            return end;
        }

        // The checksum and both sizes, with a mark before them or without.
        var sizes = Is(end, "PK\u0007\u0008"u8) ? end + 4 : end;
        return Is(sizes, _archive.Slice(entry.ListedAt + 16, 4)) ? SizesEnd(entry, sizes + 4) : -1;
    }

    private readonly int SizesEnd(in Entry entry, int at) =>
        Number(at, 4) == entry.Packed && Number(at + 4, 4) == entry.Unpacked && Begins(at + 8) ? at + 8
        : Number(at, 8) == entry.Packed && Number(at + 8, 8) == entry.Unpacked ? at + 16
        : -1;

    private readonly bool Begins(int at) => at == _list || Is(at, "PK\u0003\u0004"u8);

    private readonly bool Is(int at, ReadOnlySpan<byte> mark) => _archive[at..].StartsWith(mark);

    private readonly long Number(int at, int length)
    {
        var bytes = _archive.Slice(at, length);
        return length switch
        {
            2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => checked((long)BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
        };
    }

    private readonly record struct Entry(int ListedAt, int NameLength, long Start, long Packed, long Unpacked);
}
