using System.Globalization;
using ContactCenter.Routing;

namespace ContactCenter.Tests.Routing.Requirements;

public sealed class AttributeTests
{
    [Fact]
    public void A_value_is_a_text_a_number_or_a_boolean()
    {
        AttributeValue text = "billing", number = 7.5, flag = true;

        Assert.Equal((AttributeKind.Text, "billing", 0.0, false), (text.Kind, text.Text, text.Number, text.IsTrue));
        Assert.Equal((AttributeKind.Number, "", 7.5, false), (number.Kind, number.Text, number.Number, number.IsTrue));
        Assert.Equal((AttributeKind.Boolean, "", 0.0, true), (flag.Kind, flag.Text, flag.Number, flag.IsTrue));
        Assert.Equal<AttributeValue>(default, false);
    }

    [Fact]
    public void Values_are_equal_to_the_letter_within_their_kind()
    {
        Assert.Equal<AttributeValue>(0.0, -0.0);
        Assert.NotEqual<AttributeValue>("billing", "Billing");
        Assert.NotEqual<AttributeValue>("5", 5);
        Assert.NotEqual<AttributeValue>(true, 1);
        Assert.NotEqual<AttributeValue>("", false);
    }

    [Fact]
    public void What_is_no_value_is_refused()
    {
        Assert.False(AttributeValue.TryOf(double.NaN, out _));
        Assert.False(AttributeValue.TryOf(double.PositiveInfinity, out _));
        Assert.False(AttributeValue.TryOf(new string('x', 257), out _));
        Assert.False(AttributeValue.TryOf("half \ud83d", out _));
        Assert.False(AttributeValue.TryOf("\0", out _));
        Assert.False(AttributeValue.TryOf(null, out _));
        Assert.True(AttributeValue.TryOf(new string('x', 256), out _));
        Assert.Throws<FormatException>(() => (AttributeValue)double.NaN);
        Assert.Throws<FormatException>(() => (AttributeValue)null!);
    }

    [Theory]
    [InlineData("7.50", "7.5")]
    [InlineData("TRUE", "true")]
    [InlineData("billing", "billing")]
    [InlineData("'New York'", "\"New York\"")]
    [InlineData("'7.5'", "\"7.5\"")]
    public void A_value_is_read_and_written_alike_in_every_culture(string text, string written)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.True(AttributeValue.TryParse(text, out var value));
            Assert.Equal(written, value.ToString());
            Assert.True(AttributeValue.TryParse(written, out var again));
            Assert.Equal(value, again);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("New York")]
    [InlineData("'open")]
    [InlineData("and")]
    [InlineData("1e999")]
    [InlineData("5 )")]
    public void What_reads_as_no_value_is_none(string? text) => Assert.False(AttributeValue.TryParse(text, out _));

    [Fact]
    public void A_bag_is_found_in_listed_by_name_and_compared_by_content()
    {
        AttributeBag bag = [("french", 7), ("dept", "billing"), ("Zeta", true), ("언어", "ko")];

        Assert.Equal(["Zeta", "dept", "french", "언어"], bag.Select(attribute => attribute.Name));
        Assert.Equal(4, bag.Count);
        Assert.All(bag, attribute =>
        {
            Assert.True(bag.TryGet(attribute.Name, out var value));
            Assert.Equal(attribute.Value, value);
        });
        Assert.False(bag.TryGet("German", out _));
        Assert.False(bag.TryGet(null, out _));
        Assert.False(AttributeBag.Empty.TryGet("dept", out _));
        AttributeBag same = [.. bag.Reverse()];
        Assert.True(bag == same && bag.GetHashCode() == same.GetHashCode());
        Assert.True(bag != bag.With(("french", 8)));
        Assert.Equal("4 attributes", bag.ToString());
    }

    [Fact]
    [PeerScenario("AZ-26")]
    public void A_patch_removes_by_null_changes_kinds_and_leaves_the_rest()
    {
        AttributeBag labels = [("l1", "text"), ("l2", 2), ("l3", true)];

        AttributeBag expected = [("l3", "three"), ("l4", "four")];
        Assert.Equal(expected, labels.With(("l1", null), ("l2", null), ("l3", "three"), ("l4", "four")));
        AttributeBag untouched = [("l1", "text"), ("l2", 2), ("l3", true), ("l4", "four")];
        Assert.Equal(untouched, labels.With(("l4", "four"), ("l5", null)));
        Assert.Same(AttributeBag.Empty, labels.With(("l1", null), ("l2", null), ("l3", null)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5th")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("Not")]
    [InlineData("true")]
    [InlineData("e\u0301")]
    [InlineData(null)]
    public void What_no_requirement_could_name_is_no_name(string? name)
    {
        Assert.False(AttributeBag.TryOf([(name!, 1)], out var bag, out var fault));

        Assert.Null(bag);
        Assert.Equal(("attribute-name-invalid", name ?? ""), (fault.Code, fault.Name));
        Assert.Throws<FormatException>(() => AttributeBag.Of((name!, 1)));
    }

    [Fact]
    public void A_bag_is_bounded_and_names_each_once()
    {
        AttributeBag full = [.. Enumerable.Range(0, 100).Select(at => ($"a{at:d3}", (AttributeValue)at))];

        Assert.Equal(100, full.Count);
        Assert.False(full.TryWith([("b", 1)], out _, out var fault));
        Assert.Equal("too-many-attributes", fault.Code);
        Assert.Equal(100, full.With(("b", 1), ("a000", null)).Count);
        Assert.False(AttributeBag.TryOf([("a", 1), ("a", 1)], out _, out fault));
        Assert.Equal("attribute-named-twice", fault.Code);
        Assert.Contains("'a'", fault.ToString(), StringComparison.Ordinal);
        Assert.False(AttributeBag.TryOf([(new string('a', 65), 1)], out _, out fault));
        Assert.Equal(64, fault.Name.Length);
    }
}
