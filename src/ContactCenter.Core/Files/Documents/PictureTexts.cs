using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ContactCenter.Files;

/// <summary>What is written in a PNG beside the picture: <c>tEXt</c>, <c>zTXt</c> and <c>iTXt</c>.</summary>
/// <remarks>For a picture that a policy may let through without that anybody has seen it.</remarks>
internal static class PictureTexts
{
    private const int Signature = 8;
    private const int Header = 8;
    private const int Checksum = 4;

    /// <summary>One text after the other, with its name before it; none of a picture of another kind.</summary>
    /// <exception cref="InvalidDataException">One cannot be unpacked.</exception>
    internal static async IAsyncEnumerable<string> OfAsync(ReadOnlyMemory<byte> picture, ScanBudget budget)
    {
        foreach (var (type, content) in ChunksOf(picture))
        {
            budget.Enter();
            if (PartsOf(type, content.Span) is not var (name, isPacked, start))
            {
                continue;
            }

            var told = content[start..];
            var charset = type == "iTXt" ? Encoding.UTF8 : Encoding.Latin1;
            yield return $"{name}: {(isPacked
                ? await UnpackAsync(told, charset, budget).ConfigureAwait(false)
                : charset.GetString(told.Span))}";
        }
    }

    private static IEnumerable<(string Type, ReadOnlyMemory<byte> Content)> ChunksOf(ReadOnlyMemory<byte> picture)
    {
        if (!FileKinds.IsPng(picture.Span))
        {
            yield break;
        }

        for (var at = Signature; at + Header <= picture.Length;)
        {
            var length = (int)Math.Min(
                BinaryPrimitives.ReadUInt32BigEndian(picture.Span[at..]), picture.Length - at - Header);
            var type = Encoding.Latin1.GetString(picture.Span.Slice(at + 4, 4));
            if (!type.All(char.IsAsciiLetter))
            {
                yield break;
            }

            if (type is "tEXt" or "zTXt" or "iTXt")
            {
                yield return (type, picture.Slice(at + Header, length));
            }

            at += Header + length + Checksum;
        }
    }

    // What it is called, whether it is packed, and where it begins. Its name, and the name's translation, end with 0.
    private static (string Name, bool IsPacked, int Start)? PartsOf(string type, ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf((byte)0);
        var start = end + 1 + type switch { "tEXt" => 0, "zTXt" => 1, _ => 2 };
        if (end < 0 || start > content.Length)
        {
            return null;
        }

        var isPacked = type == "zTXt" || (type == "iTXt" && content[end + 1] != 0);
        for (var word = 0; type == "iTXt" && word < 2; word++)
        {
            var next = content[start..].IndexOf((byte)0);
            start = next < 0 ? content.Length : start + next + 1;
        }

        return (Encoding.UTF8.GetString(content[..start]).Replace('\0', ' '), isPacked, start);
    }

    private static async ValueTask<string> UnpackAsync(
        ReadOnlyMemory<byte> packed, Encoding charset, ScanBudget budget)
    {
        using var source = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var stream = new InflatedStream(source, budget);
        using var held = await HeldContent.OfAsync(stream, budget).ConfigureAwait(false);
        return charset.GetString(held.Content.Span);
    }
}
