using System.Runtime.InteropServices;
using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>One file on its way through the scan, with everything that is packed in it.</summary>
/// <remarks>
/// Whatever is wrong with a part makes the part unread, and never an exception: only the host's own tools, the end of
/// the time and of memory throw. One thread at a time.
/// </remarks>
internal sealed partial class DocumentScan(
    RedactionPipeline pipeline,
    DocumentScanOptions options,
    IOcrEngine? ocr,
    PdfTextTool? pdf,
    ScanBudget budget)
{
    private readonly ScanFindings _findings = new(options);

    /// <summary>Reads all of it.</summary>
    internal async ValueTask<ScanVerdict> OfAsync(string extension, ReadOnlyMemory<byte> content)
    {
        await ReadAsync(extension, content, depth: 0, isEmbedded: false).ConfigureAwait(false);
        return _findings.Verdict;
    }

    private ValueTask ReadAsync(string extension, ReadOnlyMemory<byte> content, int depth, bool isEmbedded) =>
        TryAsync(() => FileKinds.Of(content.Span) switch
        {
            FileKind.Empty => ValueTask.CompletedTask,
            FileKind.Zip => ReadZipAsync(content, depth + 1),
            FileKind.Pdf => ReadPdfAsync(content),
            FileKind.Image => ReadImageAsync(content, isEmbedded),
            FileKind.Rtf => ReadRtfAsync(content),
            FileKind.Text when IsMail(extension) => ReadMessageAsync(content, depth + 1),
            FileKind.Text when ContactLines.AreIn(extension, content.Span) => ReadContactsAsync(content, depth + 1),
            FileKind.Text => ReadTextAsync(Open(content), TextAttachmentScanner.FormatOf(extension)),
            _ => CannotRead(),
        });

    private async ValueTask TryAsync(Func<ValueTask> read)
    {
        if (_findings.IsOver)
        {
            return;
        }

        try
        {
            await read().ConfigureAwait(false);
        }
        catch (ScanLimitException)
        {
            _findings.IsBeyondBounds();
        }
        catch (Exception exception)
            when (exception is not (OperationCanceledException or OutOfMemoryException or ScanToolException))
        {
            _findings.CannotRead();
        }
    }

    private ValueTask CannotRead()
    {
        _findings.CannotRead();
        return ValueTask.CompletedTask;
    }

    // A format that no extension tells is read as a page: that sees most.
    private async ValueTask ReadTextAsync(Stream content, TextFormat format) =>
        _findings.Add(await TextAttachmentScanner.ScanAsync(
            pipeline, content, format == TextFormat.None ? TextFormat.Html : format, budget.Token)
            .ConfigureAwait(false));

    private ValueTask ReadRtfAsync(ReadOnlyMemory<byte> content)
    {
        var reader = ReadRtf(content.Span, showsHidden: false);
        if (reader.HasHidden)
        {
            ReadRtf(content.Span, showsHidden: true);
        }

        if (reader.HasPicture)
        {
            _findings.CannotReadImage(isEmbedded: true);
        }

        if (reader.HasObject)
        {
            _findings.CannotRead();
        }

        return ValueTask.CompletedTask;
    }

    private RtfReader ReadRtf(ReadOnlySpan<byte> content, bool showsHidden)
    {
        using var text = new StoryText(pipeline);
        var reader = new RtfReader(text, showsHidden);
        reader.Read(content, budget);
        _findings.Add(text.End());
        return reader;
    }

    private async ValueTask ReadPdfAsync(ReadOnlyMemory<byte> content)
    {
        var told = pdf is null || content.Span.IndexOf("/EmbeddedFile"u8) >= 0
            ? null
            : await pdf.ReadAsync(content, budget).ConfigureAwait(false);
        if (told is null)
        {
            _findings.CannotRead();
            return;
        }

        ReadString(told);
        var pages = told.EndsWith('\f') ? told[..^1] : told;
        if (pages.Split('\f').Any(string.IsNullOrWhiteSpace))
        {
            // A page without text is a picture, or empty: nobody here can tell.
            _findings.CannotReadImage(isEmbedded: false);
        }
    }

    private async ValueTask ReadImageAsync(ReadOnlyMemory<byte> content, bool isEmbedded)
    {
        var told = default(string);
        if (ocr is not null)
        {
            try
            {
                told = await ocr.ReadAsync(content, budget.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
            {
                throw new ScanToolException(exception);
            }
        }

        await foreach (var written in PictureTexts.OfAsync(content, budget).ConfigureAwait(false))
        {
            ReadString(written);
        }

        if (told is null)
        {
            _findings.CannotReadImage(isEmbedded);
            return;
        }

        ReadString(told);
        ReadString(LookAlikes.Read(told));
    }

    private void ReadString(string words)
    {
        if (!_findings.IsOver)
        {
            using var text = new StoryText(pipeline);
            text.Add(words);
            _findings.Add(text.End());
        }
    }

    /// <summary>Bytes that hold no text to speak of; were there any in them, it is read.</summary>
    private void ReadRaw(ReadOnlySpan<byte> content)
    {
        const int AtOnce = 8 * 1024;
        using var text = new StoryText(pipeline);
        for (var at = 0; at < content.Length && !text.IsOver; at += AtOnce)
        {
            budget.Token.ThrowIfCancellationRequested();
            var piece = content.Slice(at, Math.Min(AtOnce, content.Length - at));
            text.Add(Encoding.Latin1.GetString(piece));
            text.AddBeside(Encoding.Unicode.GetString(piece));
        }

        _findings.Add(text.End());
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    private static string ExtensionOf(string name)
    {
        var file = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return file[(file.LastIndexOf('.') + 1)..].Trim().ToLowerInvariant();
    }
}
