using System.Buffers.Binary;
using System.IO.Compression;
using ContactCenter.Files;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

public sealed class ScannedArchiveTests
{
    private const string Letter = "<w:r><w:t>4111 11</w:t></w:r><w:r><w:t>11 1111 1111</w:t></w:r>";

    [Fact]
    public async Task A_number_is_found_however_deep_it_is_packed()
    {
        var packed = Zip(("letter.docx", Docx(Letter)));
        Assert.Equal(Scans.Found, await ScanAsync("zip", packed));
        Assert.Equal(Scans.Found, await ScanAsync("zip", Zip(("a/b.zip", packed))));
        Assert.Equal(Scans.Found, await ScanAsync("zip", Zip(("b.zip", Zip(("c.txt", "pay 4111111111111111"))))));
        Assert.Equal(Scans.Found, await ScanAsync("docx", Zip(
            ("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/embeddings/sheet.xlsx", packed))));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("zip", Zip(
            ("b.zip", Zip(("c.txt", "nothing"), ("d.csv", "a,b"), ("e.rtf", "{\\rtf1 hello}"), ("f/", ""))))));
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    [InlineData("a.json")]
    [InlineData("a.html")]
    [InlineData("a.ini")]
    [InlineData("README")]
    [InlineData("4111111111111111.txt")]
    [InlineData("4111 1111/1111 1111/a.txt")]
    public async Task A_text_in_an_archive_is_read_whatever_it_is_called(string name)
    {
        var isInName = name.Contains("1111", StringComparison.Ordinal);
        Assert.Equal(Scans.Found, await ScanAsync("zip", Zip((name, isInName ? "" : "card 4111111111111111"))));
        Assert.Equal(isInName ? Scans.Found : ScanVerdict.Clean, await ScanAsync("zip", Zip((name, "no number"))));
    }

    [Fact]
    public async Task Comments_of_an_archive_are_read()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = "4111 1111 1111 1111";
        }

        Assert.Equal(Scans.Found, await ScanAsync("zip", bytes.ToArray()));
    }

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.gz")]
    [InlineData("a.pdf")]
    [InlineData("a.doc")]
    public async Task What_nobody_can_read_in_it_goes_by_policy(string name)
    {
        byte[] content = name switch
        {
            "a.exe" => [.. "MZ"u8, 0x90, 0],
            "a.gz" => [0x1F, 0x8B, 8],
            "a.pdf" => [.. "%PDF-1.7"u8],
            _ => [0xD0, 0xCF, 0x11, 0xE0],
        };
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", Zip((name, content))));
        Assert.Equal(
            ScanVerdict.Unread("unreadable"),
            await ScanAsync("zip", Zip((name, content)), new() { Unreadable = UnreadPolicy.DeliverUnread }));
    }

    [Fact]
    public async Task An_encrypted_entry_cannot_be_read()
    {
        var bytes = Zip(("a.txt", "4111111111111111 in the clear, but nobody may know"));
        bytes[6] |= 1;
        var listed = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        bytes[listed + 8] |= 1;

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", bytes));
    }

    [Fact]
    public async Task What_an_archive_does_not_list_cannot_be_read()
    {
        var listed = Zip(("a.txt", "nothing"));
        var hidden = Zip(("b.txt", "4111 1111 1111 1111"));
        var entry = hidden[..hidden.AsSpan().IndexOf("PK\u0001\u0002"u8)];
        byte[][] archives =
        [
            Listing(listed, before: entry),
            Listing(listed, behind: entry),
            [.. hidden, .. Listing(listed, offset: hidden.Length)],
            [.. listed, .. entry],
            [.. listed, 0],
        ];
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("zip", Listing(listed)));
        foreach (var archive in archives)
        {
            Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", archive));
            Assert.Equal(
                ScanVerdict.Unread("unreadable"),
                await ScanAsync("zip", archive, new() { Unreadable = UnreadPolicy.DeliverUnread }));
        }
    }

    [Fact]
    public async Task An_entry_is_what_both_of_its_headers_say()
    {
        var archive = Zip(("one-name.txt", "nothing"), ("f/", ""));
        foreach (var field in (string[])["method", "checksum", "name"])
        {
            var other = archive.ToArray();
            other[field switch { "method" => 8, "checksum" => 14, _ => 30 }] ^= 1;
            Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", other));
        }

        // Twice the same bytes under two names.
        var twice = Zip(("a.txt", "x"), ("b.txt", "x"));
        var second = twice.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        twice.AsSpan(second + 42, 4).Clear();
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", twice));
    }

    [Fact]
    public async Task An_archive_that_was_written_without_looking_back_is_read()
    {
        using var bytes = new MemoryStream();
        using (var stream = new Forward(bytes))
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["a.txt", "b.txt"])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("nothing"u8);
            }
        }

        Assert.NotEqual(-1, bytes.ToArray().AsSpan().IndexOf("PK\u0007\u0008"u8));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("zip", bytes.ToArray()));
    }

    [Fact]
    public async Task Texts_are_left_to_the_scanner_of_texts()
    {
        foreach (var extension in (string[])["txt", "csv", "log", "json", "html", "xml", "md"])
        {
            Assert.Equal(ScanVerdict.NotRead, await ScanAsync(extension, "card 4111111111111111"));
        }
    }

    [Fact]
    public async Task What_a_file_is_its_content_says()
    {
        Assert.Equal(Scans.Found, await ScanAsync("pdf", Docx(Letter)));
        Assert.Equal(Scans.Found, await ScanAsync("docx", "{\\rtf1 4111 1111 1111 1111}"));
        Assert.Equal(Scans.Found, await ScanAsync("pothtml", "4111<b>1111</b>1111<i>1111</i>"));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("docx", ""));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("docx", [0xD0, 0xCF, 0x11, 0xE0]));
    }

    // The same archive, with something before its first entry or behind its last one that its list does not name.
    private static byte[] Listing(byte[] archive, byte[]? before = null, byte[]? behind = null, int offset = 0)
    {
        var (front, list) = (before ?? [], archive.AsSpan().IndexOf("PK\u0001\u0002"u8));
        byte[] whole = [.. front, .. archive[..list], .. behind ?? [], .. archive[list..]];
        var end = whole.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var start = list + front.Length + (behind?.Length ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(start + 42), front.Length + offset);
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(end + 16), start + offset);
        return whole;
    }

    // As to a socket: what was written cannot be changed.
    private sealed class Forward(Stream target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);
    }
}
