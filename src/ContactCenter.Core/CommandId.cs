using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ContactCenter;

/// <summary>
/// Names one request of a caller, so that a retry is known: the same id has one effect and one answer.
/// </summary>
/// <remarks>
/// A UUID that the caller makes. One of version 7 carries its own instant, so the floor can answer
/// <c>command-too-old</c> once it may have forgotten what became of it; a clock more than a minute ahead of the
/// floor's and of its machine's is answered <c>command-id-ahead</c>. Version 4 says nothing of its age, so the floor
/// cannot judge it once it is forgotten. An id that comes with something else is answered
/// <c>command-id-conflict</c>; after a restart no longer where only the words are other ones, for what the log keeps
/// of words can be told by nobody.
/// Immutable, safe for any thread.
/// </remarks>
/// <param name="Value">The UUID; the empty one means "no id": the request is not protected against a retry.</param>
public readonly record struct CommandId(Guid Value)
{
    /// <summary>A fresh id of version 7 made at <paramref name="now"/>.</summary>
    /// <param name="now">The caller's clock.</param>
    public static CommandId New(DateTimeOffset now)
    {
        // As Guid.CreateVersion7 makes them, which asks the system for random bits each time.
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Randomness.Next());
        var milliseconds = now.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(now));
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)(milliseconds >> 16));
        BinaryPrimitives.WriteInt16BigEndian(bytes[4..], (short)milliseconds);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new CommandId(new Guid(bytes, bigEndian: true));
    }

    /// <summary>The id that <paramref name="text"/> spells.</summary>
    /// <param name="text">A UUID in its usual form with dashes.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is no UUID.</exception>
    public static CommandId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <summary>Whether <paramref name="text"/> spells an id, and which; never throws.</summary>
    /// <param name="text">A UUID in its usual form with dashes.</param>
    /// <param name="id">The id, or the default value when it is none.</param>
    public static bool TryParse(string? text, out CommandId id)
    {
        var valid = Guid.TryParseExact(text, "D", out var value) && value != Guid.Empty;
        id = valid ? new CommandId(value) : default;
        return valid;
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => Value.ToString("D");

    /// <summary>
    /// Seeded for each process: callers choose the ids, and must not choose where they meet in a table.
    /// </summary>
    public override int GetHashCode()
    {
        var bits = Unsafe.BitCast<Guid, UInt128>(Value);

        // Word by word: a long folds its halves onto each other before anything is mixed.
        return HashCode.Combine((uint)bits, (uint)(bits >> 32), (uint)(bits >> 64), (uint)(bits >> 96));
    }

    internal bool IsNone => Value == Guid.Empty;

    /// <summary>When a version 7 id was made; null for the other versions, which do not say.</summary>
    internal DateTimeOffset? MadeAt
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            if (Value.Version != 7 || !Value.TryWriteBytes(bytes, bigEndian: true, out _))
            {
                return null;
            }

            var milliseconds = ((long)bytes[0] << 40) | ((long)bytes[1] << 32) | ((long)bytes[2] << 24)
                | ((long)bytes[3] << 16) | ((long)bytes[4] << 8) | bytes[5];
            return milliseconds <= LastInstant ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        }
    }

    private static readonly long LastInstant = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
}
