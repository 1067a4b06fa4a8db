using ContactCenter.Responses;

namespace ContactCenter.Tests.Responses;

public sealed class PlaceholderTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["customer.name"] = "Ana",
        ["agent_1-b"] = "Mina",
        ["고객.이름"] = "김아나",
        ["hostile"] = "{customer.name} {{x}} }",
        ["empty"] = "",
        [new string('n', 50)] = "fifty",
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("Hello.", "Hello.")]
    [InlineData("{customer.name}", "Ana")]
    [InlineData("Hello {customer.name}, {agent_1-b} here: {customer.name}!", "Hello Ana, Mina here: Ana!")]
    [InlineData("{고객.이름}님, 안녕하세요", "김아나님, 안녕하세요")]
    [InlineData("<{empty}>", "<>")]
    public void A_place_is_filled_with_its_value(string text, string filled) => Filled(text, filled);

    [Theory]
    [InlineData("{{customer.name}}", "{customer.name}")]
    [InlineData("{{{customer.name}}}", "{Ana}")]
    [InlineData("{{{{", "{{")]
    [InlineData("a }} b {{ c", "a } b { c")]
    public void Two_braces_are_one(string text, string filled) => Filled(text, filled);

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("a { b } c")]
    [InlineData("{}")]
    [InlineData("{customer.name")]
    [InlineData("{customer name}")]
    [InlineData("{customer:name}")]
    [InlineData("{\ncustomer.name}")]
    [InlineData("{\"json\": [1]}")]
    public void A_brace_of_no_place_is_a_brace(string text) => Filled(text, text);

    [Fact]
    public void A_brace_before_a_place_does_not_hide_it() => Filled("{a {customer.name}} }", "{a Ana} }");

    [Fact]
    public void A_value_is_never_looked_through() =>
        Filled("{hostile} {customer.name}", "{customer.name} {{x}} } Ana");

    [Fact]
    public void What_has_no_value_stays_and_is_told_once_in_its_order()
    {
        var filled = Placeholders.Fill("{z} {customer.name} {a} {z} {Customer.Name} {{q}}", Values.GetValueOrDefault);

        Assert.Equal("{z} Ana {a} {z} {Customer.Name} {q}", filled.Text);
        Assert.Equal(["z", "a", "Customer.Name"], filled.Unresolved);
    }

    [Fact]
    public void A_name_has_fifty_characters_at_most()
    {
        Filled($"{{{new string('n', 50)}}}", "fifty");
        Filled($"{{{new string('n', 51)}}}", $"{{{new string('n', 51)}}}");
    }

    [Fact]
    public void Each_name_is_asked_for_once()
    {
        var asked = new List<string>();

        Placeholders.Fill("{a}{b}{a}{b}{{c}}", name =>
        {
            asked.Add(name);
            return name == "a" ? "{b}" : null;
        });

        Assert.Equal(["a", "b"], asked);
    }

    [Fact]
    public void Nothing_but_braces_is_read_to_its_end() =>
        Filled(new string('{', 7_999) + "}", new string('{', 4_000) + "}");

    [Fact]
    public void Text_without_a_brace_is_not_copied()
    {
        const string Text = "nothing to fill";

        Assert.Same(Text, Placeholders.Fill(Text, _ => null).Text);
    }

    private static void Filled(string text, string expected)
    {
        var filled = Placeholders.Fill(text, Values.GetValueOrDefault);

        Assert.Equal(expected, filled.Text);
        Assert.Empty(filled.Unresolved);
    }
}
