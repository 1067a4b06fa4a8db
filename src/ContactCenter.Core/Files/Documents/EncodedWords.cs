using System.Text;

namespace ContactCenter.Files;

/// <summary>Resolves the words of a header that are written in another alphabet: <c>=?utf-8?B?NDExMQ==?=</c>.</summary>
internal static class EncodedWords
{
    internal static string Decode(string value)
    {
        var text = new StringBuilder(value.Length);
        var at = 0;
        var isAfterWord = false;
        while (at < value.Length)
        {
            var start = value.IndexOf("=?", at, StringComparison.Ordinal);
            var parts = start < 0 ? null : Parts(value, start);
            if (parts is not var (charset, how, word, end))
            {
                var next = start < 0 ? value.Length : start + 2;
                text.Append(value, at, next - at);
                (at, isAfterWord) = (next, false);
                continue;
            }

            var between = value.AsSpan(at, start - at);
            if (!isAfterWord || !between.IsWhiteSpace())
            {
                text.Append(between);
            }

            var (bytes, length) = how is 'b' or 'B'
                ? TransferDecoding.Base64(Encoding.ASCII.GetBytes(word))
                : TransferDecoding.QuotedPrintable(Encoding.ASCII.GetBytes(word.Replace('_', ' ')));
            text.Append((CodePages.Of(charset) ?? CodePages.Latin).GetString(bytes, 0, length));
            (at, isAfterWord) = (end, true);
        }

        return text.ToString();
    }

    private static (string Charset, char How, string Word, int End)? Parts(string value, int start)
    {
        const int Longest = 1_000;
        var charsetEnd = value.IndexOf('?', start + 2, Math.Min(Longest, value.Length - start - 2));
        if (charsetEnd < 0 || charsetEnd + 3 > value.Length || value[charsetEnd + 2] != '?')
        {
            return null;
        }

        var word = charsetEnd + 3;
        var end = value.IndexOf("?=", word, Math.Min(Longest, value.Length - word), StringComparison.Ordinal);
        return end < 0
            ? null
            : (value[(start + 2)..charsetEnd].Split('*')[0], value[charsetEnd + 1], value[word..end], end + 2);
    }
}
