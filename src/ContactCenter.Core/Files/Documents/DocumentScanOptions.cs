namespace ContactCenter.Files;

/// <summary>How far documents are read when card data is looked for, and what becomes of what cannot be read.</summary>
/// <remarks>
/// Bounds keep one hostile file from taking a machine: what goes beyond one is never delivered, whatever the policies
/// say. Read once, when the scanner is made. Bindable from configuration.
/// </remarks>
public sealed class DocumentScanOptions
{
    /// <summary>
    /// Whether a plain text or a table of text (txt, csv, log; 4 MB at most) that holds card data is delivered all the
    /// same, in a copy in which it is masked, and the original destroyed. An entry of the audit trail says so.
    /// </summary>
    /// <value>Default: no; it is blocked, as every other file with card data is.</value>
    /// <remarks>Only where messages are masked as well, and not dropped.</remarks>
    public bool MaskTexts { get; set; }

    /// <summary>What becomes of pictures, and of pages of a PDF that hold no text.</summary>
    /// <value>Default: <see cref="UnreadPolicy.Block"/>. With an <see cref="IOcrEngine"/> only for those that it
    /// cannot read.</value>
    public UnreadPolicy Images { get; set; }

    /// <summary>What becomes of documents for the pictures in them, such as a logo in a letter.</summary>
    /// <value>Default: <see cref="UnreadPolicy.Block"/>. With an <see cref="IOcrEngine"/> only for those that it
    /// cannot read.</value>
    public UnreadPolicy EmbeddedImages { get; set; }

    /// <summary>
    /// What becomes of everything else that cannot be read: encrypted, damaged, in a format that nobody knows, or a PDF
    /// without a tool for it.
    /// </summary>
    /// <value>Default: <see cref="UnreadPolicy.Block"/>.</value>
    public UnreadPolicy Unreadable { get; set; }

    /// <summary>
    /// The full path of a program that reads a PDF from its input and writes the text to its output, as
    /// <c>pdftotext -q -enc UTF-8 - -</c> does, with a form feed after each page.
    /// </summary>
    /// <value>Default: none; then a PDF cannot be read. A full path, so that no search path decides what runs.</value>
    /// <remarks>
    /// Runs as a process of its own, without the host's environment, and is killed with its children when its time or
    /// its output is more than it may have. Pictures beside the text of a page, and files in a PDF that its structure
    /// hides, are not seen by it.
    /// </remarks>
    public string? PdfTextTool { get; set; }

    /// <summary>How long that program may take for one file.</summary>
    /// <value>Default: 20 seconds. Above 0, at most 10 minutes.</value>
    public TimeSpan PdfTextTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many bytes all that is packed in one file may have, unpacked, together.</summary>
    /// <value>Default: 200,000,000. 1,000 to 10,000,000,000.</value>
    public long MaxInflatedBytes { get; set; } = 200_000_000;

    /// <summary>How much of one file is held in memory at a time, in bytes.</summary>
    /// <value>Default: 64,000,000. 1,000 to 1,000,000,000.</value>
    public long MaxHeldBytes { get; set; } = 64_000_000;

    /// <summary>How many files and parts one file may have in it, at all depths together.</summary>
    /// <value>Default: 10,000. 1 to 1,000,000.</value>
    public int MaxEntries { get; set; } = 10_000;

    /// <summary>How deep files may lie in files: 1 reads a document, 2 also one in an archive.</summary>
    /// <value>Default: 5. 1 to 20.</value>
    public int MaxDepth { get; set; } = 5;

    /// <summary>How many files are read at a time; others wait, and their time runs.</summary>
    /// <value>Default: 4. 1 to 64.</value>
    public int MaxAtOnce { get; set; } = 4;

    internal DocumentScanOptions Copy() => (DocumentScanOptions)MemberwiseClone();

    /// <summary>What is wrong, all at once; nothing where all is well.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var (name, policy) in new[]
        {
            ("images", Images), ("embedded images", EmbeddedImages), ("unreadable", Unreadable),
        })
        {
            if (!Enum.IsDefined(policy))
            {
                yield return $"documents: {name} {policy} is no policy";
            }
        }

        if (PdfTextTool is not null && !Path.IsPathFullyQualified(PdfTextTool))
        {
            yield return "documents: PDF text tool is not a full path";
        }

        if (PdfTextTimeout <= TimeSpan.Zero || PdfTextTimeout > TimeSpan.FromMinutes(10))
        {
            yield return $"documents: PDF text timeout {PdfTextTimeout} is not above 0 and at most 10 minutes";
        }

        foreach (var (name, value, least, most) in new[]
        {
            ("inflated bytes", MaxInflatedBytes, 1_000, 10_000_000_000),
            ("held bytes", MaxHeldBytes, 1_000, 1_000_000_000),
            ("entries", MaxEntries, 1, 1_000_000),
            ("depth", MaxDepth, 1, 20),
            ("at once", MaxAtOnce, 1, 64),
        })
        {
            if (value < least || value > most)
            {
                yield return FormattableString.Invariant($"documents: {name} {value} is not {least:N0} to {most:N0}");
            }
        }
    }
}
