using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>Looks for card data in files of plain text, by the rules that hold for messages.</summary>
/// <remarks>
/// <para>
/// Reads txt, csv, log, md, json, html, htm, shtml, xhtml, xml, xsl, and eml without encoded parts, in UTF-8, or in
/// UTF-16 or UTF-32 with a byte order mark. Tags, comments, entities and escapes do not hide a number; a page that
/// would only be made by its script is beyond it. All else is <see cref="ScanVerdict.NotRead"/>: other extensions,
/// other encodings, and content that is no text, whatever it is called. So are files with parts that only look like
/// text, such as base64.
/// </para>
/// <para>
/// A file cannot be masked, so whatever the pipeline would mask or drop blocks it, by the code of its kind. What the
/// pipeline cannot judge is blocked as <c>unscannable</c>.
/// </para>
/// <para>Holds a part of a file at a time, and takes time in proportion to its length. Safe for any thread.</para>
/// </remarks>
/// <param name="pipeline">Finds what must not travel.</param>
public sealed class TextAttachmentScanner(RedactionPipeline pipeline) : IAttachmentScanner
{
    internal const string Unscannable = "unscannable";

    // In place of the code of a kind that is too long for a verdict.
    internal const string Sensitive = "sensitive";

    private const int BytesAtOnce = 16 * 1024;

    private static readonly FrozenDictionary<string, TextFormat> Formats = new Dictionary<string, TextFormat>
    {
        ["txt"] = TextFormat.Plain,
        ["csv"] = TextFormat.Table,
        ["log"] = TextFormat.Plain,
        ["json"] = TextFormat.Json,
        ["md"] = TextFormat.Html,
        ["html"] = TextFormat.Html,
        ["htm"] = TextFormat.Html,
        ["shtml"] = TextFormat.Html,
        ["xhtml"] = TextFormat.Xml,
        ["xml"] = TextFormat.Xml,
        ["xsl"] = TextFormat.Xml,
        ["eml"] = TextFormat.Mail,
    }.ToFrozenDictionary();

    private readonly RedactionPipeline _pipeline = pipeline ?? throw new ArgumentNullException(nameof(pipeline));

    /// <summary>The name <c>text</c>.</summary>
    public string Name => "text";

    /// <summary>It does.</summary>
    public bool LooksForCardData => true;

    /// <inheritdoc/>
    public async ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!Formats.TryGetValue(file.Extension, out var format))
        {
            return ScanVerdict.NotRead;
        }

        var content = await file.OpenReadAsync(cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            return await ScanAsync(_pipeline, content, format, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>None where an extension is not one of a text.</returns>
    internal static TextFormat FormatOf(string extension) => Formats.GetValueOrDefault(extension);

    internal static async ValueTask<ScanVerdict> ScanAsync(
        RedactionPipeline pipeline, Stream content, TextFormat format, CancellationToken cancellationToken)
    {
        var bytes = new byte[BytesAtOnce];
        var text = new char[BytesAtOnce + 2];
        using var scan = new TextScan(pipeline, format);
        try
        {
            var length = await content.ReadAtLeastAsync(bytes, TextEncodings.HeadLength, false, cancellationToken)
                .ConfigureAwait(false);
            if (TextEncodings.Of(bytes.AsSpan(0, length), out var mark)?.GetDecoder() is not { } decoder)
            {
                return ScanVerdict.NotRead;
            }

            for (var start = mark; length > 0 && !scan.IsOver; start = 0)
            {
                scan.Append(text.AsSpan(0, decoder.GetChars(bytes, start, length - start, text, 0, flush: false)));
                length = await content.ReadAsync(bytes, cancellationToken).ConfigureAwait(false);
            }

            if (!scan.IsOver)
            {
                decoder.GetChars([], 0, 0, text, 0, flush: true);
            }

            return scan.End();
        }
        catch (DecoderFallbackException)
        {
            // It is not in the encoding it seemed to be in. What the exception says is of the content.
            return scan.End() is { IsBlocked: true } blocked ? blocked : ScanVerdict.NotRead;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }
}
