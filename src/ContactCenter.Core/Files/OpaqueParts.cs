using System.Buffers;

namespace ContactCenter.Files;

/// <summary>Finds the marks of parts that are packed so that a scanner of texts cannot read them.</summary>
internal static class OpaqueParts
{
    private const string TransferEncoding = "content-transfer-encoding";

    // A header and its value end within it; what stands nearer to the end of a window is in the next one as well.
    private const int Reach = 256;

    private static readonly string[] InMarkup = ["<!ENTITY", ";base64", "data:text/", "data:application/", "utf-7"];
    private static readonly SearchValues<char> EndsOfValue = SearchValues.Create("\r\n;( \t");
    private static readonly string[] Readable = ["7bit", "8bit", "binary"];

    /// <summary>Entities of the author's own, files inside the file, and an encoding that hides digits.</summary>
    internal static bool AreInMarkup(string text, bool isEnd) =>
        InMarkup.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>Parts of a message in base64 or quoted-printable, encoded words in its headers, and uuencode.</summary>
    internal static bool AreInMail(string text, bool isEnd)
    {
        for (var at = Next(text, TransferEncoding, 0); at >= 0; at = Next(text, TransferEncoding, at + 1))
        {
            var header = text.AsSpan(at, Math.Min(Reach, text.Length - at));
            if ((isEnd || header.Length == Reach) && !IsReadable(header[TransferEncoding.Length..]))
            {
                return true;
            }
        }

        for (var at = Next(text, "=?", 0); at >= 0; at = Next(text, "=?", at + 1))
        {
            var word = text.AsSpan(at, Math.Min(Reach, text.Length - at));
            if (word.Contains("?b?", StringComparison.OrdinalIgnoreCase)
                || word.Contains("?q?", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return AreUuencoded(text) || text.Contains("utf-7", StringComparison.OrdinalIgnoreCase);
    }

    // "Content-Transfer-Encoding: 8bit", with spaces and folded lines where mail allows them.
    private static bool IsReadable(ReadOnlySpan<char> header)
    {
        header = header.TrimStart();
        if (!header.StartsWith(':'))
        {
            // The words in a sentence, no header.
            return true;
        }

        header = header[1..].TrimStart();
        var end = header.IndexOfAny(EndsOfValue);
        var value = end < 0 ? header : header[..end];
        foreach (var readable in Readable)
        {
            if (value.Equals(readable, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreUuencoded(string text)
    {
        for (var at = Next(text, "\nbegin ", 0); at >= 0; at = Next(text, "\nbegin ", at + 1))
        {
            var mode = text.AsSpan(at + "\nbegin ".Length);
            if (mode.Length > 3 && !mode[..3].ContainsAnyExceptInRange('0', '7'))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string text, string mark, int start) =>
        text.IndexOf(mark, start, StringComparison.OrdinalIgnoreCase);
}
