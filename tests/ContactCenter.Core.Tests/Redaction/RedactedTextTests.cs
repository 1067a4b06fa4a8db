using System.Reflection;
using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class RedactedTextTests
{
    [Fact]
    public void Nobody_but_the_pipeline_makes_a_redacted_text()
    {
        var type = typeof(RedactedText);

        Assert.True(type.IsSealed);
        Assert.Empty(type.GetConstructors());
        Assert.DoesNotContain(
            type.GetMethods(BindingFlags.Public | BindingFlags.Static),
            method => method.ReturnType == type && method.GetParameters().Length > 0);
    }

    [Fact]
    public void Two_redacted_texts_are_equal_when_their_texts_are()
    {
        var text = new RedactionPipeline().Redact("hello").Text;

        Assert.Equal(text, RedactedText.FromStore("hello"));
        Assert.Equal(text.GetHashCode(), RedactedText.FromStore("hello").GetHashCode());
        Assert.NotEqual(text, RedactedText.Empty);
        Assert.True(text.Equals((object)RedactedText.FromStore("hello")));
        Assert.False(text.Equals((object)"hello"));
        Assert.Same(RedactedText.Empty, new RedactionPipeline().Redact("").Text);
    }

    [Fact]
    public void A_redacted_text_in_a_log_does_not_tell_the_conversation()
    {
        var text = new RedactionPipeline().Redact("my card 4111111111111111").Text;

        Assert.Equal("24 characters, 1 masked", text.ToString());
        Assert.Equal(0, text.CountOf(RedactionKind.Custom("other")));
    }

    [Theory]
    [InlineData("branch-safe-code")]
    [InlineData("a")]
    [InlineData("pin2")]
    public void A_kind_is_named_in_kebab_case(string code)
    {
        Assert.Equal(code, RedactionKind.Custom(code).ToString());
        Assert.Equal(RedactionKind.Custom(code), RedactionKind.Custom(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Branch")]
    [InlineData("branch safe")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("2a")]
    [InlineData("é")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345")]
    public void A_kind_that_is_not_is_refused(string code) =>
        Assert.Throws<ArgumentException>(() => RedactionKind.Custom(code));

    [Fact]
    public void A_kind_nobody_chose_is_none()
    {
        Assert.Equal("none", default(RedactionKind).Code);
        Assert.Equal("card-number", RedactionKind.CardNumber.Code);
    }
}
