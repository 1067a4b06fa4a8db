using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ContactCenter.Wire;

namespace ContactCenter.Tests.Wire;

public sealed class VerbFrameTests
{
    private static readonly CommandId Id = CommandId.Parse("0197d4a2-7c00-7000-8000-000000000001");

    [Theory]
    [MemberData(nameof(Goldens.Frames), MemberType = typeof(Goldens))]
    public void A_verb_is_read_whole_and_means_what_was_written(string frame)
    {
        var verb = Read(frame);

        Assert.Equal(Id, verb.CommandId);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(frame), JsonSerializer.SerializeToNode(verb, WireJson.Default.Verb)));
    }

    [Fact]
    public void Every_verb_there_is_has_a_frame_that_is_tested()
    {
        var tested = Goldens.Texts.Select(frame => Read(frame).GetType()).Distinct().ToArray();

        Assert.Equal(
            typeof(Verb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Verb))).OrderBy(type => type.Name),
            tested.OrderBy(type => type.Name));
        Assert.Equal(
            tested.Length, Attribute.GetCustomAttributes(typeof(Verb), typeof(JsonDerivedTypeAttribute)).Length);
    }

    [Fact]
    public void What_is_optional_may_be_left_out()
    {
        Assert.Equal(new StartChatVerb("cards"), Read("""{"verb":"start-chat","queue":"cards"}"""));
        Assert.Equal(new SetIdleVerb(), Read("""{"verb":"set-idle"}"""));
        Assert.Equal(new SetIdleVerb(Queue: "cards"), Read("""{"verb":"set-idle","queue":"cards"}"""));
        Assert.Equal(new SetIdleVerb(), Read("""{"verb":"set-idle","code":null}"""));
        Assert.Equal(
            new TranscriptVerb(ChatId.Parse("retail/chat-3")),
            Read("""{"verb":"transcript","chat":"retail/chat-3"}"""));
        Assert.Equal(default, Read("""{"verb":"sign-in"}""").CommandId);
    }

    [Fact]
    public void A_field_that_a_verb_does_not_have_is_ignored() =>
        Assert.Equal(
            new SignInVerb(), Read("""{"mood":{"today":["fine",1]},"verb":"sign-in","agent":"somebody-else"}"""));

    [Fact]
    public void A_customer_who_starts_a_chat_has_no_say_in_who_takes_it_or_how_soon() =>
        Assert.Equal(new StartChatVerb("cards"), Read(
            """
            {"verb":"start-chat","queue":"cards","customer":"c-78","priority":1000,"position":1,"reserved":"mina",
             "preferred":["mina"],"excluded":["noor"],"lastAgent":"reserve","requirements":["french"],
             "wishes":{"priority":1000,"position":1,"reserved":"mina","requirements":[{"text":"french"}]},
             "attributes":{"vip":true},"classification":"vip","suspendWhenDue":true}
            """));

    [Fact]
    public void The_verb_need_not_come_first() =>
        Assert.Equal(
            new SayVerb(ChatId.Parse("retail/chat-3"), "hi"),
            Read("""{ "text": "hi", "chat": "retail/chat-3", "verb": "say" }"""));

    [Theory]
    [MemberData(nameof(Goldens.Frames), MemberType = typeof(Goldens))]
    public void A_logged_verb_says_which_and_which_command_and_nothing_else(string frame)
    {
        var verb = Read(frame);

        Assert.Equal($"{verb.GetType().Name} {Id}", verb.ToString());
        Assert.Equal(verb.GetType().Name, (verb with { CommandId = default }).ToString());
    }

    private static Verb Read(string frame)
    {
        Assert.True(WireFormat.TryParseVerb(Encoding.UTF8.GetBytes(frame), out var verb, out var bad), bad?.ToString());
        Assert.Null(bad);
        return verb;
    }
}
