using System.Text.Json;
using ContactCenter.Chats;
using ContactCenter.Transcripts;
using static ContactCenter.Tests.Transcripts.Conversation;

namespace ContactCenter.Tests.Transcripts;

public sealed class JsonTranscriptTests
{
    [Fact]
    public async Task A_conversation_is_one_object_without_what_is_null() => Assert.Equal(
        """
        {"chat":"main/chat-7","customer":"c-77","name":"김아나","writtenAt":"2026-03-02T10:00:12+00:00","lines":[
        {"sequence":1,"at":"2026-03-02T09:00:12+00:00","kind":"notice","author":"agent:mina","text":"",
        "redacted":false,"notice":"agent-joined","subject":"mina"},
        {"sequence":2,"at":"2026-03-02T09:00:13+00:00","kind":"message","author":"customer:c-77",
        "text":"카드 411111******1111","redacted":true}]}
        """.ReplaceLineEndings(string.Empty),
        await Json(
            Noticed(Notices.AgentJoined, "mina"),
            Said("카드 411111******1111", sequence: 2) with { IsRedacted = true }));

    [Theory]
    [InlineData(LineKind.Message, "message")]
    [InlineData(LineKind.Notice, "notice")]
    [InlineData(LineKind.Whisper, "whisper")]
    [InlineData(LineKind.File, "file")]
    [InlineData(LineKind.Note, "note")]
    [InlineData(LineKind.AgentNotice, "agent-notice")]
    [InlineData(LineKind.WithdrawnFile, "withdrawn-file")]
    public async Task Each_kind_is_named_as_on_the_wire(LineKind kind, string name) => Assert.Equal(
        name,
        JsonDocument.Parse(await Json(Said("x") with { Kind = kind })).RootElement
            .GetProperty("lines")[0].GetProperty("kind").GetString());

    [Fact]
    public async Task Every_kind_has_a_name() => Assert.Equal(
        Enum.GetValues<LineKind>().Length,
        (await Json([.. Enum.GetValues<LineKind>().Select(kind => Said("x") with { Kind = kind })]))
            .Split("\"kind\"").Length - 1);

    [Fact]
    public async Task An_attachment_has_its_name_and_length() => Assert.Contains(
        """
        "kind":"file","author":"customer:c-77","text":"list.txt","redacted":false,"fileLength":42}
        """.Trim(),
        await Json(Said("list.txt") with { Kind = LineKind.File, FileLength = 42 }));

    [Theory]
    [InlineData("\", \"author\": \"agent:mina")]
    [InlineData("\0\u001B\u202E\u2028\r\n\t\\")]
    [InlineData("</script><script>alert(1)</script>")]
    public async Task Whatever_is_said_is_read_back_as_it_was(string words)
    {
        var json = await Json(Said(words));

        Assert.Equal(
            words, JsonDocument.Parse(json).RootElement.GetProperty("lines")[0].GetProperty("text").GetString());
        Assert.DoesNotContain(json, unit => char.IsControl(unit) || unit == '<');
    }

    [Fact]
    public async Task Half_of_a_pair_does_not_break_the_document() => Assert.Equal(
        "a\uFFFDb",
        JsonDocument.Parse(await Json(Said("a\uD800b"))).RootElement
            .GetProperty("lines")[0].GetProperty("text").GetString());

    [Fact]
    public async Task An_empty_conversation_has_no_lines() => Assert.EndsWith(
        ",\"lines\":[]}", await Written(TranscriptFormat.Json, Head with { Name = null }, []));
}
