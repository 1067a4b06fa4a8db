using ContactCenter.Files;

namespace ContactCenter.Tests.Files;

public sealed class ScanJudgementTests
{
    private static readonly ScanVerdict Clean = ScanVerdict.Clean;
    private static readonly ScanVerdict NotRead = ScanVerdict.NotRead;
    private static readonly ScanVerdict Malware = ScanVerdict.Blocked("malware");
    private static readonly ScanVerdict Unreadable = ScanVerdict.Blocked("unreadable");

    [Fact]
    public void A_file_is_delivered_when_nobody_blocks_it_and_one_that_looks_for_card_data_has_read_it()
    {
        Assert.Equal(Clean, ScanJudgement.Of((true, Clean)));
        Assert.Equal(Clean, ScanJudgement.Of((true, NotRead), (true, Clean), (false, NotRead)));
        Assert.Equal(Clean, ScanJudgement.Of((false, Clean), (true, Clean)));
    }

    [Fact]
    public void A_file_that_none_of_those_has_read_is_blocked()
    {
        Assert.Equal(Unreadable, ScanJudgement.Of());
        Assert.Equal(Unreadable, ScanJudgement.Of((false, Clean)));
        Assert.Equal(Unreadable, ScanJudgement.Of((true, NotRead), (false, Clean)));
        Assert.Equal(Unreadable, ScanJudgement.Of((true, default)));
    }

    [Fact]
    public void The_first_that_blocks_says_why()
    {
        Assert.Equal(Malware, ScanJudgement.Of((true, Clean), (false, Malware), (true, Scans.Found)));
        Assert.Equal(Scans.Found, ScanJudgement.Of((true, Scans.Found), (false, Malware), (true, NotRead)));
        Assert.Equal(Malware, ScanJudgement.Of((true, NotRead), (false, Malware)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Malware")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("4111")]
    [InlineData("a12345678901234567890123456789012345678901234567890")]
    public void A_code_that_is_none_is_refused(string code) =>
        Assert.Throws<ArgumentException>(() => ScanVerdict.Blocked(code));

    [Fact]
    public void A_verdict_is_written_by_its_code() =>
        Assert.Equal("clean not-read malware", $"{Clean} {NotRead} {Malware}");
}
