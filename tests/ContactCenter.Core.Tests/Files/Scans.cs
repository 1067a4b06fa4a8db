using System.Text;
using ContactCenter.Files;
using ContactCenter.Redaction;

namespace ContactCenter.Tests.Files;

internal static class Scans
{
    public const string Card = "4111111111111111";

    public static readonly ScanVerdict Found = ScanVerdict.Blocked("card-number");

    private static readonly TextAttachmentScanner Scanner = new(new RedactionPipeline());

    public static Task<ScanVerdict> OfAsync(string extension, string text) =>
        OfAsync(extension, Encoding.UTF8.GetBytes(text));

    public static Task<ScanVerdict> OfAsync(string extension, byte[] content) =>
        OfAsync(extension, () => new MemoryStream(content), Scanner);

    public static Task<ScanVerdict> OfAsync(string extension, Func<Stream> content, TextAttachmentScanner? by = null) =>
        (by ?? Scanner).ScanAsync(File(extension, content), default).AsTask();

    private static QuarantinedFile File(string extension, Func<Stream> content) =>
        new(StoreConformance.Offer, "a." + extension, extension, 0, _ => new(content()));
}
