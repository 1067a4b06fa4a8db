using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using ContactCenter.Chats;
using ContactCenter.Tests.Conventions;

namespace ContactCenter.Tests.Texts;

/// <summary>Whatever the engine says to people, it can say in every language of the package.</summary>
public sealed class TextsTests
{
    private static readonly string[] Codes =
    [
        .. Rejections.All.Select(rejection => $"rejection.{rejection.Code}"),
        .. NoticeCodes().Select(code => $"notice.{code}"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("ko")]
    public void Each_code_has_its_words_and_no_words_are_without_a_code(string language)
    {
        var keys = Words(language).Keys;

        Offenders.None(Codes.Except(keys));
        Offenders.None(keys.Except(Codes));
    }

    [Fact]
    public void Each_rejection_is_among_all_of_them() =>
        Offenders.None(typeof(Rejections).GetProperties().Select(property => property.GetValue(null))
            .OfType<Rejection>().Except(Rejections.All));

    [Fact]
    public void Both_languages_leave_room_for_the_same_subject()
    {
        var (english, korean) = (Words(""), Words("ko"));

        Offenders.None(Codes.Where(code => !Placeholders(english[code]).SequenceEqual(Placeholders(korean[code]))));
        Offenders.None(Codes.Where(code => Placeholders(english[code]).Except(["{0}"]).Any()));
    }

    [Fact]
    public void A_rejection_is_said_without_its_subject() =>
        Offenders.None(Words("").Where(entry =>
            entry.Key.StartsWith("rejection.", StringComparison.Ordinal) && Placeholders(entry.Value).Any()));

    [Fact]
    public void What_is_Korean_is_written_in_Hangul_and_what_is_English_in_Latin()
    {
        Offenders.None(Words("ko").Where(entry => !entry.Value.Any(IsHangul)));
        Offenders.None(Words("").Where(entry => !entry.Value.All(char.IsAscii)));

        static bool IsHangul(char letter) => letter is >= '가' and <= '힣';
    }

    [Theory]
    [InlineData("ko", "이미 종료된 채팅입니다.")]
    [InlineData("ko-KR", "이미 종료된 채팅입니다.")]
    [InlineData("en-GB", "The chat has ended.")]
    [InlineData("fr", "The chat has ended.")]
    [InlineData("fr-CA", "The chat has ended.")]
    [InlineData("", "The chat has ended.")]
    public void A_culture_is_answered_in_its_language_or_in_English(string culture, string text) =>
        Assert.Equal(text, Rejections.ChatEnded.Text(new CultureInfo(culture)));

    [Fact]
    public void A_code_of_the_hosts_own_is_said_in_the_hosts_own_words() =>
        Assert.Equal(
            "Closed on Sundays.",
            new Rejection("closed-today", "Closed on Sundays.", "sunday").Text(new CultureInfo("ko")));

    [Theory]
    [InlineData(Notices.OwnerChanged, "이제 mina 상담원이 채팅을 담당합니다.", "mina is now responsible for the chat.")]
    [InlineData(
        Notices.TransferRequested, "채팅을 이관하고 있습니다. 이관 대상: mina", "The chat is being transferred to mina.")]
    [InlineData(Notices.CustomerReturned, "고객이 다시 연결되었습니다.", "The customer is connected again.")]
    public void A_notice_names_its_subject(string notice, string korean, string english)
    {
        var line = Line(notice, Actor.System, "mina");

        Assert.Equal(korean, line.NoticeText(new CultureInfo("ko-KR")));
        Assert.Equal(english, line.NoticeText(new CultureInfo("fr")));
    }

    [Fact]
    public void A_host_puts_a_name_in_the_place_of_an_id()
    {
        var line = Line(Notices.AgentJoined, People.Mina, "mina") with { Subject = "김미나 {0}" };

        Assert.Equal("김미나 {0} 상담원이 채팅에 참여했습니다.", line.NoticeText(new CultureInfo("ko")));
    }

    [Fact]
    public void A_notice_without_a_subject_is_about_its_author() =>
        Assert.Equal("mina left the chat.", Line(Notices.AgentLeft, People.Mina).NoticeText(new CultureInfo("en")));

    [Fact]
    public void A_notice_that_is_not_known_is_told_by_its_code() =>
        Assert.Equal("lunch-time", Line("lunch-time", Actor.System).NoticeText(new CultureInfo("ko")));

    [Fact]
    public void A_message_is_no_notice()
    {
        var message = new TranscriptLine(
            1, default, LineKind.Message, People.Mina, "안녕하세요", IsRedacted: false, Notice: null);

        Assert.Null(message.NoticeText(new CultureInfo("ko")));
    }

    private static TranscriptLine Line(string notice, Actor author, string? subject = null) =>
        new(1, default, LineKind.Notice, author, string.Empty, IsRedacted: false, notice, subject);

    private static IEnumerable<string> NoticeCodes() =>
        typeof(Notices).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetValue(null)!);

    private static IEnumerable<string> Placeholders(string text) =>
        Regex.Matches(text, @"\{\w*\}").Select(match => match.Value).Order();

    // Of this language alone: what is missing is not made good by another.
    private static Dictionary<string, string> Words(string language)
    {
        var words = new ResourceManager("ContactCenter.Texts.Texts", Shipped.Core)
            .GetResourceSet(new CultureInfo(language), createIfNotExists: true, tryParents: false);

        return words!.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
