using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContactCenter;

/// <summary>
/// Random bits for salts and ids, drawn from the system many at a time, for each thread its own; wiped as they are
/// given out.
/// </summary>
internal sealed class Randomness
{
    private const int Size = 16;

    [ThreadStatic]
    private static Randomness? _mine;

    private readonly byte[] _drawn = new byte[64 * Size];
    private int _next = 64 * Size;

    internal static UInt128 Next() => (_mine ??= new Randomness()).Take();

    private UInt128 Take()
    {
        if (_next == _drawn.Length)
        {
            RandomNumberGenerator.Fill(_drawn);
            _next = 0;
        }

        var taken = _drawn.AsSpan(_next, Size);
        _next += Size;
        var bits = BinaryPrimitives.ReadUInt128LittleEndian(taken);
        taken.Clear();
        return bits;
    }
}
