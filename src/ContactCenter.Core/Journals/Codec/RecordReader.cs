using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using ContactCenter.StateMachines;

namespace ContactCenter.Journals;

/// <summary>
/// Reads what <see cref="RecordWriter"/> wrote. What it does not understand it refuses: never a guess.
/// </summary>
internal ref struct RecordReader(ReadOnlySpan<byte> content)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = content;

    internal readonly bool AtEnd => _rest.IsEmpty;

    internal byte Byte() => Take(1)[0];

    internal bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw Broken("flag"),
    };

    internal long Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        throw Broken("number");
    }

    internal int SmallNumber()
    {
        var number = Number();
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Broken("number");
    }

    internal TEnum Choice<TEnum>()
        where TEnum : unmanaged, Enum
    {
        var choice = Ordinal.At<TEnum>(Byte());
        return Enum.IsDefined(choice) ? choice : throw Broken(typeof(TEnum).Name);
    }

    internal TEnum? OptionalChoice<TEnum>()
        where TEnum : unmanaged, Enum
    {
        var number = Number();
        if (number == -1)
        {
            return null;
        }

        var choice = number is >= 0 and <= byte.MaxValue ? Ordinal.At<TEnum>((byte)number) : default;
        return number >= 0 && Enum.IsDefined(choice) ? choice : throw Broken(typeof(TEnum).Name);
    }

    internal AgentId? OptionalAgent()
    {
        var text = OptionalText();
        return text is null ? default(AgentId?) : AgentId.TryParse(text, out var id) ? id : throw Broken("agent id");
    }

    internal CustomerId? OptionalCustomer()
    {
        var text = OptionalText();
        return text is null ? default(CustomerId?)
            : CustomerId.TryParse(text, out var id) ? id
            : throw Broken("customer id");
    }

    internal QueueName? OptionalQueue()
    {
        var text = OptionalText();
        return text is null ? default(QueueName?)
            : QueueName.TryParse(text, out var name) ? name : throw Broken("queue name");
    }

    internal AgentId Agent() => OptionalAgent() ?? throw Broken("agent id");

    internal CustomerId Customer() => OptionalCustomer() ?? throw Broken("customer id");

    internal QueueName Queue() => OptionalQueue() ?? throw Broken("queue name");

    internal FloorId Floor() => FloorId.TryParse(Text(), out var id) ? id : throw Broken("floor id");

    internal int Count()
    {
        // Each element takes a byte at least, so a count beyond the rest cannot be true.
        var count = Number();
        return count >= 0 && count <= _rest.Length ? (int)count : throw Broken("count");
    }

    internal ulong Word() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    internal UInt128 Wide() => BinaryPrimitives.ReadUInt128LittleEndian(Take(16));

    internal CommandId Id() => new(Guid());

    internal Guid Guid() => new(Take(16));

    internal DateTimeOffset Instant() => OptionalInstant() ?? throw Broken("instant");

    internal DateTimeOffset? OptionalInstant()
    {
        var ticks = Number();
        if (ticks == -1)
        {
            return null;
        }

        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw Broken("instant");
    }

    internal TimeSpan Period() => OptionalPeriod() ?? throw Broken("period");

    internal TimeSpan? OptionalPeriod()
    {
        var ticks = Number();
        return ticks == -1 ? null : ticks >= 0 ? new TimeSpan(ticks) : throw Broken("period");
    }

    internal string Text() => OptionalText() ?? throw Broken("text");

    internal string? OptionalText()
    {
        var length = Number();
        if (length == -1)
        {
            return null;
        }

        if (length < 0 || length > _rest.Length)
        {
            throw Broken("text");
        }

        try
        {
            return Utf8.GetString(Take((int)length));
        }
        catch (DecoderFallbackException)
        {
            throw Broken("text");
        }
    }

    internal Actor Actor() => new(Choice<ActorKind>(), Text());

    internal ImmutableArray<string> Texts() => Each(static (ref from) => from.Text());

    internal ImmutableArray<long> Numbers() => Each(static (ref from) => from.Number());

    internal ImmutableArray<AgentId> Agents() => Each(static (ref from) => from.Agent());

    /// <summary>A list: how many there are, then one after the other.</summary>
    internal ImmutableArray<T> Each<T>(One<T> one)
    {
        var all = ImmutableArray.CreateBuilder<T>(Count());
        for (var left = all.Capacity; left > 0; left--)
        {
            all.Add(one(ref this));
        }

        return all.MoveToImmutable();
    }

    internal static JournalFormatException Broken(string what) => new($"A record of the journal has no valid {what}.");

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > _rest.Length)
        {
            throw Broken("end");
        }

        var taken = _rest[..bytes];
        _rest = _rest[bytes..];
        return taken;
    }

    internal delegate T One<T>(ref RecordReader from);
}
