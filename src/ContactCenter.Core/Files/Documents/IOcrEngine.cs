namespace ContactCenter.Files;

/// <summary>Reads what is written in pictures, so that card data in them can be found. The host's own.</summary>
/// <remarks>
/// Called from any thread, for several pictures at once. One that throws or takes too long blocks the file that the
/// picture is in.
/// </remarks>
public interface IOcrEngine
{
    /// <summary>Reads a picture.</summary>
    /// <param name="image">
    /// The picture as it was sent: PNG, JPEG, GIF, BMP, TIFF, WebP, HEIF, or a metafile. Not to be kept: it is wiped
    /// when the scan is over.
    /// </param>
    /// <param name="cancellationToken">The time for the scan is over, or the host stops.</param>
    /// <returns>
    /// All that is written in it, empty where nothing is; <see langword="null"/> where it cannot read such a picture.
    /// </returns>
    ValueTask<string?> ReadAsync(ReadOnlyMemory<byte> image, CancellationToken cancellationToken);
}
