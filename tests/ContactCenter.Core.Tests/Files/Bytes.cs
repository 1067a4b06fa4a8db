namespace ContactCenter.Tests.Files;

internal static class Bytes
{
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    /// <summary>Bytes that repeat, but not with the chunks.</summary>
    public static byte[] Some(int length) => [.. Enumerable.Range(0, length).Select(place => (byte)(place % 251))];

    public static async Task<byte[]> ReadAsync(Stream stream)
    {
        await using (stream)
        {
            var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            return copy.ToArray();
        }
    }

    public static byte[] Read(Stream stream)
    {
        using (stream)
        {
            var copy = new MemoryStream();
            stream.CopyTo(copy, 1000);
            return copy.ToArray();
        }
    }
}
