using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>Looks for card data in documents, mail and archives, and in what is packed in them.</summary>
/// <remarks>
/// <para>
/// Reads rtf, eml and mht; vcf and ics; docx, xlsx, pptx and their kin; odt, ods and odp; zip, to the depth of the
/// options; PDF by the host's own program, and pictures by the host's <see cref="IOcrEngine"/>. What a file is, its
/// first bytes say, not its name. Runs of a paragraph are joined and cells of a row read together; headers, comments,
/// notes, properties, formulas, attributes and names are read as well. No document type, entity or link is followed.
/// </para>
/// <para>
/// A file cannot be masked here, so whatever the pipeline would mask or drop blocks it, by the code of its kind. What
/// cannot be read goes by the policies of the options. A malformed file is no exception, and none that goes beyond a
/// bound is delivered.
/// </para>
/// <para>Texts are left to <see cref="TextAttachmentScanner"/>. Safe for any thread.</para>
/// </remarks>
#pragma warning disable CA1001 // the places have no handle to give back
public sealed class DocumentAttachmentScanner : IAttachmentScanner
#pragma warning restore CA1001
{
    private readonly RedactionPipeline _pipeline;
    private readonly DocumentScanOptions _options;
    private readonly IOcrEngine? _ocr;
    private readonly PdfTextTool? _pdf;
    private readonly SemaphoreSlim _places;

    /// <summary>A scanner by the options.</summary>
    /// <param name="pipeline">Finds what must not travel.</param>
    /// <param name="options">Bounds and policies, read now; null for the defaults.</param>
    /// <param name="ocr">Reads pictures; null where nothing can.</param>
    /// <param name="time">What the time of the PDF tool is measured by; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are out of bounds; all faults are named.</exception>
    public DocumentAttachmentScanner(
        RedactionPipeline pipeline,
        DocumentScanOptions? options = null,
        IOcrEngine? ocr = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        _pipeline = pipeline;
        _options = (options ?? new DocumentScanOptions()).Copy();
        if (_options.Faults().ToArray() is { Length: > 0 } faults)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(options));
        }

        _ocr = ocr;
        _pdf = _options.PdfTextTool is { } tool
            ? new PdfTextTool(tool, _options.PdfTextTimeout, time ?? TimeProvider.System)
            : null;
        _places = new SemaphoreSlim(_options.MaxAtOnce);
    }

    /// <summary>The name <c>documents</c>.</summary>
    public string Name => "documents";

    /// <summary>It does.</summary>
    public bool LooksForCardData => true;

    /// <inheritdoc/>
    public async ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (TextAttachmentScanner.FormatOf(file.Extension) is not (TextFormat.None or TextFormat.Mail))
        {
            return ScanVerdict.NotRead;
        }

        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ReadAsync(file, new ScanBudget(_options, cancellationToken)).ConfigureAwait(false);
        }
        catch (ScanLimitException)
        {
            return ScanVerdict.NotRead;
        }
        finally
        {
            _places.Release();
        }
    }

    private async ValueTask<ScanVerdict> ReadAsync(QuarantinedFile file, ScanBudget budget)
    {
        var content = await file.OpenReadAsync(budget.Token).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            using var held = await HeldContent.OfAsync(content, budget).ConfigureAwait(false);
            return await new DocumentScan(_pipeline, _options, _ocr, _pdf, budget)
                .OfAsync(file.Extension, held.Content).ConfigureAwait(false);
        }
    }
}
