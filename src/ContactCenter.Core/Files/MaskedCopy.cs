using System.Security.Cryptography;
using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>Makes a masked copy of a plain text: the same encoding, the same mark, the same line ends.</summary>
internal static class MaskedCopy
{
    private const int MaxLength = 4_000_000;

    /// <summary>Whether files of an extension can be masked; in others a mask would break what is around it.</summary>
    internal static bool IsFor(string extension) =>
        TextAttachmentScanner.FormatOf(extension) is TextFormat.Plain or TextFormat.Table;

    /// <summary>The masked copy; null where there is none to make.</summary>
    /// <param name="file">The file in quarantine.</param>
    /// <param name="redact">Masks a text; null where it may not go on at all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async ValueTask<byte[]?> OfAsync(
        QuarantinedFile file, Func<string, ValueTask<RedactedText?>> redact, CancellationToken cancellationToken)
    {
        if (!IsFor(file.Extension) || file.Length > MaxLength)
        {
            return null;
        }

        var bytes = new byte[file.Length + 1];
        try
        {
            var content = await file.OpenReadAsync(cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                var length = await content.ReadAtLeastAsync(bytes, bytes.Length, false, cancellationToken)
                    .ConfigureAwait(false);
                return length == file.Length
                    ? await OfAsync(bytes.AsMemory(0, length), redact).ConfigureAwait(false)
                    : null;
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static async ValueTask<byte[]?> OfAsync(
        ReadOnlyMemory<byte> bytes, Func<string, ValueTask<RedactedText?>> redact)
    {
        if (TextEncodings.Of(bytes.Span, out var mark) is not { } encoding)
        {
            return null;
        }

        string text;
        try
        {
            text = encoding.GetString(bytes.Span[mark..]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        // Codes that their column names alone would stay.
        return !TableColumns.HoldCodes(text) && await redact(text).ConfigureAwait(false) is { IsClean: false } masked
            ? [.. bytes.Span[..mark], .. encoding.GetBytes(masked.Text)]
            : null;
    }
}
