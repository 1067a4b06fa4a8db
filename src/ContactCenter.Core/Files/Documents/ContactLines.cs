using System.Text;

namespace ContactCenter.Files;

/// <summary>The lines of a contact or of a calendar: names, parameters and values, folded and encoded.</summary>
/// <remarks>By RFC 6350 and 5545, and as vCard 2.1 has it, which is what telephones write.</remarks>
internal static class ContactLines
{
    // How it is encoded stands at its beginning, which may be folded itself.
    private const int LongestHead = 512;

    /// <summary>Whether a file is one, by what it is called and how it is written.</summary>
    internal static bool AreIn(string extension, ReadOnlySpan<byte> content) =>
        extension is "vcf" or "vcard" or "ics"
        && TextEncodings.Of(content[..Math.Min(content.Length, TextEncodings.HeadLength)], out _) is UTF8Encoding;

    /// <summary>The lines as they were before they were folded, a character a byte.</summary>
    internal static IEnumerable<string> Of(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var (whole, isQuoted) = (new StringBuilder(), false);
        for (var rest = content; !rest.IsEmpty;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = rest.Span.IndexOf((byte)'\n');
            var line = Encoding.Latin1.GetString((end < 0 ? rest : rest[..end]).Span).TrimEnd('\r');
            rest = end < 0 ? default : rest[(end + 1)..];
            isQuoted = whole.Length == 0 || whole.Length > LongestHead ? isQuoted : IsQuoted(whole.ToString());
            if (whole.Length > 0 && isQuoted && whole[^1] == '=')
            {
                whole.Length--;
                whole.Append(line);
            }
            else if (whole.Length > 0 && line is [' ' or '\t', ..])
            {
                whole.Append(line.AsSpan(1));
            }
            else
            {
                if (whole.Length > 0)
                {
                    yield return whole.ToString();
                }

                whole.Clear().Append(line);
                isQuoted = IsQuoted(line);
            }
        }

        yield return whole.ToString();
    }

    /// <summary>What a line says: decoded where its parameters say how.</summary>
    /// <returns>Its value, and whether that is a file of its own and no words.</returns>
    internal static (byte[] Bytes, int Length, bool IsFile) ValueOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var parameters = line[..Math.Max(0, colon)].ToUpperInvariant().Split(';');
        var value = Encoding.Latin1.GetBytes(line[(colon + 1)..]);
        if (parameters.Any(one => one is "QUOTED-PRINTABLE" or "ENCODING=QUOTED-PRINTABLE"))
        {
            var (words, length) = TransferDecoding.QuotedPrintable(value);
            return (words, length, IsFile: false);
        }

        var data = line.IndexOf(";base64,", StringComparison.OrdinalIgnoreCase);
        if (data >= 0 || parameters.Any(one => one is "BASE64" or "ENCODING=BASE64" or "ENCODING=B"))
        {
            var (file, length) = TransferDecoding.Base64(
                data >= 0 ? Encoding.Latin1.GetBytes(line[(data + ";base64,".Length)..]) : value);
            return (file, length, IsFile: true);
        }

        return (value, value.Length, IsFile: false);
    }

    /// <summary>In which encoding its words are.</summary>
    internal static Encoding CharsetOf(string line)
    {
        const string Parameter = ";CHARSET=";
        var start = line.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase) + Parameter.Length;
        var end = start < Parameter.Length ? -1 : line.AsSpan(start).IndexOfAny(':', ';');
        return end > 0 ? CodePages.Of(line.Substring(start, end)) ?? Encoding.UTF8 : Encoding.UTF8;
    }

    /// <summary>What a line is called: "TEL" of "TEL;TYPE=home:…".</summary>
    internal static ReadOnlySpan<char> NameOf(string line) =>
        line.AsSpan(0, Math.Max(0, line.AsSpan().IndexOfAny(':', ';')));

    private static bool IsQuoted(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line.AsSpan(0, colon < 0 ? line.Length : colon)
            .Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
    }
}
