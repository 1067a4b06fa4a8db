using ContactCenter.Files;

namespace ContactCenter.Tests.Files;

public sealed class ScannedMarkupTests
{
    [Theory]
    [InlineData("<p>4111<b>1111</b>1111<i class='x'>1111</i></p>")]
    [InlineData("4111<!-- > -- -->1111<!-->11111111")]
    [InlineData("4111<b title='>'>1111<b title=\">\">11111111")]
    [InlineData("4111<b'>1111<i>11111111")]
    [InlineData("4111<b =\">1111<i>11111111")]
    [InlineData("4111<b/title='a>b'/>111111111111")]
    [InlineData("4111<script>var a = '<b>9</b>';</script>1111<style>p { top: 9 }</style >11111111")]
    [InlineData("4111<?php 9 ?>111111111111")]
    [InlineData("4111<x-y>1111</x-y>11111111")]
    [InlineData("<li>4111</li>\n\n      <li>1111</li>\n<li>1111</li>\n     <li>1111</li>")]
    [InlineData("<td>12</td><td>4111<b>1111</b>11111111</td><td>12</td>")]
    [InlineData("&#52;111111111111111")]
    [InlineData("&#x34;&#X31;&#00000000000000000000000000000000000000000000000000000049;1 &#49&#49;11 11111111")]
    [InlineData("4111&nbsp;1111&nbsp1111&ensp;1111")]
    [InlineData("4111&ZeroWidthSpace;1111&shy;11111111")]
    [InlineData("4111<b>&#49;</b>11111111111")]
    [InlineData("<input value='&#52;111&#32;1111 1111 1111'>")]
    [InlineData("<!-- 4111111111111111")]
    [InlineData("<a title='4111 1111 1111 1111")]
    [InlineData("<script>pay('\\u0034111111111111111')</script>")]
    [InlineData("5 < 6 <3 4111<b>1111</b>11111111")]
    [InlineData("</4>4111</>1111</ x>11111111")]
    public async Task A_number_that_is_seen_as_one_is_found(string text) =>
        Assert.Equal(Scans.Found, await Scans.OfAsync("html", text));

    [Theory]
    [InlineData("<n>4111<![CDATA[1111]]>1111<![CDATA[1]]>11<!-- 1 -->1</n>", true)]
    [InlineData("<n>4111<![CDATA[x]]]>1111<![CDATA[y]]>11111111</n>", false)]
    [InlineData("<n>4111<![CDATA[1111 1111]]>1111</n>", true)]
    [InlineData("<run>4111</run><run>1111</run><run>11111111</run>", true)]
    [InlineData("<n><d>4111</d> <d>1111</d> <d>1111</d> <d>1111</d></n>", true)]
    [InlineData("<카드>4111</카드>1111<_a>1111</_a><:b>1111", true)]
    [InlineData("<?note > ?>4111<?note > ?>111111111111", true)]
    [InlineData("<script>4111</script>1111<script/>11111111", true)]
    [InlineData("<n>4111 and 1111</n>", false)]
    public async Task A_number_in_xml_is_found_by_the_rules_of_xml(string text, bool isFound) =>
        Assert.Equal(isFound ? Scans.Found : ScanVerdict.Clean, await Scans.OfAsync("xml", text));

    [Theory]
    [InlineData("<p>Order 4111 of 1111, in <b>1111</b> parts</p>")]
    [InlineData("<table><tr><td>12</td><td>4539148803436</td></tr><tr><td>467</td></tr></table>")]
    [InlineData("<p>fish &amp; chips &copy; &hearts; & \\ &; &# &#x &#; &unknown; \\u12 \\n</p>")]
    [InlineData("<a href='https://example.org/?a=1&b=2'>here</a>")]
    public async Task Markup_without_a_number_is_clean(string text) =>
        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("html", text));

    [Theory]
    [InlineData("html", "<img src='data:image/png;base64,iVBORw0KGgo='>")]
    [InlineData("html", "<iframe src='data:text/html,%34111'>")]
    [InlineData("html", "<meta charset='utf-7'>")]
    [InlineData("html", "<img src='data:image/png;&#98;ase64,iVBORw0KGgo='>")]
    [InlineData("xml", "<!DOCTYPE n [<!ENTITY a '4111'>]><n>&a;&a;</n>")]
    [InlineData("eml", "Subject: hi\r\nContent-Transfer-Encoding: base64\r\n\r\nNDExMQ==")]
    [InlineData("eml", "CONTENT-transfer-encoding :\r\n quoted-printable\r\n\r\n=34111")]
    [InlineData("eml", "Content-Transfer-Encoding:\r\n\r\nx")]
    [InlineData("eml", "Subject: =?utf-8?B?NDExMQ==?=\r\n\r\nhi")]
    [InlineData("eml", "Subject: =?utf-8?q?=34111?=\r\n\r\nhi")]
    [InlineData("eml", "Subject: hi\r\n\r\nbegin 644 a.txt\r\n#0V%T\r\n`\r\nend")]
    [InlineData("eml", "Content-Type: text/plain; charset=UTF-7\r\n\r\n+ADQ-111")]
    public async Task A_file_with_a_part_that_only_looks_like_text_is_not_read(string extension, string text)
    {
        Assert.Equal(ScanVerdict.NotRead, await Scans.OfAsync(extension, text));
        Assert.Equal(
            ScanVerdict.NotRead, await Scans.OfAsync(extension, new string('x', ScanWindow.Length - 10) + "\n" + text));
    }

    [Fact]
    public async Task A_message_in_the_clear_is_read_wherever_its_headers_are()
    {
        const string Header = "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        for (var place = ScanWindow.Length - 60; place < ScanWindow.Length + 10; place++)
        {
            Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("eml", new string('x', place) + Header + "hello"));
        }

        Assert.Equal(Scans.Found, await Scans.OfAsync("eml", $"Subject: hi{Header}<p>4111<b>1111</b>11111111</p>"));
    }

    [Fact]
    public async Task A_number_in_escapes_is_found_in_json() => Assert.Equal(
        Scans.Found, await Scans.OfAsync("json", """{ "a": "\u0034111\n1111\n1111\n1111" }"""));

    [Theory]
    [InlineData("<b>")]
    [InlineData("<b")]
    [InlineData("<")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("&")]
    [InlineData("&#0")]
    [InlineData("&#4")]
    [InlineData("\\u004")]
    [InlineData("=?")]
    [InlineData("<script></script")]
    [InlineData("<![CDATA[]")]
    public async Task Megabytes_of_markup_that_is_never_closed_are_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("eml", text));
        Assert.Equal(ScanVerdict.Clean, await Scans.OfAsync("xml", text));
        Assert.Equal(Scans.Found, await Scans.OfAsync("html", text + " 4111 1111 1111 1111"));
    }
}
