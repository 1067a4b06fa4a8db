using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace ContactCenter.Redaction;

/// <summary>Reads short tokens in base64 and in hexadecimal that hold text with digits in it.</summary>
internal static class EncodedTokens
{
    // Twelve digits are sixteen characters of base64; a longer token is a file or a signature, not a number.
    private const int Shortest = 16;
    private const int Longest = 256;
    private const int ShortestHex = 24;

    // Binary-coded card data of a chip (EMV, tag 5A): tag, length in bytes, number.
    private const int TagLength = 4;

    // Stands around what was decoded: no separator, so that it makes no number with its neighbours.
    private const char Wall = '\\';

    private static readonly SearchValues<char> Joints = SearchValues.Create("/-_+");

    /// <summary>Whether there are as many hexadecimal digits in one piece as a number takes.</summary>
    public static bool MayBeHexadecimal(ReadOnlySpan<char> text)
    {
        for (var end = ShortestHex; end <= text.Length;)
        {
            var start = end;
            while (start > end - ShortestHex && char.IsAsciiHexDigit(text[start - 1]))
            {
                start--;
            }

            if (start == end - ShortestHex)
            {
                return true;
            }

            end = start + ShortestHex;
        }

        return false;
    }

    public static void Read(in DisguiseText text, ref DisguiseText reading)
    {
        var characters = text.Characters;
        for (var (i, end) = (0, 0); i < characters.Length;)
        {
            while (end < characters.Length && (end < i || IsPart(characters[end])))
            {
                end++;
            }

            // In a link or an id the signs of base64 part one token from the next.
            var token = characters[i..end];
            var piece = token.IndexOfAny(Joints);
            if (TryRead(token, text, i, ref reading, out var taken)
                || (piece > 0 && TryRead(token[..piece], text, i, ref reading, out taken)))
            {
                i += taken;
                continue;
            }

            for (var rest = piece < 0 ? end : i + piece; i < rest; i++)
            {
                reading.Keep(text, i);
            }

            // What ends a token or a piece of one.
            if (i < characters.Length)
            {
                reading.Keep(text, i++);
            }
        }
    }

    private static bool TryRead(
        ReadOnlySpan<char> token, in DisguiseText text, int start, ref DisguiseText reading, out int taken)
    {
        taken = token.Length;
        if (taken is < Shortest or > Longest)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Longest];
        var end = start + token.Length;
        if (token.Length >= ShortestHex && token.Length % 2 == 0
            && Convert.FromHexString(token, bytes, out _, out var count) == OperationStatus.Done
            && HoldDigits(bytes[..count]))
        {
            Write(bytes[..count], text, start, end, ref reading);
            return true;
        }

        if (TagAt(token) is var tag and >= 0)
        {
            var digits = BytesAt(token, tag) * 2;
            for (var i = 0; i < tag; i++)
            {
                reading.Keep(text, start + i);
            }

            reading.Write(Wall, text, start + tag, start + tag + TagLength);
            for (var i = tag + TagLength; i < tag + TagLength + digits; i++)
            {
                if (char.IsAsciiDigit(token[i]))
                {
                    reading.Write(token[i], text, start + i, start + i + 1);
                }
            }

            reading.Write(Wall, text, start + tag, start + tag + TagLength);
            taken = tag + TagLength + digits;
            return true;
        }

        var padding = 0;
        while (padding < 2 && end + padding < text.Characters.Length && text.Characters[end + padding] == '=')
        {
            padding++;
        }

        if (!TryDecode(token, bytes, out count) || !HoldDigits(bytes[..count]))
        {
            return false;
        }

        Write(bytes[..count], text, start, end + padding, ref reading);
        taken += padding;
        return true;
    }

    private static void Write(
        scoped ReadOnlySpan<byte> bytes, in DisguiseText text, int start, int end, ref DisguiseText reading)
    {
        reading.Write(Wall, text, start, end);
        foreach (var value in bytes)
        {
            reading.Write(value < 0x80 ? (char)value : ' ', text, start, end);
        }

        reading.Write(Wall, text, start, end);
    }

    private static bool TryDecode(ReadOnlySpan<char> token, Span<byte> bytes, out int count)
    {
        Span<char> plain = stackalloc char[Longest];
        token.CopyTo(plain);
        plain[..token.Length].Replace('+', '-');
        plain[..token.Length].Replace('/', '_');
        return Base64Url.DecodeFromChars(plain[..token.Length], bytes, out _, out count)
            == OperationStatus.Done;
    }

    private static bool HoldDigits(ReadOnlySpan<byte> bytes)
    {
        var digits = 0;
        foreach (var value in bytes)
        {
            if (value is < 0x20 or 0x7F and not ((byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return false;
            }

            digits += char.IsAsciiDigit((char)value) ? 1 : 0;
        }

        return digits >= CardReading.MinDigits && Utf8.IsValid(bytes);
    }

    // Six to ten bytes of number: 12 to 19 digits, filled up with an F.
    private static int TagAt(ReadOnlySpan<char> token)
    {
        for (var i = 0; i + TagLength < token.Length; i++)
        {
            var tag = token[i..].IndexOf("5A0", StringComparison.OrdinalIgnoreCase);
            if (tag < 0)
            {
                return -1;
            }

            i += tag;
            if (i + TagLength >= token.Length)
            {
                return -1;
            }

            var bytes = BytesAt(token, i);
            if (bytes is >= 6 and <= 10 && i + TagLength + (bytes * 2) <= token.Length
                && IsFilled(token.Slice(i + TagLength, bytes * 2)))
            {
                return i;
            }
        }

        return -1;
    }

    private static int BytesAt(ReadOnlySpan<char> token, int tag) =>
        token[tag + TagLength - 1] is 'A' or 'a' ? 10 : token[tag + TagLength - 1] - '0';

    private static bool IsFilled(ReadOnlySpan<char> digits) =>
        !digits.TrimEnd("Ff").ContainsAnyExceptInRange('0', '9') && digits[^2] is not ('F' or 'f');

    private static bool IsPart(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '-' or '_';
}
