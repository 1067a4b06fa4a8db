using System.Text;

namespace ContactCenter.Files;

/// <summary>The headers of a message or of a part of one.</summary>
internal sealed class MailHeaders
{
    private const int MaxLength = 256 * 1024;
    private const string TransferEncoding = "content-transfer-encoding";

    private readonly List<(string Name, string Value)> _fields = [];

    private MailHeaders()
    {
    }

    /// <summary>What it is, such as <c>text/plain</c>, in lower case.</summary>
    internal string Type => Of("content-type").Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } type
        ? type
        : "text/plain";

    /// <summary>How its body is written; nothing known where it says so twice: programs do not agree then.</summary>
    internal string Encoding => _fields.Count(one => one.Name == TransferEncoding) > 1
        ? "several"
        : Of(TransferEncoding).Split(';')[0].Trim().ToLowerInvariant();

    internal bool IsEmbedded => Of("content-id").Length > 0;

    internal string? Boundary => Parameter("content-type", "boundary");

    internal string? Charset => Parameter("content-type", "charset");

    /// <summary>What the part is called as a file; empty where it is not.</summary>
    internal string FileName =>
        Parameter("content-disposition", "filename") ?? Parameter("content-type", "name") ?? string.Empty;

    /// <summary>All fields with their encoded words resolved, and parameters that come in parts, a line each.</summary>
    internal IEnumerable<string> Readings => _fields.SelectMany(IEnumerable<string> (one) =>
        [$"{one.Name}: {EncodedWords.Decode(one.Value)}", .. Percent(one.Value), .. MailParameters.InParts(one.Value)]);

    /// <summary>Reads headers up to the empty line.</summary>
    /// <returns>The headers, and where the body begins.</returns>
    internal static (MailHeaders Headers, int BodyAt) Read(ReadOnlySpan<byte> content)
    {
        var headers = new MailHeaders();
        var at = 0;
        var (name, value) = (string.Empty, new StringBuilder());
        while (at < content.Length)
        {
            var end = content[at..].IndexOf((byte)'\n') is var found and >= 0 ? at + found + 1 : content.Length;
            var line = content[at..end].TrimEnd("\r\n"u8);
            at = end;
            if (at > MaxLength)
            {
                throw new ScanLimitException();
            }

            if (line.IsEmpty)
            {
                break;
            }

            var text = System.Text.Encoding.UTF8.GetString(line);
            if (text[0] is ' ' or '\t')
            {
                value.Append(' ').Append(text.AsSpan().Trim());
                continue;
            }

            headers.Keep(name, value);
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            name = colon < 0 ? string.Empty : text[..colon].Trim().ToLowerInvariant();
            value.Append(text.AsSpan(colon + 1).Trim());
        }

        headers.Keep(name, value);
        return (headers, at);
    }

    private void Keep(string name, StringBuilder value)
    {
        if (value.Length > 0)
        {
            _fields.Add((name, value.ToString()));
            value.Clear();
        }
    }

    private string Of(string name) => _fields.Find(one => one.Name == name).Value ?? string.Empty;

    private string? Parameter(string field, string name) => MailParameters.Of(Of(field), name);

    private static IEnumerable<string> Percent(string value) =>
        value.Contains('%', StringComparison.Ordinal) ? [Uri.UnescapeDataString(value)] : [];
}
