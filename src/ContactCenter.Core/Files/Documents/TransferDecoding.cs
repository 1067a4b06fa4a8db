namespace ContactCenter.Files;

/// <summary>Undoes what mail does to bytes, as leniently as mail programs do.</summary>
internal static class TransferDecoding
{
    private static readonly sbyte[] Values = [.. Enumerable.Range(0, 256).Select(unit => ValueOf((char)unit))];

    /// <summary>What is no letter of base64 counts for nothing; after padding another text may begin.</summary>
    internal static (byte[] Bytes, int Length) Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var (length, bits, count) = (0, 0, 0);
        foreach (var unit in text)
        {
            if (unit == '=')
            {
                (bits, count) = (0, 0);
            }
            else if (Values[unit] is var value and >= 0)
            {
                bits = ((bits << 6) + value) & 0xFFFF;
                count += 6;
                if (count >= 8)
                {
                    count -= 8;
                    bytes[length++] = (byte)(bits >> count);
                }
            }
        }

        return (bytes, length);
    }

    internal static (byte[] Bytes, int Length) QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            var rest = text[(at + 1)..];
            if (unit != '=')
            {
                bytes[length++] = unit;
            }
            else if (rest.Length > 1 && TryHex(rest[0], rest[1], out var escaped))
            {
                bytes[length++] = escaped;
                at += 2;
            }
            else if (SoftBreak(rest) is var taken and > 0)
            {
                at += taken;
            }
            else
            {
                bytes[length++] = unit;
            }
        }

        return (bytes, length);
    }

    internal static bool TryHex(byte high, byte low, out byte value)
    {
        var isHex = char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low);
        value = isHex ? (byte)((Hex(high) << 4) | Hex(low)) : (byte)0;
        return isHex;
    }

    // A line that goes on in the next one, with spaces that were added on the way.
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var spaces = 0;
        while (spaces < rest.Length && spaces < 100 && rest[spaces] is (byte)' ' or (byte)'\t')
        {
            spaces++;
        }

        return rest[spaces..] switch
        {
            [] => spaces,
            [(byte)'\n', ..] => spaces + 1,
            [(byte)'\r', (byte)'\n', ..] => spaces + 2,
            _ => 0,
        };
    }

    private static int Hex(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static sbyte ValueOf(char letter) => (sbyte)(letter switch
    {
        >= 'A' and <= 'Z' => letter - 'A',
        >= 'a' and <= 'z' => letter - 'a' + 26,
        >= '0' and <= '9' => letter - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    });
}
