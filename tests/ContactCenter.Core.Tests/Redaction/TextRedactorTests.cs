using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class TextRedactorTests
{
    private static readonly TextRedactor Redactor = new(new RedactionPipeline());

    [Theory]
    [InlineData("", "")]
    [InlineData("hello there", "hello there")]
    [InlineData("order 12345 of 3 May", "order 12345 of 3 May")]
    [InlineData("card 4111 1111 1111 1111, cvv 123", "card 411111******1111, cvv ***")]
    public void A_text_is_written_as_it_may_be_seen(string text, string shown)
    {
        Span<char> room = stackalloc char[100];

        Assert.Equal(shown, Redactor.Redact(text));
        Assert.Equal(shown.Length, Redactor.GetRedactedLength(text));
        Assert.Equal(shown, room[..Redactor.Redact(text, room)].ToString());
    }

    [Fact]
    public void A_clean_text_is_the_same_and_costs_nothing()
    {
        const string Text = "Dear customer, your order 12345 of 3 May is on its way.";
        var room = new char[100];
        Work();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Work();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(Text, Redactor.Redact(Text));

        void Work()
        {
            _ = Redactor.GetRedactedLength(Text);
            _ = Redactor.Redact(Text, room);
            _ = Redactor.Redact(Text);
        }
    }

    [Fact]
    public void What_is_dropped_or_cannot_be_judged_is_not_written()
    {
        var drops = new TextRedactor(new RedactionPipeline(new RedactionOptions { Mode = RedactionMode.Drop }));
        var fails = new TextRedactor(new RedactionPipeline(Rule.On("4111", () => throw new FormatException())));

        Assert.Equal(TextRedactor.Refused, drops.Redact("4111111111111111"));
        Assert.Equal(TextRedactor.Refused, fails.Redact("4111111111111111"));
        Assert.Equal(TextRedactor.Refused.Length, fails.GetRedactedLength("4111111111111111"));
    }

    [Fact]
    public void Too_little_room_is_told_before_anything_is_written()
    {
        var room = new char[20];

        var told = Assert.Throws<ArgumentException>(() => Redactor.Redact("card 4111 1111 1111 1111", room));

        Assert.DoesNotContain("4111", told.Message, StringComparison.Ordinal);
        Assert.All(room, character => Assert.Equal('\0', character));
    }

    [Fact]
    public void No_text_is_an_empty_one() => Assert.Equal(string.Empty, Redactor.Redact(null));
}
