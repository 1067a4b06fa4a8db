using System.Buffers.Binary;

namespace ContactCenter.Files;

/// <summary>Tells from the first bytes what a file is.</summary>
internal static class FileKinds
{
    private static readonly byte[][] Images =
    [
        [0x89, .. "PNG"u8], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "II*"u8, 0], [.. "MM"u8, 0, (byte)'*'],
        [0xD7, 0xCD, 0xC6, 0x9A], [0, 0, 1, 0], [.. "8BPS"u8], [.. "VCLMTF"u8], [0, 0, 0, 0x0C, .. "jP  "u8],
    ];

    private static readonly byte[] Metafile = [1, 0, 0, 0];

    internal static FileKind Of(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, TextEncodings.HeadLength)];
        return head switch
        {
            [] => FileKind.Empty,
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => FileKind.Zip,
            _ when head.StartsWith("{\\rt"u8) => FileKind.Rtf,
            _ when IsImage(head) => FileKind.Image,
            _ when head.IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
            _ when TextEncodings.Of(head, out _) is not null => FileKind.Text,
            _ => FileKind.Other,
        };
    }

    internal static bool IsPng(ReadOnlySpan<byte> content) => content.StartsWith(Images[0]);

    /// <summary>A picture of a page that is too small to read it: what office suites put beside a document.</summary>
    internal static bool IsThumbnail(ReadOnlySpan<byte> content)
    {
        const int MaxSide = 256;
        const int WidthAt = 16;
        const int MaxLength = 128 * 1024;
        return content.Length is > WidthAt + 8 and < MaxLength
            && IsPng(content)
            && BinaryPrimitives.ReadUInt32BigEndian(content[WidthAt..]) <= MaxSide
            && BinaryPrimitives.ReadUInt32BigEndian(content[(WidthAt + 4)..]) <= MaxSide;
    }

    private static bool IsImage(ReadOnlySpan<byte> head)
    {
        foreach (var mark in Images)
        {
            if (head.StartsWith(mark))
            {
                return true;
            }
        }

        return (head.Length > 11 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
            || (head.Length > 11 && head[4..].StartsWith("ftyp"u8) && IsStill(head[8..12]))
            || (head.Length > 43 && head.StartsWith(Metafile) && head[40..].StartsWith(" EMF"u8))
            || (head.Length > 13 && head.StartsWith("BM"u8) && head[6..10].IndexOfAnyExcept((byte)0) < 0);
    }

    private static bool IsStill(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("avif"u8);
}
