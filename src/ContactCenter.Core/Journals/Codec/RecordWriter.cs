using System.Buffers.Binary;
using System.Text;

namespace ContactCenter.Journals;

/// <summary>Writes the compact binary form of the log: numbers as varints, instants as ticks, texts as UTF-8.</summary>
/// <remarks>Kept and cleared between batches, so that writing allocates nothing.</remarks>
/// <param name="capacity">How much is written without moving what was written before.</param>
internal sealed class RecordWriter(int capacity = 4096)
{
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(capacity);

    internal int Length { get; private set; }

    internal ReadOnlyMemory<byte> Slice(Range place) => _buffer.AsMemory(place);

    internal byte[] ToArray() => _buffer.AsSpan(0, Length).ToArray();

    internal void Clear() => Length = 0;

    internal void Byte(byte value)
    {
        Grow(1);
        _buffer[Length++] = value;
    }

    internal void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    internal void Number(long value)
    {
        Grow(10);

        // Zigzag, so that small negative numbers stay short too.
        var rest = (ulong)((value << 1) ^ (value >> 63));
        while (rest >= 0x80)
        {
            _buffer[Length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _buffer[Length++] = (byte)rest;
    }

    internal void Word(ulong value)
    {
        Grow(8);
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(Length), value);
        Length += 8;
    }

    internal void Wide(UInt128 value)
    {
        Grow(16);
        BinaryPrimitives.WriteUInt128LittleEndian(_buffer.AsSpan(Length), value);
        Length += 16;
    }

    internal void Checksum(uint sum)
    {
        Grow(sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(Length), sum);
        Length += sizeof(uint);
    }

    internal void Bytes(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(Length));
        Length += bytes.Length;
    }

    internal void Id(CommandId id) => Guid(id.Value);

    internal void Guid(Guid id)
    {
        Grow(16);
        id.TryWriteBytes(_buffer.AsSpan(Length));
        Length += 16;
    }

    internal void Instant(DateTimeOffset instant) => Number(instant.UtcTicks);

    internal void Instant(DateTimeOffset? instant) => Number(instant?.UtcTicks ?? -1);

    internal void Period(TimeSpan? period) => Number(period?.Ticks ?? -1);

    internal void Text(string? text)
    {
        if (text is null)
        {
            Number(-1);
            return;
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        Number(bytes);
        Grow(bytes);
        Length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(Length));
    }

    internal void Actor(Actor actor)
    {
        Byte((byte)actor.Kind);
        Text(actor.Id);
    }

    internal void Agent(AgentId? agent) => Text(agent?.Value);

    internal void Queue(QueueName? queue) => Text(queue?.Value);

    internal void Channel(Channel? channel) => Number(channel is { } one ? (int)one : -1);

    internal void Agents(ReadOnlySpan<AgentId> agents)
    {
        Number(agents.Length);
        foreach (var agent in agents)
        {
            Agent(agent);
        }
    }

    internal void Numbers(params ReadOnlySpan<long> numbers)
    {
        Number(numbers.Length);
        foreach (var number in numbers)
        {
            Number(number);
        }
    }

    /// <summary>Null for the default value, which names nobody.</summary>
    internal void Customer(CustomerId customer) => Text(customer == default ? null : customer.Value);

    internal void Texts(IReadOnlyCollection<string> texts)
    {
        Number(texts.Count);
        foreach (var text in texts)
        {
            Text(text);
        }
    }

    private void Grow(int more)
    {
        if (Length + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + more));
        }
    }
}
