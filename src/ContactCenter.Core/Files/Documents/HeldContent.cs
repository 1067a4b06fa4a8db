using System.Security.Cryptography;

namespace ContactCenter.Files;

/// <summary>A file, or a part of one, that is held in memory while it is read, and wiped then.</summary>
internal sealed class HeldContent : IDisposable
{
    private readonly ScanBudget _budget;
    private byte[] _bytes = [];
    private int _length;

    private HeldContent(ScanBudget budget) => _budget = budget;

    internal ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="ScanLimitException">There is more than may be held.</exception>
    internal static async ValueTask<HeldContent> OfAsync(Stream stream, ScanBudget budget)
    {
        var held = new HeldContent(budget);
        try
        {
            held.Grow(16 * 1024);
            while (await stream.ReadAsync(held._bytes.AsMemory(held._length), budget.Token).ConfigureAwait(false)
                is var read and > 0)
            {
                held._length += read;
                if (held._length == held._bytes.Length)
                {
                    held.Grow((int)Math.Min(Array.MaxLength, held._length * 2L));
                }
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Bytes that were made while a part was decoded.</summary>
    internal static HeldContent Of((byte[] Bytes, int Length) decoded, ScanBudget budget)
    {
        budget.Hold(decoded.Bytes.Length);
        return new HeldContent(budget) { _bytes = decoded.Bytes, _length = decoded.Length };
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        _budget.Hold(-_bytes.Length);
        (_bytes, _length) = ([], 0);
    }

    private void Grow(int length)
    {
        _budget.Hold(length - _bytes.Length);
        var bytes = new byte[length];
        _bytes.AsSpan(0, _length).CopyTo(bytes);
        CryptographicOperations.ZeroMemory(_bytes);
        _bytes = bytes;
    }
}
