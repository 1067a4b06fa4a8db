using ContactCenter.Files;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

public sealed class ScannedOfficeTests
{
    private const string Split = "<w:r><w:t>41</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr>"
        + "<w:t>11 1111 11</w:t></w:r><w:r><w:t>11 1111</w:t></w:r>";

    [Theory]
    [InlineData("<w:r><w:t>4111111111111111</w:t></w:r>")]
    [InlineData(Split)]
    [InlineData("<w:r><w:t>4111</w:t><w:tab/><w:t>1111</w:t><w:tab/><w:t>1111</w:t><w:br/><w:t>1111</w:t></w:r>")]
    [InlineData("<w:ins><w:r><w:t>4111</w:t></w:r></w:ins><w:del><w:delText>111111111111</w:delText></w:del>")]
    [InlineData("<w:r><w:t>4111 1111 </w:t></w:r><w:del><w:r><w:delText>2024 </w:delText></w:r></w:del>"
        + "<w:r><w:t>1111 1111</w:t></w:r>")]
    [InlineData("<w:r><w:t>4111 1111 </w:t></w:r><w:moveFrom><w:r><w:t>by 2 </w:t></w:r></w:moveFrom>"
        + "<w:r><w:t>1111 1111</w:t></w:r>")]
    [InlineData("<w:r><w:t>4111 1111 </w:t></w:r><w:ins><w:r><w:t>2024 </w:t></w:r></w:ins>"
        + "<w:r><w:t>1111 1111</w:t></w:r>")]
    [InlineData("<w:r><w:instrText>HYPERLINK \"x:4111111111111111\"</w:instrText></w:r>")]
    [InlineData("<w:r><w:t>4111&#49;11111111111</w:t></w:r>")]
    [InlineData("<w:r><w:t><![CDATA[4111]]>111111111111</w:t></w:r>")]
    [InlineData("<!-- 4111 1111 1111 1111 -->")]
    [InlineData("<w:drawing><wp:docPr xmlns:wp='x' descr='my card 4111 1111 1111 1111'/></w:drawing>")]
    [InlineData("<w:r><w:t>4111 1111 </w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Note 7</w:t></w:r></w:p>"
        + "</w:txbxContent></w:pict></w:r><w:r><w:t>1111 1111</w:t></w:r>")]
    [InlineData("<w:r><w:t>see </w:t><w:pict><w:txbxContent><w:p><w:r><w:t>4111 1</w:t></w:r><w:r w:rsidR='1'><w:t>111 "
        + "1111 1111</w:t></w:r></w:p></w:txbxContent></w:pict><w:t>box</w:t></w:r>")]
    [InlineData("<w:r><w:t>41</w:t><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:t>11 1111</w:t></mc:Choice>"
        + "<mc:Fallback><w:t>11 1111</w:t></mc:Fallback></mc:AlternateContent><w:t> 1111 1111</w:t></w:r>")]
    [InlineData("<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:t>new</w:t></mc:Choice>"
        + "<mc:Fallback><w:t>4111 1111 </w:t><w:t>1111 1111</w:t></mc:Fallback></mc:AlternateContent></w:r>")]
    public async Task A_number_in_a_letter_is_found(string paragraph) =>
        Assert.Equal(Scans.Found, await ScanAsync("docx", Docx(paragraph)));

    [Theory]
    [InlineData("word/header1.xml")]
    [InlineData("word/footer1.xml")]
    [InlineData("word/comments.xml")]
    [InlineData("word/footnotes.xml")]
    [InlineData("word/endnotes.xml")]
    [InlineData("word/glossary/document.xml")]
    public async Task So_is_one_beside_its_text(string part)
    {
        Assert.Equal(Scans.Found, await WithAsync((part, WordXml("x", Split))));
        Assert.Equal(ScanVerdict.Clean, await WithAsync((part, WordXml("x", "<w:r><w:t>page 4</w:t></w:r>"))));
    }

    [Theory]
    [InlineData("docProps/core.xml", "<c><title>4111 1111 1111 1111</title><creator>Ana</creator></c>")]
    [InlineData("docProps/core.xml", "<c><created>2024</created><keywords>4111111111111111</keywords></c>")]
    [InlineData("docProps/custom.xml", "<p><property name='4111111111111111'/></p>")]
    [InlineData("docProps/custom.xml", "<p><property><lpwstr>4111111111111111</lpwstr></property></p>")]
    [InlineData("word/_rels/document.xml.rels", "<r><x Target='https://x.example/4111111111111111'/></r>")]
    [InlineData("customXml/item1.xml", "<card>4111111111111111</card>")]
    [InlineData("word/4111111111111111.xml", "<x/>")]
    [InlineData("word/afchunk.html", "<p>4111<b>1111</b>1111<i>1111</i></p>")]
    public async Task So_is_one_in_what_nobody_sees_at_first(string part, string content) =>
        Assert.Equal(Scans.Found, await WithAsync((part, content)));

    [Theory]
    [InlineData("<row r='1'><c r='A1'><v>4111111111111111</v></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>4.111111111111111E15</v></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>4111111111111110</v></c></row>")] // typed as a number, of which 15 digits stay
    [InlineData("<row r='1'><c r='A1' t='n'><v>4.11111111111111E15</v></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>4.111111111111111E+15</v></c></row>")]
    [InlineData("<row r='1'><c><v>378282246310005.0</v></c></row>")]
    [InlineData("<row><c><v>4111</v></c><c><v>1111</v></c><c><v>1111</v></c><c><v>1111</v></c></row>")]
    [InlineData("<row><c t='inlineStr'><is><r><t>4111 11</t></r><r><t>11 1111 1111</t></r></is></c></row>")]
    [InlineData("<row><c t='str'><f>A1</f><v>4111111111111111</v></c></row>")]
    [InlineData("<row><c><f>4111111111111111+0</f><v>7</v></c></row>")]
    [InlineData("<row><c><v>12</v></c><c><v>4111111111111111</v></c><c><v>467</v></c></row>")]
    [InlineData("<headerFooter><oddHeader>&amp;L4111 1111 1111 1111</oddHeader></headerFooter>")]
    public async Task A_number_in_a_sheet_is_found(string rows) => Assert.Equal(
        Scans.Found,
        await ScanAsync("xlsx", Office(("xl/worksheets/sheet1.xml", SheetXml("worksheet", rows)))));

    [Theory]
    [InlineData("<row><c><v>2026113012345670</v></c></row>")] // of no issuer
    [InlineData("<row><c t='str'><v>4111111111111110</v></c></row>")] // words keep all their digits
    [InlineData("<row><c><v>411111111111110</v></c></row>")]
    public async Task Another_number_in_a_sheet_is_none(string rows) => Assert.Equal(
        ScanVerdict.Clean,
        await ScanAsync("xlsx", Office(("xl/worksheets/sheet1.xml", SheetXml("worksheet", rows)))));

    [Fact]
    public async Task Cells_that_name_their_words_are_read_with_them()
    {
        var sheet = SheetXml("worksheet", "<row><c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='s'><v>2</v></c></row>");
        async Task<ScanVerdict> OfAsync(string strings) => await ScanAsync("xlsx", Office(
            ("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", SheetXml("sst", strings))));

        Assert.Equal(Scans.Found, await OfAsync("<si><t>11 1111</t></si><si><t>4111 11</t></si><si><t>1111</t></si>"));
        Assert.Equal(Scans.Found, await OfAsync("<si><r><t>4111 1111</t></r><r><t> 11111111</t></r></si>"));
        Assert.Equal(Scans.Found, await OfAsync(
            $"<si><t>1111 1111 {new string('x', 500)}</t></si><si><t>{new string('x', 500)} 4111 1111</t></si>"));
        Assert.Equal(ScanVerdict.Clean, await OfAsync("<si><t>Ana</t></si><si/><si><t>Seoul</t></si>"));
    }

    [Theory]
    [InlineData("xl/comments1.xml", "<comment><text><r><t>4111 1</t></r><r><t>11111111111</t></r></text></comment>")]
    [InlineData("xl/drawings/vmlDrawing1.vml", "<xml><div>4111111111111111</div></xml>")]
    [InlineData("xl/pivotCache/pivotCacheRecords1.xml", "<r><n v='4111111111111111'/></r>")]
    [InlineData("xl/printerSettings/printerSettings1.bin", "\u0001\u0002 4111111111111111")]
    public async Task So_is_one_beside_the_cells(string part, string content) =>
        Assert.Equal(Scans.Found, await WithAsync((part, content)));

    [Theory]
    [InlineData("ppt/slides/slide1.xml")]
    [InlineData("ppt/notesSlides/notesSlide1.xml")]
    [InlineData("ppt/slideMasters/slideMaster1.xml")]
    public async Task A_number_on_a_slide_is_found(string part)
    {
        Assert.Equal(Scans.Found, await WithAsync(
            (part, SlideXml("<a:r><a:t>4111 1</a:t></a:r><a:r><a:t>111 1111 1111</a:t></a:r>"))));
        Assert.Equal(ScanVerdict.Clean, await WithAsync((part, SlideXml("<a:r><a:t>Thank you</a:t></a:r>"))));
    }

    [Theory]
    [InlineData("content.xml", "<text:p>41<text:span>11 1111</text:span><text:s/>1111 1111</text:p>")]
    [InlineData("content.xml", "<text:h>4111<text:s text:c='2'/>1111<text:tab/>1111<text:line-break/>1111</text:h>")]
    [InlineData("content.xml", "<office:annotation><text:p>4111111111111111</text:p></office:annotation>")]
    [InlineData("content.xml", "<text:p>4111 1111<office:annotation><text:p>is it right?</text:p></office:annotation>"
        + " 1111 1111</text:p>")]
    [InlineData("content.xml", "<text:p>x<office:annotation office:name='1'><text:p>4111<text:span office:name='2'>1111"
        + "</text:span>11111111</text:p></office:annotation>y</text:p>")]
    [InlineData("content.xml", "<text:p>4111 1111<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + "<text:p>sic</text:p></text:note-body></text:note> 1111 1111</text:p>")]
    [InlineData("content.xml", "<text:p>4111 1111<text:text-box><text:p>x</text:p></text:text-box>11111111</text:p>")]
    [InlineData("content.xml", "<text:p office:value='4.111111111111111E15'>a lot</text:p>")]
    [InlineData("content.xml", "<table:table-row><table:table-cell><text:p>4111</text:p></table:table-cell>"
        + "<table:table-cell><text:p>1111</text:p></table:table-cell>"
        + "<table:table-cell><text:p>11111111</text:p></table:table-cell></table:table-row>")]
    [InlineData("styles.xml", "<text:p>4111111111111111</text:p>")]
    [InlineData("meta.xml", "<text:title>4111111111111111</text:title>")]
    [InlineData("Object 1/content.xml", "<text:p>4111111111111111</text:p>")]
    public async Task A_number_in_an_open_document_is_found(string part, string content)
    {
        foreach (var extension in (string[])["odt", "ods", "odp"])
        {
            Assert.Equal(
                Scans.Found, await ScanAsync(extension, OpenDocument((part, OpenXml("document", content)))));
        }
    }

    [Fact]
    public async Task Documents_without_a_number_are_clean()
    {
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("docx", Docx(
            "<w:r w:rsidR='00A41111'><w:t>Order 4111 of 1111, in </w:t></w:r><w:r><w:t>1111</w:t></w:r>")));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("docx", Docx(
            "<wp:extent xmlns:wp='x' cx='4111111' cy='1111111'/><wp:off xmlns:wp='x' x='11' y='4111111111'/>")));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("xlsx", Office(("xl/worksheets/sheet1.xml", SheetXml(
            "worksheet", "<row r='1'><c><v>12</v></c><c><v>4539148803436.55</v></c><c><v>7E-2</v></c></row>")))));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("odt", OpenDocument(
            ("content.xml", OpenXml("document", "<text:p>All is well.</text:p>")), ("layout-cache", "\u0001\u0002"))));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("docx", Office()));
    }

    [Fact]
    public async Task Pictures_in_a_document_go_by_their_own_policy()
    {
        (string, byte[])[] letter =
        [
            ("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/media/image1.png", Picture),
        ];

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("docx", Zip(letter)));
        Assert.Equal(
            ScanVerdict.Unread("image"),
            await ScanAsync("docx", Zip(letter), new() { EmbeddedImages = UnreadPolicy.DeliverUnread }));
        Assert.Equal(
            ScanVerdict.NotRead,
            await ScanAsync("zip", Zip(("a.png", Picture)), new() { EmbeddedImages = UnreadPolicy.DeliverUnread }));
        Assert.Equal(
            ScanVerdict.Unread("image"),
            await ScanAsync("zip", Zip(("a.png", Picture)), new() { Images = UnreadPolicy.DeliverUnread }));
    }

    [Theory]
    [InlineData("word/fonts/a.odttf")]
    [InlineData("xl/printerSettings/printerSettings1.bin")]
    [InlineData("layout-cache")]
    public async Task An_archive_under_the_name_of_something_harmless_is_unpacked(string name)
    {
        var packed = Zip(("a.txt", "4111 1111 1111 1111"u8.ToArray()));

        Assert.Equal(Scans.Found, await ScanAsync("docx", Zip(
            ("[Content_Types].xml", "<Types/>"u8.ToArray()), (name, packed))));
    }

    [Fact]
    public async Task What_is_written_beside_a_thumbnail_is_read()
    {
        byte[] thumbnail =
        [
            .. Picture[..8], 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 181, 0, 0, 1, 0, .. new byte[9],
            0, 0, 0, 24, .. "tEXtComment\0"u8, .. "4111111111111111"u8, .. new byte[9],
        ];

        Assert.Equal(Scans.Found, await ScanAsync("odt", Zip(
            ("mimetype", "x"u8.ToArray()), ("Thumbnails/thumbnail.png", thumbnail))));
    }

    [Fact]
    public async Task The_thumbnail_that_office_suites_add_is_too_small_to_read()
    {
        byte[] thumbnail =
            [.. Picture[..8], 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 181, 0, 0, 1, 0, .. new byte[99]];
        byte[] large = [.. thumbnail[..20], 0, 0, 9, 0, .. thumbnail[24..]];

        async Task<ScanVerdict> OfAsync(byte[] picture) => await ScanAsync("odt", Zip(
            ("mimetype", "x"u8.ToArray()), ("Thumbnails/thumbnail.png", picture)));

        Assert.Equal(ScanVerdict.Clean, await OfAsync(thumbnail));
        Assert.Equal(ScanVerdict.NotRead, await OfAsync(large));
    }

    [Theory]
    [InlineData("word/vbaProject.bin", "\u0000\u0001")]
    [InlineData("Documents/1/Pages/1.fpage", "<FixedPage/>")]
    [InlineData("word/document.xml", "<w:p xmlns:w='x'><w:binData>NDExMQ==</w:binData></w:p>")]
    [InlineData("word/embeddings/old.doc", "\u0000\u0001")]
    public async Task What_cannot_be_read_goes_by_policy(string part, string content)
    {
        Assert.Equal(ScanVerdict.NotRead, await WithAsync((part, content)));
        Assert.Equal(
            ScanVerdict.Unread("unreadable"),
            await ScanAsync("docx", Office((part, content)), new() { Unreadable = UnreadPolicy.DeliverUnread }));
        Assert.Equal(Scans.Found, await ScanAsync(
            "docx",
            Office((part, content), ("word/document2.xml", WordXml("document", Split))),
            new() { Unreadable = UnreadPolicy.DeliverUnread }));
    }

    private static Task<ScanVerdict> WithAsync(params (string Name, string Content)[] parts) =>
        ScanAsync("docx", Office(parts));
}
