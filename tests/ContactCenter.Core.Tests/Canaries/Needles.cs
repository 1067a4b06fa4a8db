using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ContactCenter.Tests.Canaries;

/// <summary>Looks for a canary in whatever was written, however it was encoded.</summary>
internal static partial class Needles
{
    /// <summary>A mask shows ten digits, and so never all but the first and the last.</summary>
    private static readonly SearchValues<string> Digits =
        SearchValues.Create([.. Canaries.Numbers.Select(number => number[1..^1])], StringComparison.Ordinal);

    private static readonly SearchValues<string> Encoded = SearchValues.Create(
        [
            .. Canaries.Numbers.SelectMany(number => Canaries.Forms.Select(form => form(number)))
                .SelectMany(text => (byte[][])[Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)])
                .SelectMany(EncodingsOf),
        ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Binary = SearchValues.Create(
        [.. Canaries.Numbers.SelectMany(BinaryFormsOf).Select(Encoding.Latin1.GetString)],
        StringComparison.Ordinal);

    /// <summary>What stands around the first canary in a text; null where there is none.</summary>
    internal static string? In(string text)
    {
        if (text.AsSpan().IndexOfAny(Encoded) is >= 0 and var at)
        {
            return Around(text, at);
        }

        return InDigits(text)
            ?? (text.Contains("\\u", StringComparison.Ordinal) ? InDigits(Unescaped(text)) : null)
            ?? (text.Contains('%', StringComparison.Ordinal) ? InDigits(WebUtility.UrlDecode(text)) : null)
            ?? (text.Contains("&#", StringComparison.Ordinal) ? InDigits(WebUtility.HtmlDecode(text)) : null);
    }

    /// <summary>The same of bytes: as text of any encoding, and as numbers.</summary>
    internal static string? In(byte[] bytes) =>
        In(Encoding.UTF8.GetString(bytes))
        ?? InDigits(Encoding.Unicode.GetString(bytes))
        ?? InDigits(Encoding.BigEndianUnicode.GetString(bytes))
        ?? (bytes.Length < 2 ? null : InDigits(Encoding.Unicode.GetString(bytes, 1, bytes.Length - 1)))
        ?? (Encoding.Latin1.GetString(bytes).AsSpan().IndexOfAny(Binary) is >= 0 and var at ? $"binary at {at}" : null);

    /// <summary>The digits alone, of whatever script, with where each stood.</summary>
    private static string? InDigits(string text)
    {
        var digits = new StringBuilder();
        var places = new List<int>();
        for (var index = 0; index < text.Length; index++)
        {
            var value = char.IsAscii(text[index])
                ? char.IsAsciiDigit(text[index]) ? text[index] - '0' : -1
                : CharUnicodeInfo.GetDecimalDigitValue(text, index);
            if (value >= 0)
            {
                digits.Append((char)('0' + value));
                places.Add(index);
            }
        }

        return digits.ToString().AsSpan().IndexOfAny(Digits) is >= 0 and var at ? Around(text, places[at]) : null;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 60)];

    private static string Unescaped(string text) => Escape().Replace(
        text, found => ((char)ushort.Parse(found.Groups[1].Value, NumberStyles.HexNumber, null)).ToString());

    /// <summary>Base64 at each alignment, without what depends on the neighbours; and hexadecimal.</summary>
    private static IEnumerable<string> EncodingsOf(byte[] bytes)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            yield return text[(shift == 0 ? 0 : 4)..(text.Length - 4)];
        }

        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
    }

    private static IEnumerable<byte[]> BinaryFormsOf(string number)
    {
        var value = long.Parse(number, CultureInfo.InvariantCulture);
        yield return BitConverter.GetBytes(value);
        yield return BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(value));
        yield return BitConverter.GetBytes((double)value);
        var variable = new List<byte>();
        for (var left = (ulong)value; left > 0; left >>= 7)
        {
            variable.Add((byte)((left & 0x7F) | (left > 0x7F ? 0x80u : 0)));
        }

        yield return [.. variable];
    }

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}
