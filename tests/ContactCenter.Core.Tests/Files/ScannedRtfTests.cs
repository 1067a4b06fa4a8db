using ContactCenter.Files;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

public sealed class ScannedRtfTests
{
    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4111{\\b 11}{\\i\\f1 11 1111} 1111")]
    [InlineData("41\\par 11 1111 1111 1111 is wrong, 4111111111111111 is right")]
    [InlineData("\\'34\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31\\'31")]
    [InlineData("\\u52?\\u49?\\u49?\\u49?1111 1111 1111")]
    [InlineData("\\uc0\\u52 \\u49 11 1111 1111 1111")]
    [InlineData("\\uc2\\u-236??\\u-239??\\u-239??\\u-239??\\u-239??111 1111 1111")]
    [InlineData("4111\\tab 1111\\~1111\\_1111")]
    [InlineData("4111\\cell 1111\\cell 1111\\cell 1111\\row")]
    [InlineData("4111{\\*\\bkmkstart here}1111{\\*\\bkmkend here}11111111")]
    [InlineData("4111\r\n1111\r\n11111111")]
    [InlineData("{\\info{\\title 4111 1111 1111 1111}}hello")]
    [InlineData("{\\info{\\title Payment 4111111111111111}{\\author 3M Korea}}hello")]
    [InlineData("{\\info{\\author Smith2}{\\title 4111111111111111}}hello")]
    [InlineData("{\\*\\userprops{\\propname Card1}\\proptype30{\\staticval 4111111111111111}}hello")]
    [InlineData("x{\\footnote 41\\plain 11111111111111}y")]
    [InlineData("{\\header 4111 1111 1111 1111}hello")]
    [InlineData("{\\footnote 4111 1111 1111 1111}hello")]
    [InlineData("{\\*\\annotation 4111 1111 1111 1111}hello")]
    [InlineData("4111 1111{\\footnote see page 7} 1111 1111")]
    [InlineData("x{\\footnote 4111 11{\\b 11 11}11 1111}y")]
    [InlineData("4111 1111{\\v see page 7} 1111 1111")]
    [InlineData("4111 1111\\v see page 7\\v0  1111 1111")]
    [InlineData("4111 1111\\v see page 7\\plain  1111 1111")]
    [InlineData("4111 1111 {\\v 1111} 1111")]
    [InlineData("x{\\v 4111 11{\\b 11 11}11 1111}y")]
    [InlineData("{\\field{\\*\\fldinst HYPERLINK \"x:4111111111111111\"}{\\fldrslt here}}")]
    [InlineData("{\\fonttbl{\\f0 Arial 4;}}\\v 4111111111111111")]
    [InlineData("}}}}4111111111111111")]
    public async Task A_number_in_rich_text_is_found(string text) =>
        Assert.Equal(Scans.Found, await ScanAsync("rtf", $"{{\\rtf1\\ansi\\ansicpg1252 {text}}}"));

    [Theory]
    [InlineData("All is well.\\par")]
    [InlineData("\\rsid4111\\sb1111\\sa1111\\li1111 four numbers of the format")]
    [InlineData("\\'b0\\'a1\\u44032?")]
    [InlineData("{\\*\\themedata 4111111111111111}{\\*\\rsidtbl 4111111111111111}")]
    [InlineData("")]
    [InlineData("\\")]
    [InlineData("\\u99999999999999999999 \\'zz \\uc-5 \\bin-3 \\unknown9")]
    public async Task Rich_text_without_a_number_is_clean(string text) =>
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("rtf", $"{{\\rtf1\\ansi\\ansicpg949 {text}}}"));

    [Theory]
    [InlineData("{\\pict\\pngblip 89504e470d0a}", "image")]
    [InlineData("{\\object{\\*\\objdata 0105000002}}", "unreadable")]
    [InlineData("\\bin5 abcde", "unreadable")]
    public async Task What_is_packed_in_it_goes_by_policy(string text, string code)
    {
        var file = $"{{\\rtf1 hello {text}}}";
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("rtf", file));
        Assert.Equal(ScanVerdict.Unread(code), await ScanAsync("rtf", file, new()
        {
            EmbeddedImages = UnreadPolicy.DeliverUnread,
            Unreadable = UnreadPolicy.DeliverUnread,
        }));
    }
}
