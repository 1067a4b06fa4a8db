using System.IO.Compression;
using System.Text;
using ContactCenter.Files;
using ContactCenter.Redaction;

namespace ContactCenter.Tests.Files;

/// <summary>Makes documents in memory, and has them scanned.</summary>
internal static class Documents
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Open = "urn:oasis:names:tc:opendocument:xmlns:";

    public static readonly byte[] Picture = [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8, .. new byte[100_000]];

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] entries) =>
        Zip([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content)))]);

    /// <summary>A document of Office: what every one has, and these parts.</summary>
    public static byte[] Office(params (string Name, string Content)[] parts) => Zip(
        [("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"), .. parts]);

    public static byte[] OpenDocument(params (string Name, string Content)[] parts) => Zip(
        [("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<m/>"), .. parts]);

    public static byte[] Docx(string paragraph) => Office(("word/document.xml", WordXml("document", paragraph)));

    public static string WordXml(string root, string content) =>
        $"<w:{root} xmlns:w='{Word}'><w:body><w:p>{content}</w:p></w:body></w:{root}>";

    public static string SheetXml(string root, string content) => $"<{root} xmlns='{Sheet}'>{content}</{root}>";

    public static string SlideXml(string content) =>
        $"<p:sld xmlns:p='p' xmlns:a='{Drawing}'><a:p>{content}</a:p></p:sld>";

    public static string OpenXml(string root, string content) =>
        $"<office:{root} xmlns:office='{Open}office:1.0' xmlns:text='{Open}text:1.0' xmlns:table='{Open}table:1.0'>"
        + $"<office:body>{content}</office:body></office:{root}>";

    public static Task<ScanVerdict> ScanAsync(
        string extension,
        byte[] content,
        DocumentScanOptions? options = null,
        IOcrEngine? ocr = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default) =>
        new DocumentAttachmentScanner(new RedactionPipeline(), options, ocr, time)
            .ScanAsync(
                new QuarantinedFile(
                    StoreConformance.Offer,
                    "a." + extension,
                    extension,
                    content.Length,
                    _ => new(new MemoryStream(content))),
                cancellationToken).AsTask();

    public static Task<ScanVerdict> ScanAsync(string extension, string content, DocumentScanOptions? options = null) =>
        ScanAsync(extension, Encoding.UTF8.GetBytes(content), options);
}
