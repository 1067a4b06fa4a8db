using ContactCenter.Responses;
using static ContactCenter.Tests.Responses.Prepared;

namespace ContactCenter.Tests.Responses;

public sealed class InMemoryResponsesTests
{
    [Fact]
    public async Task The_responses_are_those_that_were_given_and_stay_so()
    {
        var given = new List<PredefinedResponse> { Greeting, Refund };
        var source = new InMemoryResponses(given);
        given.Clear();

        Assert.Equal([Greeting, Refund], await source.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task There_may_be_none() =>
        Assert.Empty(await new InMemoryResponses().ReadAsync(CancellationToken.None));

    [Fact]
    public async Task A_reader_who_has_given_up_is_told_so() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new InMemoryResponses(Greeting).ReadAsync(new CancellationToken(canceled: true)));

    [Fact]
    public void What_is_as_long_as_it_may_be_is_taken() => Assert.NotNull(new InMemoryResponses(
        Response(new string('a', 100), new string('t', 200), new string('x', 8_000)) with
        {
            Category = new string('c', 100),
            Locale = "zh-Hant-TW",
            Queues = ["queue 1"],
        }));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var refused = Assert.Throws<ResponseSourceException>(() => new InMemoryResponses(
            Greeting,
            Response("greeting"),
            Response("Not Kebab", " ", "x"),
            null!,
            Response("long", new string('t', 201), new string('x', 8_001)),
            Response("odd", "half \uD800", "nul \0") with { Category = "", Locale = "en_GB", Channel = (Channel)9 },
            Response("wide") with { Queues = ["a", " "], Teams = null! }));

        Assert.Equal(
            [
                "'greeting' id: there is another with it",
                "[2] id: not 1 to 100 lower-case letters, digits and single dashes between them",
                "[2] title: blank",
                "[3] is null",
                "'long' title: too long",
                "'long' text: too long",
                "'odd' title: malformed Unicode",
                "'odd' text: malformed Unicode",
                "'odd' category: blank",
                "'odd' locale: no language tag",
                "'odd' channel: not known",
                "'wide' queues: one is blank",
                "'wide' teams: missing",
            ],
            refused.Faults);
        Assert.All(refused.Faults, fault => Assert.Contains(fault, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("é")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void An_id_is_kebab_text(string id) => Assert.StartsWith(
        "responses: [0] id: not", Assert.Throws<ResponseSourceException>(() => new InMemoryResponses(Response(id)))
            .Message);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("en-")]
    [InlineData("1en")]
    [InlineData("한국어")]
    [InlineData("muchtoolong")]
    public void A_locale_is_a_language_tag(string locale) => Assert.Equal(
        ["'greeting' locale: no language tag"],
        Assert.Throws<ResponseSourceException>(() => new InMemoryResponses(Greeting with { Locale = locale })).Faults);

    [Fact]
    public void The_message_of_many_faults_stays_short()
    {
        var refused = Assert.Throws<ResponseSourceException>(
            () => new InMemoryResponses([.. Enumerable.Repeat(Greeting, 1_001)]));

        Assert.Equal(1_000, refused.Faults.Count);
        Assert.EndsWith("; and 980 more.", refused.Message);
    }

    [Fact]
    public void There_are_ten_thousand_at_most() => Assert.Equal(
        ["more than 10,000 responses"],
        Assert.Throws<ResponseSourceException>(
            () => new InMemoryResponses([.. Enumerable.Repeat(Greeting, 10_001)])).Faults);

    [Fact]
    public void A_response_is_logged_by_its_id() => Assert.Equal("refund-policy", $"{Refund}");
}
