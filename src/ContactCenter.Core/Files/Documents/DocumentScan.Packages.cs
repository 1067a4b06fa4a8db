using System.Collections.Frozen;
using System.IO.Compression;

namespace ContactCenter.Files;

internal sealed partial class DocumentScan
{
    private static readonly string[] OfficeMarks = ["[Content_Types].xml"];
    private static readonly string[] OpenDocumentMarks = ["META-INF/manifest.xml", "mimetype"];

    private async ValueTask ReadZipAsync(ReadOnlyMemory<byte> content, int depth)
    {
        budget.GoDown(depth);
        budget.Expect(content.Span.Count("PK\u0001\u0002"u8));
        if (!ZipListing.IsWhole(content.Span))
        {
            _findings.CannotRead();
        }

        using var archive = new ZipArchive(Open(content), ZipArchiveMode.Read);
        ReadNames(archive);
        var isOffice = Has(archive, OfficeMarks);
        var isDocument = isOffice || Has(archive, OpenDocumentMarks);
        var strings = isOffice ? await StringsOfAsync(archive).ConfigureAwait(false) : SharedStrings.None;
        foreach (var entry in archive.Entries)
        {
            budget.Enter();
            await TryAsync(() => entry switch
            {
                { Name.Length: 0, Length: 0, CompressedLength: 0 } => ValueTask.CompletedTask,
                { IsEncrypted: true } => CannotRead(),
                _ when isDocument => ReadPartAsync(entry, depth, strings),
                _ => ReadEntryAsync(entry, depth, isEmbedded: false),
            }).ConfigureAwait(false);
        }
    }

    private void ReadNames(ZipArchive archive)
    {
        using var text = new StoryText(pipeline);
        text.Add(archive.Comment);
        foreach (var entry in archive.Entries)
        {
            text.Add('\n');
            text.Add(entry.FullName);
            text.AddBeside(entry.Comment);
            text.AddBeside('\n');
        }

        _findings.Add(text.End());
    }

    private async ValueTask<SharedStrings> StringsOfAsync(ZipArchive archive)
    {
        var strings = SharedStrings.None;
        if (archive.Entries.FirstOrDefault(entry => IsCalled(entry, "sharedStrings.xml")) is { } part)
        {
            await TryAsync(() =>
            {
                using var stream = OpenEntry(part);
                using var reader = XmlParts.Open(stream, budget);
                strings = SharedStrings.Read(reader);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        }

        return strings;
    }

    /// <summary>A part of a document.</summary>
    private ValueTask ReadPartAsync(ZipArchiveEntry entry, int depth, SharedStrings strings)
    {
        switch (ExtensionOf(entry.FullName))
        {
            case "xml" or "rels" or "vml" or "rdf":
                ReadStory(entry, strings);
                return ValueTask.CompletedTask;
            case "fpage" or "fdoc":
                // Words of a fixed page are torn into glyphs.
                return CannotRead();
            case "odttf" or "fntdata" or "ttf" or "otf":
                return ReadHarmlessAsync(entry, depth);
            case "bin" when entry.Name.StartsWith("printerSettings", StringComparison.OrdinalIgnoreCase):
                return ReadHarmlessAsync(entry, depth);
            default:
                return IsCalled(entry, "layout-cache")
                    ? ReadHarmlessAsync(entry, depth)
                    : ReadEntryAsync(entry, depth, isEmbedded: true);
        }
    }

    private void ReadStory(ZipArchiveEntry entry, SharedStrings strings)
    {
        if (ReadStory(entry, strings, left: []).HasChanges)
        {
            ReadStory(entry, strings, XmlParts.Deleted);
            ReadStory(entry, strings, XmlParts.Inserted);
        }
    }

    private XmlStory ReadStory(ZipArchiveEntry entry, SharedStrings strings, FrozenSet<string> left)
    {
        using var text = new StoryText(pipeline);
        using var stream = OpenEntry(entry);
        using var reader = XmlParts.Open(stream, budget);
        var story = new XmlStory(text, strings, left);
        try
        {
            story.Read(reader);
        }
        finally
        {
            // What came before the fault has been read, and may say enough.
            _findings.Add(text.End());
        }

        if (story.HasPackedParts)
        {
            _findings.CannotRead();
        }

        return story;
    }

    private async ValueTask ReadEntryAsync(ZipArchiveEntry entry, int depth, bool isEmbedded)
    {
        var stream = OpenEntry(entry);
        await using (stream.ConfigureAwait(false))
        {
            var extension = ExtensionOf(entry.FullName);
            var format = TextAttachmentScanner.FormatOf(extension);
            if (format is not (TextFormat.None or TextFormat.Mail))
            {
                await ReadTextAsync(stream, format).ConfigureAwait(false);
                return;
            }

            using var held = await HeldContent.OfAsync(stream, budget).ConfigureAwait(false);
            if (isEmbedded && IsCalled(entry, "thumbnail.png") && FileKinds.IsThumbnail(held.Content.Span))
            {
                // Too small to read what it shows; what is written beside the picture is not.
                ReadRaw(held.Content.Span);
                return;
            }

            await ReadAsync(extension, held.Content, depth, isEmbedded).ConfigureAwait(false);
        }
    }

    /// <summary>What programs keep for themselves: fonts, printers, where lines break.</summary>
    private async ValueTask ReadHarmlessAsync(ZipArchiveEntry entry, int depth)
    {
        var stream = OpenEntry(entry);
        await using (stream.ConfigureAwait(false))
        {
            using var held = await HeldContent.OfAsync(stream, budget).ConfigureAwait(false);
            ReadRaw(held.Content.Span);
            if (FileKinds.Of(held.Content.Span) is FileKind.Zip or FileKind.Pdf or FileKind.Rtf or FileKind.Image)
            {
                // By its name alone it is what programs keep for themselves.
                await ReadAsync(string.Empty, held.Content, depth, isEmbedded: true).ConfigureAwait(false);
            }
        }
    }

    private InflatedStream OpenEntry(ZipArchiveEntry entry) => new(entry.Open(), budget, entry.Crc32);

    private static bool Has(ZipArchive archive, string[] names) => archive.Entries.Any(entry =>
        names.Contains(entry.FullName, StringComparer.OrdinalIgnoreCase));

    private static bool IsCalled(ZipArchiveEntry entry, string name) =>
        entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
