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

    private sealed class Engine(Func<byte[], string?> read) : IOcrEngine
    {
        public ValueTask<string?> ReadAsync(ReadOnlyMemory<byte> image, CancellationToken cancellationToken) =>
            new(read(image.ToArray()));
    }
}
