using System.IO.Compression;
using System.Text;
using ContactCenter.Files;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

public sealed class HostileDocumentTests
{
    private static readonly DocumentScanOptions Lenient = new()
    {
        Images = UnreadPolicy.DeliverUnread,
        EmbeddedImages = UnreadPolicy.DeliverUnread,
        Unreadable = UnreadPolicy.DeliverUnread,
    };

    [Theory]
    [InlineData("bomb.txt")]
    [InlineData("word/document.xml")]
    [InlineData("bomb.bin")]
    public async Task A_bomb_is_not_inflated_beyond_the_bound_and_never_delivered(string name)
    {
        var content = Encoding.ASCII.GetBytes("<w>" + new string(' ', 30_000_000));
        var bomb = Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), (name, content));
        var options = With(options => options.MaxInflatedBytes = 1_000_000);
        Assert.InRange(bomb.Length, 0, 100_000);

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("docx", bomb, options));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", Zip(("a.zip", bomb)), options));
    }

    [Fact]
    public async Task What_must_be_held_is_held_up_to_the_bound()
    {
        var options = With(options => options.MaxHeldBytes = 200_000);

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", Zip(("a.zip", new byte[300_000])), options));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", new byte[300_000], options));
        Assert.Equal(
            ScanVerdict.Clean, await ScanAsync("zip", Zip(("a.rtf", "{\\rtf1 a}"), ("b.rtf", "{\\rtf1 b}")), options));
    }

    [Fact]
    public async Task Archives_are_read_to_the_depth_of_the_options_and_no_deeper()
    {
        var packed = Zip(("a.txt", "card 4111111111111111"));
        for (var depth = 1; depth < 5; depth++)
        {
            var options = With(options => options.MaxDepth = depth);
            Assert.Equal(Scans.Found, await ScanAsync("zip", packed, options));
            packed = Zip(("next.zip", packed));
            Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", packed, options));
        }

        for (var depth = 0; depth < 200; depth++)
        {
            packed = Zip(("next.zip", packed));
        }

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", packed, Lenient));
    }

    [Fact]
    public async Task An_archive_of_more_entries_than_may_be_is_not_opened()
    {
        var many = Zip([.. Enumerable.Range(0, 300).Select(index => ($"{index}.txt", "a"))]);

        Assert.Equal(ScanVerdict.Clean, await ScanAsync("zip", many, With(options => options.MaxEntries = 300)));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", many, With(options => options.MaxEntries = 299)));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync(
            "zip", Zip(("a.zip", many), ("b.zip", many)), With(options => options.MaxEntries = 500)));
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a '4111'>]><w><p>&a;</p></w>")]
    [InlineData("<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>")]
    [InlineData("<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w>&a;</w>")]
    [InlineData("<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><w>&b;</w>")]
    [InlineData("<w><p>not closed")]
    [InlineData("no xml at all")]
    [InlineData("")]
    [InlineData("<w>&unknown;</w>")]
    public async Task A_part_with_a_document_type_or_broken_is_not_read(string part)
    {
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("docx", Office(("word/document.xml", part))));
        Assert.Equal(
            ScanVerdict.Unread("unreadable"), await ScanAsync("docx", Office(("word/document.xml", part)), Lenient));
    }

    [Fact]
    public async Task What_came_before_a_fault_counts() => Assert.Equal(
        Scans.Found, await ScanAsync("docx", Office(("word/document.xml", "<w><p>4111111111111111</p><p>")), Lenient));

    [Fact]
    public async Task Elements_that_are_nested_without_end_are_not_followed()
    {
        var deep = string.Concat(Enumerable.Repeat("<p>", 100_000));

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("docx", Office(("word/document.xml", deep)), Lenient));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("xlsx", Office(("xl/sharedStrings.xml", deep)), Lenient));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("rtf", "{\\rtf1 " + new string('{', 100_000), Lenient));
    }

    [Fact]
    public async Task Cells_that_all_name_one_long_text_cost_no_more_than_cells()
    {
        var cells = string.Concat(Enumerable.Repeat("<c t='s'><v>0</v></c>", 20_000));
        var book = Office(
            ("xl/worksheets/sheet1.xml", SheetXml("worksheet", $"<row>{cells}</row>")),
            ("xl/sharedStrings.xml", SheetXml("sst", $"<si><t>{new string('x', 1_000_000)}</t></si>")));

        Assert.Equal(ScanVerdict.Clean, await ScanAsync("xlsx", book));
    }

    [Fact]
    public async Task A_file_that_is_cut_off_or_altered_anywhere_is_never_an_exception()
    {
        byte[][] files =
        [
            Docx("<w:r><w:t>All is well, and long enough to be packed, packed, packed.</w:t></w:r>"),
            Zip(("a.zip", Zip(("b.txt", "nothing here"))), ("c.eml", "Subject: =?utf-8?q?a?=\r\n\r\nhi"u8.ToArray())),
            Encoding.ASCII.GetBytes("{\\rtf1\\ansi\\ansicpg949 \\'b0\\'a1\\u44032?{\\*\\x y}\\bin3 abc}"),
            Encoding.ASCII.GetBytes(
                "Content-Type: multipart/mixed; boundary=\"x;y\"\r\n\r\n--x;y\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--x;y\r\n"
                + "Content-Type: text/html; charset=euc-kr\r\n\r\n<p>hi</p>\r\n--x;y--\r\n"),
        ];
        foreach (var file in files)
        {
            foreach (var extension in (string[])["docx", "eml"])
            {
                for (var length = 0; length < file.Length; length += 3)
                {
                    Assert.False((await ScanAsync(extension, file[..length])).IsBlocked);
                }

                for (var place = 0; place < file.Length; place += 2)
                {
                    byte[] altered = [.. file];
                    altered[place] ^= (byte)(1 + (place % 255));
                    Assert.False((await ScanAsync(extension, altered)).IsBlocked);
                }
            }
        }
    }

    [Fact]
    public async Task An_entry_that_unpacks_to_something_else_than_was_packed_is_not_read()
    {
        var bytes = Zip(("a.txt", "all is well"));
        var listed = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        bytes[listed + 16] ^= 1;

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("zip", bytes));
    }

    [Fact]
    public async Task A_scan_ends_when_its_time_is_over()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ScanAsync("docx", Docx("<w:r/>"), cancellationToken: over.Token));
    }

    [Fact]
    public void Options_out_of_bounds_are_refused_with_every_fault()
    {
        var wrong = new DocumentScanOptions
        {
            Images = (UnreadPolicy)7,
            PdfTextTool = "pdftotext",
            PdfTextTimeout = TimeSpan.Zero,
            MaxInflatedBytes = 0,
            MaxHeldBytes = 0,
            MaxEntries = 0,
            MaxDepth = 21,
            MaxAtOnce = 0,
        };

        Assert.Equal(8, wrong.Faults().Count());
        Assert.Throws<ArgumentException>(
            () => new DocumentAttachmentScanner(new ContactCenter.Redaction.RedactionPipeline(), wrong));
        Assert.Empty(new DocumentScanOptions().Faults());
    }

    private static DocumentScanOptions With(Action<DocumentScanOptions> tune)
    {
        var options = Lenient.Copy();
        tune(options);
        return options;
    }
}
