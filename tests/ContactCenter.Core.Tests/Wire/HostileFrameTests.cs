using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Wire;

namespace ContactCenter.Tests.Wire;

public sealed class HostileFrameTests
{
    private const string Card = "4111111111111111";

    [Theory]
    [MemberData(nameof(Goldens.Fields), MemberType = typeof(Goldens))]
    public void A_missing_field_is_named_where_the_verb_cannot_do_without(string frame, string field, bool required)
    {
        var verb = JsonNode.Parse(frame)!.AsObject();
        verb.Remove(field);

        var bad = Refusal(verb.ToJsonString());

        Assert.Equal(required ? field : null, bad?.Subject);
    }

    [Theory]
    [MemberData(nameof(Goldens.Fields), MemberType = typeof(Goldens))]
    public void A_field_of_the_wrong_kind_is_named(string frame, string field, bool required)
    {
        // What may be left out as text may also be sent as null; an id or a number is there or it is not.
        var takesNull = !required && field is not ("commandId" or "after" or "limit" or "automatic"
            or "delivered" or "read" or "offset");
        Assert.Equal(takesNull ? null : field, Refusal(With(frame, field, "null"))?.Subject);
        foreach (var value in new[] { $$"""{"x":"{{Card}}"}""", "4111111111111111111111", "1.5", $"""[["{Card}"]]""" })
        {
            Assert.Equal(field, Refusal(With(frame, field, value))?.Subject);
        }
    }

    [Theory]
    [InlineData("""{"verb":"accept","offer":"retail/chat-7"}""", "offer")]
    [InlineData("""{"verb":"accept","offer":"offer-7"}""", "offer")]
    [InlineData("""{"verb":"accept","offer":"retail/offer--7"}""", "offer")]
    [InlineData("""{"verb":"end","chat":"retail/chat-99999999999999999999"}""", "chat")]
    [InlineData("""{"verb":"end","chat":"a b/chat-9"}""", "chat")]
    [InlineData("""{"verb":"start-chat","queue":""}""", "queue")]
    [InlineData("""{"verb":"start-chat","queue":"no such name"}""", "queue")]
    [InlineData("""{"verb":"sign-agent-out","agent":"<script>"}""", "agent")]
    [InlineData("""{"verb":"sign-in","commandId":"00000000-0000-0000-0000-000000000000"}""", "commandId")]
    [InlineData("""{"verb":"sign-in","commandId":"4111111111111111"}""", "commandId")]
    [InlineData("""{"verb":"sign-in","commandId":null}""", "commandId")]
    [InlineData("""{"verb":"say","chat":"retail/chat-1","text":null}""", "text")]
    [InlineData("""{"verb":"say","chat":"retail/chat-1","text":"half \ud83d of it"}""", "text")]
    [InlineData("""{"verb":"wrap-up","chat":"retail/chat-1","reasons":"resolved"}""", "reasons")]
    [InlineData("""{"verb":"wrap-up","chat":"retail/chat-1","reasons":["resolved",1]}""", "reasons")]
    [InlineData("""{"verb":"wrap-up","chat":"retail/chat-1","reasons":["resolved",null]}""", "reasons")]
    [InlineData("""{"verb":"transcript","chat":"retail/chat-1","after":-1}""", "after")]
    [InlineData("""{"verb":"transcript","chat":"retail/chat-1","limit":0}""", "limit")]
    [InlineData("""{"verb":"transcript","chat":"retail/chat-1","limit":1001}""", "limit")]
    [InlineData("""{"verb":"waiting","queue":"cards","limit":1001}""", "limit")]
    [InlineData("""{"verb":"queues","offset":-1}""", "offset")]
    [InlineData("""{"verb":"queues","limit":101}""", "limit")]
    [InlineData("""{"verb":"history","limit":5}""", "chat")]
    [InlineData("""{"verb":"history","customer":"c-77","limit":1001}""", "limit")]
    [InlineData("""{"verb":"responses","chat":"retail/chat-1","limit":201}""", "limit")]
    [InlineData("""{"verb":"Sign-In"}""", "verb")]
    [InlineData("""{"verb":"4111111111111111"}""", "verb")]
    [InlineData("""{"verb":1}""", "verb")]
    [InlineData("""{"verb":null}""", "verb")]
    [InlineData("""{"verb":["sign-in"]}""", "verb")]
    [InlineData("""{"Verb":"sign-in"}""", "verb")]
    [InlineData("""{"verb":"\ud83d"}""", "frame")]
    [InlineData("{}", "verb")]
    [InlineData("[]", "frame")]
    [InlineData("null", "frame")]
    [InlineData("\"sign-in\"", "frame")]
    [InlineData("", "frame")]
    [InlineData("   ", "frame")]
    [InlineData("""{"verb":"sign-in" """, "frame")]
    [InlineData("""{"verb":"sign-in"}{"verb":"sign-out"}""", "frame")]
    [InlineData("""{"verb":"sign-in",}""", "frame")]
    [InlineData("""{"verb":"sign-in"/* 4111111111111111 */}""", "frame")]
    [InlineData("""{verb:"sign-in"}""", "frame")]
    public void What_is_wrong_is_named(string frame, string field) => Assert.Equal(field, Refusal(frame)?.Subject);

    [Theory]
    [InlineData("""{"verb":"sign-in","verb":"sign-out"}""")]
    [InlineData("""{"verb":"say","chat":"retail/chat-1","text":"a","text":"b"}""")]
    [InlineData("""{"verb":"say","chat":"retail/chat-1","text":"a","te\u0078t":"b"}""")]
    [InlineData("""{"verb":"sign-in","4111111111111111":1,"4111111111111111":2}""")]
    [InlineData("""{"verb":"sign-in","more":{"x":1,"x":2}}""")]
    public void A_field_that_is_there_twice_is_refused(string frame) => Assert.NotNull(Refusal(frame));

    [Fact]
    public void A_frame_is_read_up_to_its_limit_and_no_further()
    {
        var longest = Say(WireFormat.MaxFrame);

        Assert.True(WireFormat.TryParseVerb(longest, out _, out _));
        Assert.False(WireFormat.TryParseVerb([.. longest, (byte)' '], out _, out var bad));
        Assert.Equal("frame", bad.Subject);
        Assert.False(WireFormat.TryParseVerb(Say(1_000_000), out _, out bad));
        Assert.Equal("frame", bad.Subject);
    }

    [Fact]
    public void A_tower_of_brackets_does_not_fall_on_the_reader()
    {
        foreach (var bracket in new[] { "[", "{\"x\":" })
        {
            var tower = string.Concat(Enumerable.Repeat(bracket, 10_000));

            Assert.NotNull(Refusal(tower));
            Assert.NotNull(Refusal($$"""{"verb":"sign-in","x":{{tower}}"""));
            Assert.NotNull(Refusal($$"""{"verb":"wrap-up","chat":"retail/chat-1","reasons":{{tower}}"""));
        }
    }

    [Fact]
    public void Many_names_in_one_frame_are_no_trouble()
    {
        var names = string.Join(',', Enumerable.Range(0, 6_000).Select(number => $"\"{number}\":0"));

        Assert.Null(Refusal($$"""{"verb":"sign-in",{{names}}}"""));
    }

    [Fact]
    public void No_bytes_whatever_make_the_reader_throw()
    {
        var random = new Random(20260101);
        var frames = Goldens.Texts.Select(Encoding.UTF8.GetBytes).ToArray();
        for (var attempt = 0; attempt < 20_000; attempt++)
        {
            byte[] bytes = attempt % 2 == 0
                ? new byte[random.Next(200)]
                : [.. frames[random.Next(frames.Length)]];
            if (attempt % 2 == 0)
            {
                random.NextBytes(bytes);
            }

            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Read(bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)]);
        }
    }

    private static string With(string frame, string field, string value)
    {
        var verb = JsonNode.Parse(frame)!.AsObject();
        verb[field] = JsonNode.Parse(value);
        return verb.ToJsonString();
    }

    private static byte[] Say(int length)
    {
        var empty = """{"verb":"say","chat":"retail/chat-1","text":""}""";
        return Encoding.UTF8.GetBytes(empty.Insert(empty.Length - 2, new string('x', length - empty.Length)));
    }

    private static Rejection? Refusal(string frame) => Read(Encoding.UTF8.GetBytes(frame));

    private static Rejection? Read(byte[] frame)
    {
        var read = WireFormat.TryParseVerb(frame, out var verb, out var bad);
        Assert.Equal(read, verb is not null);
        Assert.Equal(read, bad is null);
        if (bad is not null)
        {
            Assert.Equal("verb-malformed", bad.Code);
            Assert.DoesNotContain("4111", bad.ToString(), StringComparison.Ordinal);
            Assert.Matches("^[a-zA-Z]+$", bad.Subject);
        }

        return bad;
    }
}
