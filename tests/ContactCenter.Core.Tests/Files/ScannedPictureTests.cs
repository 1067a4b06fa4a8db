using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ContactCenter.Files;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

public sealed class ScannedPictureTests
{
    [Fact]
    public async Task A_picture_that_nothing_reads_goes_by_policy()
    {
        byte[][] pictures =
        [
            Picture,
            [0xFF, 0xD8, 0xFF, 0xE0],
            [.. "GIF89a"u8],
            [.. "II*"u8, 0],
            [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8],
            [0, 0, 0, 0x18, .. "ftypheic"u8],
            [.. "BM"u8, 1, 1, 1, 1, 0, 0, 0, 0, 9, 9, 9, 9],
            [1, 0, 0, 0, .. new byte[36], .. " EMF"u8],
        ];
        foreach (var picture in pictures)
        {
            Assert.Equal(ScanVerdict.NotRead, await ScanAsync("png", picture));
            Assert.Equal(
                ScanVerdict.Unread("image"),
                await ScanAsync("png", picture, new() { Images = UnreadPolicy.DeliverUnread }));
        }
    }

    [Theory]
    [InlineData("tEXt", "Comment\0my card 4111 1111 1111 1111", null)]
    [InlineData("tEXt", "4111 1111 1111 1111\0", null)]
    [InlineData("zTXt", "Comment\0\0", "my card 4111 1111 1111 1111")]
    [InlineData("iTXt", "Comment\0\0\0en\0Note\0\u00EF\u00BC\u0094111 1111 1111 1111", null)]
    [InlineData("iTXt", "Comment\0\u0001\0en\0Note\0", "4111 1111 1111 1111")]
    public async Task What_is_written_in_a_picture_that_may_pass_is_read(string chunk, string plain, string? packed)
    {
        var options = new DocumentScanOptions { Images = UnreadPolicy.DeliverUnread };

        Assert.Equal(Scans.Found, await ScanAsync("png", Png(chunk, plain, packed), options));
        Assert.Equal(
            ScanVerdict.Unread("image"), await ScanAsync("png", Png("tEXt", "Comment\0a cat", null), options));
    }

    [Fact]
    public async Task What_is_packed_in_a_picture_counts_against_the_bounds()
    {
        var options = new DocumentScanOptions { Images = UnreadPolicy.DeliverUnread, MaxInflatedBytes = 100_000 };
        var bomb = Png("zTXt", "Comment\0\0", new string('x', 200_000));

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("png", bomb, options));
    }

    [Fact]
    public async Task What_is_damaged_in_a_picture_cannot_be_read()
    {
        var options = new DocumentScanOptions { Images = UnreadPolicy.DeliverUnread };

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("png", Png("zTXt", "Comment\0\0no zlib", null), options));
    }

    [Theory]
    [InlineData("4111 1111 1111 1111", true)]
    [InlineData("4lll I111 11l1 1111", true)]
    [InlineData("55OO OO00 0000 0OO4", true)]
    [InlineData("A page from a B00k, l0 o'clock", false)]
    [InlineData("", false)]
    public async Task What_an_engine_reads_is_scanned_and_its_letters_as_digits(string told, bool isFound) =>
        Assert.Equal(
            isFound ? Scans.Found : ScanVerdict.Clean,
            await ScanAsync("png", Picture, ocr: new Engine(_ => told)));

    [Fact]
    public async Task An_engine_sees_the_picture_as_it_was_sent_wherever_it_is_packed()
    {
        var seen = new List<byte[]>();
        var engine = new Engine(image =>
        {
            seen.Add(image);
            return null;
        });

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("png", Picture, ocr: engine));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", Zip(("a.zip", Zip(("b", Picture)))), ocr: engine));
        Assert.All(seen, image => Assert.Equal(Picture, image));
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task An_engine_that_throws_is_no_verdict_and_its_words_are_not_passed_on()
    {
        var engine = new Engine(_ => throw new InvalidOperationException("4111111111111111"));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => ScanAsync("png", Picture, ocr: engine));

        Assert.DoesNotContain("4111", thrown.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Png(string chunk, string plain, string? packed)
    {
        using var content = new MemoryStream();
        content.Write(Encoding.Latin1.GetBytes(plain));
        if (packed is not null)
        {
            using var pack = new ZLibStream(content, CompressionLevel.Fastest, leaveOpen: true);
            pack.Write(Encoding.UTF8.GetBytes(packed));
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, (int)content.Length);
        return
        [
            .. Picture[..8], 0, 0, 0, 13, .. "IHDR"u8, .. new byte[13 + 4],
            .. length, .. Encoding.ASCII.GetBytes(chunk), .. content.ToArray(), .. new byte[4],
        ];
    }

    private sealed class Engine(Func<byte[], string?> read) : IOcrEngine
    {
        public ValueTask<string?> ReadAsync(ReadOnlyMemory<byte> image, CancellationToken cancellationToken) =>
            new(read(image.ToArray()));
    }
}
