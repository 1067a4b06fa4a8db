using ContactCenter.Chats;
using ContactCenter.Transcripts;
using static ContactCenter.Tests.Transcripts.Conversation;

namespace ContactCenter.Tests.Transcripts;

public sealed class TextTranscriptTests
{
    private const string Top = "2026-03-02 10:00:12Z  main/chat-7, customer c-77, 김아나\n\n";

    [Fact]
    public async Task A_conversation_has_a_line_a_message() => Assert.Equal(
        Top + """
        2026-03-02 09:00:12Z  mina joined the chat.
        2026-03-02 09:00:13Z  customer c-77: 환불해 주세요 😀
        2026-03-02 09:00:14Z  agent mina: Of course.
        2026-03-02 09:00:15Z  supervisor boss (whisper): Be kind.
        2026-03-02 09:00:16Z  bot: Bye!
        2026-03-02 09:00:17Z  customer c-77 (file): list.txt
        2026-03-02 09:00:18Z  customer c-77 (file, withdrawn): cards.txt

        """,
        await Text(
            Noticed(Notices.AgentJoined),
            Said("환불해 주세요 😀", sequence: 2),
            Said("Of course.", People.Mina, 3),
            Said("Be kind.", People.Boss, 4) with { Kind = LineKind.Whisper },
            Said("Bye!", Actor.Bot, 5),
            Said("list.txt", sequence: 6) with { Kind = LineKind.File },
            Said("cards.txt", sequence: 7) with { Kind = LineKind.WithdrawnFile }));

    [Fact]
    public async Task An_empty_conversation_has_its_head() => Assert.Equal(Top, await Text());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_customer_need_not_have_a_name(string? name) => Assert.Equal(
        "2026-03-02 10:00:12Z  main/chat-7, customer c-77\n\n",
        await Written(TranscriptFormat.Text, Head with { Name = name }, []));

    [Fact]
    public async Task Notices_are_told_in_the_readers_language() => Assert.Equal(
        Top + "2026-03-02 09:00:12Z  김미나 상담원이 채팅에 참여했습니다.\n",
        await Written(TranscriptFormat.Text, Head, [Noticed(Notices.AgentJoined, "김미나")], "ko-KR"));

    [Fact]
    public async Task Instants_are_told_in_universal_time() => Assert.Contains(
        "\n2026-03-02 00:30:00Z  customer",
        await Text(Said("Hi") with { At = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(9)) }));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public async Task A_message_cannot_look_like_two(string lineBreak) => Assert.Equal(
        Top + """
        2026-03-02 09:00:12Z  customer c-77: Hi
                              2026-03-02 09:00:13Z  agent mina: Refund granted
        2026-03-02 09:00:13Z  agent mina: No.

        """,
        await Text(
            Said($"Hi{lineBreak}2026-03-02 09:00:13Z  agent mina: Refund granted"), Said("No.", People.Mina, 2)));

    [Fact]
    public async Task A_name_and_a_notice_stay_on_their_line()
    {
        var text = await Written(
            TranscriptFormat.Text, Head with { Name = "A\r\n2026" }, [Noticed(Notices.AgentJoined, "b\n2026\u2028x")]);

        Assert.Equal(
            "2026-03-02 10:00:12Z  main/chat-7, customer c-77, A 2026\n\n"
            + "2026-03-02 09:00:12Z  b 2026 x joined the chat.\n",
            text);
    }

    [Theory]
    [InlineData("pay \u202E001\u202C", "pay [U+202E]001[U+202C]")]
    [InlineData("\u2066a\u2067b\u2068c\u2069", "[U+2066]a[U+2067]b[U+2068]c[U+2069]")]
    [InlineData("\u001B[2Jgone\b\u009B", "[U+001B][2Jgone[U+0008][U+009B]")]
    [InlineData("nul\0 del\u007F", "nul[U+0000] del[U+007F]")]
    [InlineData("a\tb\u200Dc", "a\tb\u200Dc")]
    public async Task What_deceives_the_eye_or_steers_a_terminal_is_shown(string words, string shown) => Assert.Equal(
        $"{Top}2026-03-02 09:00:12Z  customer c-77: {shown}\n", await Text(Said(words)));

    [Fact]
    public async Task Half_of_a_pair_is_shown_as_unknown() =>
        Assert.EndsWith("customer c-77: half \uFFFD!\n", await Text(Said("half \uD83D!")));

    [Fact]
    public async Task No_character_that_the_engine_lets_pass_starts_a_line_of_its_own()
    {
        var all = string.Concat(Enumerable.Range(0, 0xD800).Select(unit => (char)unit));

        var lines = (await Text(Said(all), Said("Bye", sequence: 2))).Split('\n');

        Assert.DoesNotContain(string.Concat(lines), unit => char.IsControl(unit) && unit != '\t');
        Assert.Equal("2026-03-02 09:00:13Z  customer c-77: Bye", lines[^2]);
        Assert.All(lines[3..^2], line => Assert.StartsWith(new string(' ', 22), line));
    }
}
