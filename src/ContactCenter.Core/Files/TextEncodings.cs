using System.Text;

namespace ContactCenter.Files;

/// <summary>Tells from its first bytes how a text is encoded, or that it is none, whatever it is called.</summary>
internal static class TextEncodings
{
    /// <summary>How many bytes it wants to see, if there are so many.</summary>
    internal const int HeadLength = 1024;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marked =
    [
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true)),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true)),
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false, throwOnInvalidBytes: true)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    // Most binary files are no valid text, or hold a NUL; these begin like one.
    private static readonly byte[][] BinaryMarks =
    [
        [.. "PK"u8, 3, 4], [.. "PK"u8, 5, 6], [.. "PK"u8, 7, 8], [.. "{\\rt"u8], [.. "GIF8"u8], [.. "%!PS"u8],
        [.. "Rar!"u8], [.. "7z"u8, 0xBC, 0xAF], [0x7F, .. "ELF"u8], [0x1F, 0x8B], [0x89, .. "PNG"u8],
        [0xFF, 0xD8, 0xFF], [0xD0, 0xCF, 0x11, 0xE0], [.. "BZh"u8, (byte)'9'], [0xFD, .. "7zXZ"u8],
    ];

    /// <summary>The strict encoding of a text, and how long its mark is; null when it is no text.</summary>
    internal static Encoding? Of(ReadOnlySpan<byte> head, out int mark)
    {
        var encoding = Marked[2].Encoding;
        mark = 0;
        foreach (var known in Marked)
        {
            if (head.StartsWith(known.Mark))
            {
                (encoding, mark) = (known.Encoding, known.Mark.Length);
                break;
            }
        }

        return IsBinary(head[..Math.Min(head.Length, HeadLength)]) || IsBinary(head[mark..]) ? null : encoding;
    }

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        foreach (var mark in BinaryMarks)
        {
            if (head.StartsWith(mark))
            {
                return true;
            }
        }

        // A PDF may begin with anything. A program begins with two letters and a small number.
        return head.IndexOf("%PDF-"u8) >= 0
            || (head.StartsWith("MZ"u8) && head.Length > 2 && head[2] is (< 9 or > 0x7E));
    }
}
