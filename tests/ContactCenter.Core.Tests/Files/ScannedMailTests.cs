using System.Text;
using ContactCenter.Files;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

public sealed class ScannedMailTests
{
    private static readonly string Letter = Convert.ToBase64String(
        Docx("<w:r><w:t>4111 11</w:t></w:r><w:r><w:t>11 1111 1111</w:t></w:r>"),
        Base64FormattingOptions.InsertLineBreaks);

    [Theory]
    [InlineData("Subject: 4111 1111 1111 1111\r\n\r\nhi")]
    [InlineData("Subject: =?utf-8?B?NDExMSAxMTExIDExMTEgMTExMQ==?=\r\n\r\nhi")]
    [InlineData("Subject: =?utf-8?q?=34111_1111?=\r\n =?euc-kr?Q?_1111_1111?=\r\n\r\nhi")]
    [InlineData("X-Note: 4111\r\n\t1111 1111\r\n  1111\r\n\r\nhi")]
    [InlineData("Content-Disposition: attachment; filename*=utf-8''%34111111111111111.txt\r\n\r\nhi")]
    [InlineData("Content-Disposition: attachment;\r\n filename*0=\"4111 1111\";"
        + "\r\n filename*1=\" 1111 1111.txt\"\r\n\r\nhi")]
    [InlineData("Content-Type: text/plain; name*1*=11%3111%20111; name*0*=utf-8''%3411;"
        + " name*2=\"1 1111.txt\"\r\n\r\nhi")]
    [InlineData("Subject: hi\r\n\r\nMy card is 4111 1111 1111 1111.")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\nTXkgY2FyZCBpcyA0MTExIDExMTEgMTEx\r\nMSAxMTExLg==")]
    [InlineData("Content-Transfer-Encoding: Quoted-Printable\r\n\r\nMy card is =34111 11=\r\n11 1111 11=\r\n11.")]
    [InlineData("Content-Type: text/html; charset=\"utf-16\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + "NAAxADEAMQAxADEAMQAxADEAMQAxADEAMQAxADEAMQA=")]
    [InlineData("Content-Type: text/html\r\n\r\n4111<b>1111</b>1111<i>1111</i>")]
    [InlineData("Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\nNDExMTExMTExMTExMTExMQ==")]
    public async Task A_number_in_a_message_is_found(string message)
    {
        Assert.Equal(Scans.Found, await ScanAsync("eml", message));
        Assert.Equal(Scans.Found, await ScanAsync("mht", message));
        Assert.Equal(Scans.Found, await ScanAsync("eml", Parts("multipart/mixed", message, "Subject: x\r\n\r\nclean")));
        Assert.Equal(Scans.Found, await ScanAsync("eml", Parts(
            "multipart/mixed", "\r\nclean", Parts("multipart/alternative", "\r\nclean", message))));
        Assert.Equal(Scans.Found, await ScanAsync("eml", $"Content-Type: message/rfc822\r\n\r\n{message}"));
    }

    [Fact]
    public async Task A_document_that_comes_with_it_is_read()
    {
        foreach (var type in (string[])["application/octet-stream", "text/plain", "image/png"])
        {
            Assert.Equal(Scans.Found, await ScanAsync("eml", Parts(
                "multipart/mixed",
                "Content-Type: text/plain\r\n\r\nHere it is.",
                $"Content-Type: {type}; name=letter.docx\r\nContent-Transfer-Encoding: base64\r\n\r\n{Letter}")));
        }

        Assert.Equal(ScanVerdict.Clean, await ScanAsync("eml", Parts(
            "multipart/mixed",
            "Content-Type: text/plain; charset=ks_c_5601-1987\r\nContent-Transfer-Encoding: base64\r\n\r\nvsiz58fPvLy/",
            "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Convert.ToBase64String(Docx("<w:r><w:t>All is well.</w:t></w:r>")))));
    }

    [Fact]
    public async Task A_name_that_comes_in_parts_is_one_name()
    {
        // As a table it has columns, as anything else it has not.
        static string Table(string name) => Parts(
            "multipart/mixed",
            $"Content-Disposition: attachment; {name}\r\n\r\nname\tnote\tPIN\nkim\t\"a\tb\"\t1234\n");

        var found = ScanVerdict.Blocked("pin");
        Assert.Equal(found, await ScanAsync("eml", Table("filename=codes.csv")));
        Assert.Equal(found, await ScanAsync("eml", Table("filename*1=s.csv; filename*0*=utf-8''code")));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync("eml", Table("filename*0=codes; filename*1=.txt")));
    }

    [Fact]
    public async Task A_message_that_is_cut_off_is_read_as_far_as_it_goes()
    {
        var message = Parts("multipart/mixed", "Content-Transfer-Encoding: base64\r\n\r\nNDExMTExMTExMTExMTExMQ==");

        Assert.Equal(Scans.Found, await ScanAsync("eml", message[..^10]));
    }

    [Theory]
    [InlineData("Content-Transfer-Encoding: x-uuencode\r\n\r\nhi")]
    [InlineData("Content-Transfer-Encoding: 7bit\r\nContent-Transfer-Encoding: base64\r\n\r\naGk=")]
    [InlineData("Content-Type: text/plain; charset=utf-7\r\n\r\n+ADQ-111")]
    [InlineData("Content-Type: text/plain; charset=martian\r\n\r\nhi")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nhi\r\n--x--")]
    [InlineData("Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x\r\n\r\nhi\r\n--x--")]
    [InlineData("Content-Type: application/x\r\nContent-Transfer-Encoding: base64\r\n\r\n0M8R4KGxGuE=")]
    [InlineData("Subject: hi\r\n\r\nbegin 644 a.txt\r\n#0V%T\r\n`\r\nend")]
    public async Task What_only_looks_like_text_goes_by_policy(string message)
    {
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("eml", message));
        Assert.Equal(
            ScanVerdict.Unread("unreadable"),
            await ScanAsync("eml", message, new() { Unreadable = UnreadPolicy.DeliverUnread }));
    }

    [Fact]
    public async Task A_logo_in_a_signature_is_part_of_the_message()
    {
        static string With(string header) => Parts(
            "multipart/related",
            "Content-Type: text/html\r\n\r\n<p>hi</p>",
            $"Content-Type: image/png\r\n{header}Content-Transfer-Encoding: base64\r\n\r\n"
                + Convert.ToBase64String(Picture));
        var options = new DocumentScanOptions { EmbeddedImages = UnreadPolicy.DeliverUnread };

        Assert.Equal(ScanVerdict.Unread("image"), await ScanAsync("eml", With("Content-ID: <logo>\r\n"), options));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("eml", With(string.Empty), options));
    }

    [Fact]
    public async Task Parts_in_parts_without_end_are_not_followed()
    {
        var message = "\r\nhi";
        for (var depth = 0; depth < 60; depth++)
        {
            message = Parts("multipart/mixed", message);
        }

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("eml", message));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("eml", Parts("multipart/mixed", [.. new string[300]]), new()
        {
            MaxEntries = 200,
            Unreadable = UnreadPolicy.DeliverUnread,
        }));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync(
            "eml", "Subject: " + new string('x', 1_000_000), new() { Unreadable = UnreadPolicy.DeliverUnread }));
        Assert.Equal(ScanVerdict.NotRead, await ScanAsync(
            "eml", string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 1_000)), new()
            {
                Unreadable = UnreadPolicy.DeliverUnread,
            }));
    }

    // Boundaries must differ where parts hold parts.
    private static string Parts(string type, params string[] parts)
    {
        var boundary = $"b{parts.Sum(part => part?.Length ?? 0)}";
        var text = new StringBuilder($"Content-Type: {type}; boundary=\"{boundary}\"\r\n\r\nThis is MIME.\r\n");
        foreach (var part in parts)
        {
            text.Append($"--{boundary}\r\n{part}\r\n");
        }

        return text.Append($"--{boundary}--\r\n").ToString();
    }
}
