using System.Net;
using System.Xml.Linq;
using ContactCenter.Chats;
using ContactCenter.Transcripts;
using static ContactCenter.Tests.Transcripts.Conversation;

namespace ContactCenter.Tests.Transcripts;

public sealed class HtmlTranscriptTests
{
    [Fact]
    public async Task A_document_says_what_it_is_and_lets_nothing_run_or_load()
    {
        var html = await Html(Said("Hi"));

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n", html);
        Assert.Contains(
            "<meta http-equiv=\"Content-Security-Policy\" "
            + "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            html,
            StringComparison.Ordinal);
        Assert.Contains("<title>main/chat-7</title>", html, StringComparison.Ordinal);
        Assert.Contains("<h1>main/chat-7</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<p>customer c-77, <bdi>김아나</bdi>, <time", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_is_an_item_of_the_list() => Assert.Contains(
        """
        <ol>
        <li class="notice"><time datetime="2026-03-02T09:00:12Z">2026-03-02 09:00:12Z</time>
        <p dir="auto">mina joined the chat.</p></li>
        <li><time datetime="2026-03-02T09:00:13Z">2026-03-02 09:00:13Z</time> <strong>agent mina</strong>
        <p dir="auto">안녕하세요</p></li>
        </ol>
        </main>
        </body>
        </html>

        """,
        await Html(Noticed(Notices.AgentJoined), Said("안녕하세요", People.Mina, 2)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("ko-KR", "ko-KR")]
    [InlineData("ko", "ko")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public async Task The_language_is_that_of_the_notices(string culture, string language) => Assert.Contains(
        $"<html lang=\"{language}\">",
        await Written(TranscriptFormat.Html, Head, [], culture),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</p></li></ol><h1>Refunded</h1>")]
    [InlineData("\" onmouseover=\"alert(1)\" x='")]
    [InlineData("<!-- --> ]]> <![CDATA[ &lt; &#60;")]
    [InlineData("<meta http-equiv=refresh content=0>")]
    public async Task Nothing_that_people_say_or_are_called_is_markup(string hostile)
    {
        var html = await Written(
            TranscriptFormat.Html,
            Head with { Name = hostile },
            [Said(hostile), Noticed(Notices.AgentJoined, hostile, 2), Noticed(hostile, sequence: 3)]);

        // What is left is well-formed, but for the tags that HTML does not close.
        var body = XElement.Parse(html[html.IndexOf("<main>", StringComparison.Ordinal)..]
            .Replace("</body>\n</html>\n", string.Empty, StringComparison.Ordinal));
        var words = body.Descendants("p").Select(paragraph => paragraph.Value).ToList();

        Assert.Equal(hostile, body.Descendants("bdi").Single().Value);
        Assert.Equal([hostile, $"{hostile} joined the chat.", hostile], words[1..]);
        Assert.All(
            body.DescendantsAndSelf(),
            element => Assert.Contains(
                element.Name.LocalName,
                new[] { "main", "h1", "p", "bdi", "time", "ol", "li", "strong" }));
    }

    [Theory]
    [InlineData("a\r\nb\u2028c", "a&#xA;b&#xA;c")]
    [InlineData("nul\0 esc\u001B", "nul[U&#x2B;0000] esc[U&#x2B;001B]")]
    [InlineData("pay \u202E001", "pay [U&#x2B;202E]001")]
    public async Task What_deceives_the_eye_is_shown(string words, string shown)
    {
        var html = await Html(Said(words));

        Assert.Contains($"<p dir=\"auto\">{shown}</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(html, unit => unit != '\n' && char.IsControl(unit));
    }

    [Fact]
    public async Task Half_of_a_pair_is_shown_as_unknown() => Assert.Contains(
        "half \uFFFD!", WebUtility.HtmlDecode(await Html(Said("half \uD83D!"))), StringComparison.Ordinal);
}
