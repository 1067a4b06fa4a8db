using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContactCenter.Runtime;

/// <summary>Random salts, drawn from the system many at a time, for each thread its own.</summary>
internal sealed class SaltShaker
{
    private const int SaltSize = 16;

    [ThreadStatic]
    private static SaltShaker? _mine;

    private readonly byte[] _drawn = new byte[64 * SaltSize];
    private int _next = 64 * SaltSize;

    internal static UInt128 Next() => (_mine ??= new SaltShaker()).Shake();

    private UInt128 Shake()
    {
        if (_next == _drawn.Length)
        {
            RandomNumberGenerator.Fill(_drawn);
            _next = 0;
        }

        var salt = BinaryPrimitives.ReadUInt128LittleEndian(_drawn.AsSpan(_next));
        _next += SaltSize;
        return salt;
    }
}
