using System.Buffers.Binary;
using System.Numerics;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>Where one body is.</summary>
internal readonly record struct Place(long Floor, long Chat, long Shelf, long Sequence, long Id) : IComparable<Place>
{
    public int CompareTo(Place other) =>
        Floor != other.Floor ? Floor.CompareTo(other.Floor)
        : Chat != other.Chat ? Chat.CompareTo(other.Chat)
        : Shelf != other.Shelf ? Shelf.CompareTo(other.Shelf)
        : Sequence != other.Sequence ? Sequence.CompareTo(other.Sequence)
        : Id.CompareTo(other.Id);

    internal bool IsBeside(in Place other) =>
        Chat == other.Chat && Shelf == other.Shelf && Floor == other.Floor;

    /// <summary>Whether its shelf comes after another's.</summary>
    internal bool IsBeyond(in Place other) =>
        (Floor, Chat, Shelf).CompareTo((other.Floor, other.Chat, other.Shelf)) > 0;
}

/// <summary>Writes places in a few bytes each: numbers of seven bits a byte, a shelf once for all that is on it.
/// </summary>
internal sealed class PlaceWriter
{
    private byte[] _bytes = new byte[1_024];
    private int _length;
    private PlaceWriter? _shelf;

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    internal void Clear() => _length = 0;

    /// <summary>All that is written, closed by a checksum of it and of what its row says beside it.</summary>
    internal ReadOnlySpan<byte> Sealed(params ReadOnlySpan<long> row)
    {
        Reserve(sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_length), PlaceReader.Sum(Written, row));
        return _bytes.AsSpan(0, _length + sizeof(uint));
    }

    /// <summary>A shelf, and what is on it.</summary>
    internal void Shelf(ReadOnlySpan<Place> places)
    {
        var shelf = _shelf ??= new PlaceWriter();
        shelf.Clear();
        shelf.OnShelf(places);
        Number(places[0].Floor);
        Number(places[0].Chat);
        Number(places[0].Shelf);
        Number(shelf._length);
        Reserve(shelf._length);
        shelf.Written.CopyTo(_bytes.AsSpan(_length));
        _length += shelf._length;
    }

    /// <summary>What is on a shelf, and nothing else.</summary>
    internal void OnShelf(ReadOnlySpan<Place> places)
    {
        foreach (var place in places)
        {
            Number(place.Sequence);
            Number(place.Id);
        }
    }

    private void Number(long number)
    {
        Reserve(10);
        var rest = (ulong)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes[_length++] = (byte)(rest | 0x80);
        }

        _bytes[_length++] = (byte)rest;
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
        }
    }
}

/// <summary>Reads what <see cref="PlaceWriter"/> wrote.</summary>
internal ref struct PlaceReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    internal readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>What <see cref="PlaceWriter.Sealed"/> closed.</summary>
    /// <exception cref="JournalFormatException">It is not what was written.</exception>
    internal static PlaceReader Open(ReadOnlySpan<byte> content, params ReadOnlySpan<long> row)
    {
        var places = content[..Math.Max(0, content.Length - sizeof(uint))];
        return content.Length >= sizeof(uint)
            && BinaryPrimitives.ReadUInt32LittleEndian(content[places.Length..]) == Sum(places, row)
            ? new PlaceReader(places)
            : throw Damaged();
    }

    /// <summary>CRC-32C.</summary>
    internal static uint Sum(ReadOnlySpan<byte> places, ReadOnlySpan<long> row)
    {
        var sum = uint.MaxValue;
        foreach (var number in row)
        {
            sum = BitOperations.Crc32C(sum, (ulong)number);
        }

        for (; places.Length >= sizeof(ulong); places = places[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(places));
        }

        foreach (var one in places)
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return sum;
    }

    /// <summary>The next shelf, as a place with neither sequence nor id.</summary>
    /// <param name="on">What is on it.</param>
    internal Place Shelf(out PlaceReader on)
    {
        var (of, length) = (new Place(Number(), Number(), Number(), 0, 0), Number());
        if (length < 0 || length > _rest.Length)
        {
            throw Damaged();
        }

        on = new PlaceReader(_rest[..(int)length]);
        _rest = _rest[(int)length..];
        return of;
    }

    /// <summary>The next on it.</summary>
    internal Place OnShelf(in Place of) => of with { Sequence = Number(), Id = Number() };

    private long Number()
    {
        ulong number = 0;
        for (var (shift, at) = (0, 0); shift < 70 && at < _rest.Length; shift += 7)
        {
            var next = _rest[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                _rest = _rest[at..];
                return (long)number;
            }
        }

        throw Damaged();
    }

    private static JournalFormatException Damaged() =>
        new("The file of the journal is damaged: where bodies are cannot be read.");
}
