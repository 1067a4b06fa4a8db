using System.Text;
using ContactCenter.Files;
using ContactCenter.Redaction;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Files;

public sealed class ScannedTextTests
{
    [Theory]
    [InlineData("txt")]
    [InlineData("csv")]
    [InlineData("log")]
    [InlineData("md")]
    [InlineData("json")]
    [InlineData("html")]
    [InlineData("htm")]
    [InlineData("shtml")]
    [InlineData("xhtml")]
    [InlineData("xml")]
    [InlineData("xsl")]
    [InlineData("eml")]
    public async Task A_number_is_found_in_every_format_that_is_read(string extension)
    {
        Assert.Equal(Scans.Found, await Scans.OfAsync(extension, $"to pay: {Scans.Card}."));
        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync(extension, "to pay: tomorrow."));
        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync(extension, ""));
    }

    [Theory]
    [InlineData("name,cvv\nkim,123\nlee,456\n", "security-code")]
    [InlineData("number;cvv\r\n;\"123\"", "security-code")]
    [InlineData("name\tnote\tPIN\nkim\t\"a\tb\"\t1234", "pin")]
    [InlineData("\"Last, First\",cvv,x\n\"Doe, John\",123,9", "security-code")]
    [InlineData("card,CID\nvisa,123", "security-code")]
    [InlineData("name,CID\nkim,123", "security-code")]
    [InlineData("\"Last, cvv\",x,y\nDoe,123,9", null)] // of another column
    [InlineData("name,cvv\nkim,none\nlee,12345", null)]
    [InlineData("name,pin code\nkim,560001\nlee,110001", null)]
    [InlineData("name,room\nkim,123\nlee,456", null)]
    [InlineData("cvv,name\nkim,123", null)] // of another column
    public async Task A_code_in_a_table_is_found_by_the_head_of_its_column(string table, string? code)
    {
        Assert.Equal(code is null ? ScanVerdict.Clean : ScanVerdict.Blocked(code), await Scans.OfAsync("csv", table));
        Assert.Equal(code is not null, TableColumns.HoldCodes(table));
    }

    [Theory]
    [InlineData("[\"4111\",\n    \"1111\",\n    \"1111\",\n    \"1111\"]")]
    [InlineData("{\"card\": [\r\n\t\t4111,\r\n\t\t1111,\r\n\t\t1111,\r\n\t\t1111\r\n\t]}")]
    [InlineData("[[ \"41\\u00311\" ],\n    [ \"1111\" ],\n    [ \"11\\u002011 1111\" ]]")]
    [InlineData("[\n  4,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1,\n  1\n]")]
    public async Task A_number_is_found_over_the_elements_of_an_array(string json) =>
        Assert.Equal(Scans.Found, await Scans.OfAsync("json", json));

    [Theory]
    [InlineData("[\n  4111,\n  1111,\n  1111\n]")]
    [InlineData("{\n  \"a\": 4111,\n  \"b\": 1111,\n  \"c\": 1111,\n  \"d\": 1111\n}")]
    [InlineData("[\"say \\\"4111\\\"\", \"then 1111\", \"1111\", \"1111\"]")]
    public async Task Other_numbers_of_an_array_are_none(string json) =>
        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("json", json));

    [Theory]
    [InlineData("")]
    [InlineData("pdf")]
    [InlineData("docx")]
    [InlineData("rtf")]
    [InlineData("mht")]
    [InlineData("mhtml")]
    [InlineData("TXT")]
    public async Task Of_other_formats_nothing_is_said(string extension) =>
        Assert.Equal(ScanVerdict.NotRead, await Scans.OfAsync(extension, "to pay: tomorrow."));

    [Fact]
    public async Task A_number_is_found_wherever_it_lies_about_the_end_of_a_window()
    {
        var text = new string('x', (ScanWindow.Length * 2) + 100).ToCharArray();
        foreach (var end in new[] { ScanWindow.Length, ScanWindow.Length - ScanWindow.Overlap })
        {
            for (var place = end - 60; place < end + 40; place++)
            {
                var card = $" {Scans.Card[..4]} {Scans.Card[4..8]} {Scans.Card[8..12]} {Scans.Card[12..]} ";
                char[] written = [.. text];
                card.CopyTo(0, written, place, card.Length);

                Assert.Equal(Scans.Found, await Scans.OfAsync("txt", new string(written)));
                Assert.Equal(Scans.Found, await Scans.OfAsync("html", new string(written)));
            }
        }
    }

    [Fact]
    public async Task A_long_run_of_digits_is_no_number_wherever_a_window_ends()
    {
        for (var length = ScanWindow.Length - 20; length < ScanWindow.Length + 20; length++)
        {
            var before = new string('x', length - 30);
            Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("txt", before + Scans.Card + "1111 x"));
            Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("txt", before + "99999" + Scans.Card + " x"));
        }

        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("txt", new string('4', 200_000)));
    }

    [Fact]
    public async Task Characters_that_nobody_sees_do_not_push_a_number_apart()
    {
        var apart = Scans.Card[..8] + new string('\u200B', 100_000) + Scans.Card[8..];

        Assert.Equal(Scans.Found, await Scans.OfAsync("txt", apart));
        Assert.Equal(Scans.Found, await Scans.OfAsync("html", apart));
    }

    [Fact]
    public async Task A_number_is_found_in_every_encoding_that_says_what_it_is()
    {
        foreach (var encoding in new[]
        {
            Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, true),
        })
        {
            byte[] Encoded(string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            Assert.Equal(Scans.Found, await Scans.OfAsync("txt", Encoded($"카드 {Scans.Card} 😀")));
            Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("txt", Encoded("카드 없음 😀")));
            Assert.Equal(
                ScanVerdict.Clean, await Scans.OfAsync("txt", () => new Drips(Encoded(string.Concat(
                    Enumerable.Repeat("카드 😀", 20_000))))));
        }
    }

    [Fact]
    public async Task Text_that_does_not_keep_to_its_encoding_is_not_read()
    {
        byte[][] broken =
        [
            [0xBA, 0xF1, 0xB9, 0xD0], // a Korean word in code page 949
            [.. "abc"u8, 0xC3],
            [.. "abc"u8, 0xC0, 0xB4], // a four, written too long
            [0xFF, 0xFE, 0x41],
            [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00],
            [0xFE, 0xFF, 0xDC, 0x00],
            [0xFF, 0xFE, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
            Encoding.Unicode.GetBytes("no mark"),
            Encoding.UTF32.GetBytes("no mark"),
        ];
        foreach (var content in broken)
        {
            Assert.Equal(ScanVerdict.NotRead, await Scans.OfAsync("txt", content));
        }
    }

    [Fact]
    public async Task Another_file_by_the_name_of_a_text_is_not_read()
    {
        byte[][] disguised =
        [
            [.. "PK"u8, 3, 4, .. "[Content_Types].xml"u8],
            [.. "%PDF-1.7"u8],
            [.. "\n\n%PDF-1.7"u8],
            [0xEF, 0xBB, 0xBF, .. "%PDF-1.7"u8],
            [.. "{\\rtf1 hello}"u8],
            [.. "GIF89a"u8],
            [0x89, .. "PNG"u8],
            [0xFF, 0xD8, 0xFF, 0xE0],
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            [.. "MZ"u8, 0x90, 0],
            [.. "text, and then a NUL"u8, 0],
            [.. Enumerable.Range(0, 300).Select(place => (byte)(place % 4 == 0 ? 1 : 'a'))],
        ];
        foreach (var content in disguised)
        {
            Assert.Equal(ScanVerdict.NotRead, await Scans.OfAsync("txt", content));
            Assert.Equal(ScanVerdict.NotRead, await Scans.OfAsync("html", content));
        }

        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("txt", "MZ is a prefix of Mozambique.\u001b"));
    }

    [Fact]
    public async Task A_line_of_25_megabytes_is_read_to_its_end()
    {
        var line = new byte[25_000_000];
        Array.Fill(line, (byte)'a');
        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("txt", line));

        Encoding.ASCII.GetBytes(' ' + Scans.Card).CopyTo(line, line.Length - Scans.Card.Length - 1);
        Assert.Equal(Scans.Found, await Scans.OfAsync("html", line));
    }

    [Fact]
    public async Task What_the_pipeline_cannot_judge_is_blocked()
    {
        var broken = new TextAttachmentScanner(new RedactionPipeline(
            Rule.On("x", () => throw new InvalidOperationException())));

        Assert.Equal(
            ScanVerdict.Blocked("unscannable"),
            await Scans.OfAsync("txt", () => new MemoryStream("x"u8.ToArray()), broken));
    }

    [Fact]
    public async Task What_a_host_looks_for_blocks_by_the_name_of_its_kind()
    {
        var strict = new TextAttachmentScanner(new RedactionPipeline(
            new RedactionOptions { Mode = RedactionMode.Drop },
            Rule.For("bluebird", "project-name"), new CardNumberRule()));

        Assert.Equal(
            ScanVerdict.Blocked("project-name"),
            await Scans.OfAsync("txt", () => new MemoryStream("bluebird"u8.ToArray()), strict));
        Assert.Equal(
            Scans.Found,
            await Scans.OfAsync("txt", () => new MemoryStream("bluebird 4111111111111111"u8.ToArray()), strict));
    }

    [Fact]
    public async Task A_damaged_file_is_no_verdict()
    {
        using var folder = new StoreFolder();
        var store = folder.Open();
        await store.QuarantineAsync(StoreConformance.Offer, new MemoryStream(new byte[100]), 100, default);
        var stored = await File.ReadAllBytesAsync(folder.Only);
        stored[^1] ^= 1;
        await File.WriteAllBytesAsync(folder.Only, stored);
        var file = new QuarantinedFile(
            StoreConformance.Offer, "a.txt", "txt", 100,
            token => store.OpenQuarantinedAsync(StoreConformance.Offer, token));

        await Assert.ThrowsAsync<AttachmentDamagedException>(async () =>
            await new TextAttachmentScanner(new RedactionPipeline()).ScanAsync(file, default));
    }
}
