using System.Text;

namespace ContactCenter.Files;

internal sealed partial class DocumentScan
{
    private const int MaxPartNesting = 20;

    private static bool IsMail(string extension) =>
        extension is "eml" or "mht" || extension.EndsWith("mhtml", StringComparison.Ordinal);

    private async ValueTask ReadMessageAsync(ReadOnlyMemory<byte> content, int depth)
    {
        budget.GoDown(depth);

        // As it stands as well: what the structure hides, and a reader may yet see.
        ReadRaw(content.Span);
        await ReadMailPartAsync(content, depth, nesting: 0).ConfigureAwait(false);
    }

    private async ValueTask ReadMailPartAsync(ReadOnlyMemory<byte> content, int depth, int nesting)
    {
        if (nesting > MaxPartNesting)
        {
            throw new ScanLimitException();
        }

        budget.Enter();
        var (headers, bodyAt) = MailHeaders.Read(content.Span);
        ReadString(string.Join('\n', headers.Readings));
        var body = content[bodyAt..];
        if (headers.Type == "multipart/encrypted")
        {
            _findings.CannotRead();
        }
        else if (!headers.Type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            await ReadMailBodyAsync(headers, body, depth).ConfigureAwait(false);
        }
        else if (headers.Boundary is not { Length: > 0 } boundary)
        {
            _findings.CannotRead();
        }
        else
        {
            foreach (var part in MailParts.Of(body, boundary))
            {
                await TryAsync(() => ReadMailPartAsync(part, depth, nesting + 1)).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask ReadMailBodyAsync(MailHeaders headers, ReadOnlyMemory<byte> body, int depth)
    {
        switch (headers.Encoding)
        {
            case "" or "7bit" or "8bit" or "binary":
                await ReadMailContentAsync(headers, body, depth).ConfigureAwait(false);
                return;
            case "base64" or "quoted-printable":
                budget.Inflate(body.Length);
                using (var held = Decode(headers.Encoding, body.Span))
                {
                    await ReadMailContentAsync(headers, held.Content, depth).ConfigureAwait(false);
                }

                return;
            default:
                _findings.CannotRead();
                return;
        }
    }

    private HeldContent Decode(string encoding, ReadOnlySpan<byte> body)
    {
        // Asked before it is made: it is no longer than that.
        budget.Hold(body.Length);
        budget.Hold(-body.Length);
        return HeldContent.Of(
            encoding == "base64" ? TransferDecoding.Base64(body) : TransferDecoding.QuotedPrintable(body), budget);
    }

    private ValueTask ReadMailContentAsync(MailHeaders headers, ReadOnlyMemory<byte> content, int depth)
    {
        var extension = ExtensionOf(headers.FileName);
        var type = headers.Type;
        if (type == "message/rfc822")
        {
            return ReadMessageAsync(content, depth + 1);
        }

        if (type is "application/pkcs7-signature" or "application/x-pkcs7-signature")
        {
            ReadRaw(content.Span);
            return ValueTask.CompletedTask;
        }

        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type == "application/xhtml+xml";
        var isPacked = FileKinds.Of(content.Span) is FileKind.Zip or FileKind.Pdf or FileKind.Image or FileKind.Rtf;
        if (!isText || isPacked)
        {
            return ReadAsync(extension, content, depth, headers.IsEmbedded);
        }

        var format = type switch
        {
            "text/html" => TextFormat.Html,
            "text/xml" or "application/xhtml+xml" => TextFormat.Xml,
            "text/plain" when TextAttachmentScanner.FormatOf(extension) is var known and not TextFormat.None => known,
            _ => TextFormat.Mail,
        };
        ReadMailText(headers.Charset, content.Span, format);
        return ValueTask.CompletedTask;
    }

    private void ReadMailText(string? charset, ReadOnlySpan<byte> content, TextFormat format)
    {
        const int AtOnce = 8 * 1024;
        if ((charset is null ? Encoding.UTF8 : CodePages.Of(charset)) is not { } encoding)
        {
            _findings.CannotRead();
            return;
        }

        using var scan = new TextScan(pipeline, format);
        scan.Append("\n");
        var decoder = encoding.GetDecoder();
        var characters = new char[encoding.GetMaxCharCount(AtOnce)];
        while (!content.IsEmpty && !scan.IsOver)
        {
            budget.Token.ThrowIfCancellationRequested();
            var piece = content[..Math.Min(AtOnce, content.Length)];
            scan.Append(characters.AsSpan(0, decoder.GetChars(piece, characters, flush: false)));
            content = content[piece.Length..];
        }

        _findings.Add(scan.End());
    }
}
