using ContactCenter.Responses;
using static ContactCenter.Tests.Responses.Prepared;

namespace ContactCenter.Tests.Responses;

public sealed class ResponseFilterTests
{
    private static readonly ResponseFilter All = new(Channel.Chat, 100);

    [Fact, Scenario("S54")]
    public void A_search_finds_the_response_whose_title_has_it() =>
        Assert.Equal([Refund], (All with { Search = "ref" }).Choose([Greeting, Refund]));

    [Theory]
    [InlineData("14 DAYS", "refund-policy")]
    [InlineData("hello", "greeting")]
    [InlineData("e", "greeting refund-policy")]
    [InlineData(" ", "greeting refund-policy")]
    [InlineData("nothing", "")]
    public void A_search_looks_at_title_and_text(string search, string ids) =>
        Assert.Equal(ids, Ids(All with { Search = search }, Greeting, Refund));

    [Fact]
    public void Korean_responses_are_found_by_initials() => Assert.Equal(
        "refund", Ids(All with { Search = "ㅎㅂ" }, Response("hello", "인사말"), Response("refund", "환불 규정")));

    [Fact]
    public void A_response_for_a_channel_is_shown_in_that_alone()
    {
        PredefinedResponse[] responses = [Response("all"), Response("mail") with { Channel = Channel.Email }];

        Assert.Equal("all", Ids(All, responses));
        Assert.Equal("all mail", Ids(All with { Channel = Channel.Email }, responses));
    }

    [Fact]
    public void A_response_for_queues_is_shown_for_their_contacts_alone()
    {
        PredefinedResponse[] responses = [Response("all"), Response("vip") with { Queues = ["vip", "gold"] }];

        Assert.Equal("all", Ids(All, responses));
        Assert.Equal("all", Ids(All with { Queue = "VIP" }, responses));
        Assert.Equal("all vip", Ids(All with { Queue = "gold" }, responses));
    }

    [Fact]
    public void A_response_for_teams_is_shown_to_them_alone()
    {
        PredefinedResponse[] responses = [Response("all"), Response("north") with { Teams = ["north"] }];

        Assert.Equal("all", Ids(All with { Queue = "north" }, responses));
        Assert.Equal("all north", Ids(All with { Team = "north" }, responses));
    }

    [Theory]
    [InlineData(null, "any british english korean seoul")]
    [InlineData("ko", "any korean seoul")]
    [InlineData("ko-KR", "any korean seoul")]
    [InlineData("KO-kr", "any korean seoul")]
    [InlineData("ko-KP", "any korean")]
    [InlineData("en-US", "any english")]
    [InlineData("en", "any british english")]
    [InlineData("kok", "any")]
    [InlineData("", "any")]
    public void A_language_answers_for_its_regions_and_they_for_it(string? locale, string ids) => Assert.Equal(
        ids,
        Ids(
            All with { Locale = locale },
            Response("any"),
            Response("british") with { Locale = "en-GB" },
            Response("english") with { Locale = "en" },
            Response("korean") with { Locale = "ko" },
            Response("seoul") with { Locale = "ko-KR" }));

    [Theory]
    [InlineData(null, "a b c")]
    [InlineData("orders", "b")]
    [InlineData("Orders", "c")]
    [InlineData("none", "")]
    public void A_category_is_asked_for_by_its_name(string? category, string ids) => Assert.Equal(
        ids.Split(' ').Order(),
        Ids(
            All with { Category = category },
            Response("a"),
            Response("b") with { Category = "orders" },
            Response("c") with { Category = "Orders" }).Split(' ').Order());

    [Fact]
    public void The_list_is_ordered_by_category_and_then_by_title() => Assert.Equal(
        "last first one two third",
        Ids(
            All,
            Response("third", "a") with { Category = "z" },
            Response("two", "Same") with { Category = "a" },
            Response("one", "Same") with { Category = "a" },
            Response("first", "b") with { Category = "A" },
            Response("last", "z")));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(20, 9)]
    public void No_more_than_the_limit_come_back(int limit, int count) => Assert.Equal(
        Enumerable.Range(1, count).Select(number => $"r{number}"),
        (All with { Limit = limit }).Choose([.. Enumerable.Range(1, 9).Reverse().Select(n => Response($"r{n}"))])
            .Select(response => response.Id));

    private static string Ids(ResponseFilter filter, params PredefinedResponse[] responses) =>
        string.Join(' ', filter.Choose(responses).Select(response => response.Id));
}
