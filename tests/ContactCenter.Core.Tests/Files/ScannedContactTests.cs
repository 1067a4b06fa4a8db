using System.Text;
using ContactCenter.Files;
using static ContactCenter.Tests.Files.Documents;

namespace ContactCenter.Tests.Files;

public sealed class ScannedContactTests
{
    [Theory]
    [InlineData("NOTE:4111 1111 1111 1111")]
    [InlineData("NOTE;ENCODING=QUOTED-PRINTABLE:=34=31=31=31 =31=31=31=31 =31=31=31=31 1111")]
    [InlineData("NOTE;QUOTED-PRINTABLE:=34=31=31=31=31=\r\n=31=31=31=31=\n=31=31=31=31=31=31=31")]
    [InlineData("NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EF=BC=94111 1111 1111 1111")]
    [InlineData("NOTE;CHARSET=shift_jis;ENCODING=QUOTED-PRINTABLE:=82=53111 1111 1111 1111")]
    [InlineData("NOTE;encoding=quoted-printable:41=\r\n11111111111111")]
    [InlineData("NOTE;ENCODING=BASE64:ICA0MTExIDEx\r\n MTEgMTExMSAxMTExICA=\r\n")]
    [InlineData("NOTE;ENCODING=b:ICA0MTExIDExMTEgMTExMSAxMTExICA=")]
    [InlineData("item1.NOTE;X=1;BASE64:ICA0MTExIDExMTEgMTExMSAxMTExICA=")]
    [InlineData("KEY:data:text/plain;base64,ICA0MTExIDExMTEgMTExMSAxMTExICA=")]
    [InlineData("NOTE:4111 1111 11\r\n 11 1111")]
    [InlineData("NOTE:41\r\n 11 1111 11\r\n\t11 1111")]
    [InlineData("NOTE:4111\\,1111\\,1111\\,1111")]
    public async Task A_number_in_a_contact_is_found(string line)
    {
        var contact = $"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Kim;Ana\r\n{line}\r\nEND:VCARD\r\n";

        Assert.Equal(Scans.Found, await ScanAsync("vcf", contact));
        Assert.Equal(Scans.Found, await ScanAsync("zip", Zip(("ana.vcf", contact))));
    }

    [Theory]
    [InlineData("vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Kim\r\nTEL;TYPE=cell:+82-10-1234-5678\r\nEND:VCARD\r\n")]
    [InlineData("vcf", "BEGIN:VCARD\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80=\r\n=EC=95=84=EB=82=98\r\n")]
    [InlineData("ics", "BEGIN:VCALENDAR\r\nDTSTART:20261130T120000Z\r\nDTEND:20261130T130000Z\r\nEND:VCALENDAR\r\n")]
    [InlineData("vcf", "BEGIN:VCARD\r\nTEL;TYPE=home:45671234\r\nTEL;TYPE=cell:98765434\r\nEND:VCARD\r\n")]
    [InlineData("vcf", "")]
    [InlineData("vcf", "=\r\n=\r\n;ENCODING=b:\r\n:;\r\n")]
    public async Task One_without_a_number_is_clean(string extension, string content) =>
        Assert.Equal(ScanVerdict.Clean, await ScanAsync(extension, content));

    [Fact]
    public async Task A_line_that_is_folded_without_end_is_read_once()
    {
        // It would take hours if its beginning were looked at again with each fold.
        var content = "BEGIN:VCARD\nA" + string.Concat(Enumerable.Repeat("\n b", 350_000));

        Assert.Equal(ScanVerdict.Clean, await ScanAsync("vcf", content));
    }

    [Fact]
    public async Task A_portrait_goes_by_the_policy_of_pictures()
    {
        var portrait = Convert.ToBase64String(Picture.AsSpan(0, 90));
        var contact = Encoding.UTF8.GetBytes($"BEGIN:VCARD\nPHOTO;ENCODING=b;TYPE=PNG:{portrait}\nEND:VCARD\n");

        Assert.Equal(ScanVerdict.NotRead, await ScanAsync("vcf", contact));
        Assert.Equal(
            ScanVerdict.Unread("image"),
            await ScanAsync("vcf", contact, new() { EmbeddedImages = UnreadPolicy.DeliverUnread }));
    }
}
