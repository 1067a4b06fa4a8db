using ContactCenter.Routing;

namespace ContactCenter.Tests.Routing.Requirements;

public sealed class RequirementFaultTests
{
    [Theory]
    [InlineData(null, 0, "requirement-empty")]
    [InlineData("  ", 2, "requirement-empty")]
    [InlineData("a = ", 4, "value-expected")]
    [InlineData("a = )", 4, "value-expected")]
    [InlineData("a = and", 4, "value-expected")]
    [InlineData("a == 5", 3, "value-expected")]
    [InlineData("a in ()", 6, "value-expected")]
    [InlineData("a in (1,)", 8, "value-expected")]
    [InlineData("a in (1 2)", 8, "list-unclosed")]
    [InlineData("a in (1", 7, "list-unclosed")]
    [InlineData("a in 1", 5, "list-expected")]
    [InlineData("a not b", 6, "list-expected")]
    [InlineData("(a or b", 7, "parenthesis-unclosed")]
    [InlineData("a)", 1, "end-expected")]
    [InlineData("a b", 2, "end-expected")]
    [InlineData("true = 5", 5, "end-expected")]
    [InlineData("a and", 5, "name-expected")]
    [InlineData("or a", 0, "name-expected")]
    [InlineData("has 'a'", 4, "name-expected")]
    [InlineData("has has", 4, "name-expected")]
    [InlineData("= 5", 0, "name-expected")]
    [InlineData("10 <= sales", 0, "name-invalid")]
    [InlineData("a+b = 5", 0, "name-invalid")]
    [InlineData("a & b", 2, "character-unexpected")]
    [InlineData("a ! b", 2, "character-unexpected")]
    [InlineData("a = \u0007", 4, "character-unexpected")]
    [InlineData("dept < billing", 7, "number-expected")]
    [InlineData("dept >= '5'", 8, "number-expected")]
    [InlineData("dept > true", 7, "number-expected")]
    [InlineData("a = 1e999", 4, "number-too-large")]
    [InlineData("a = 'b", 4, "text-unclosed")]
    [InlineData("a = 'b\\'", 4, "text-unclosed")]
    [InlineData("a = '\\", 5, "escape-unknown")]
    [InlineData("a = 'b\\x'", 6, "escape-unknown")]
    [InlineData("a = '\\u12'", 5, "escape-unknown")]
    [InlineData("a = '\\ud800'", 4, "text-malformed")]
    [InlineData("a = '\\u0000'", 4, "text-malformed")]
    public void A_fault_says_where_and_what(string? text, int position, string code)
    {
        Assert.False(Requirement.TryParse(text, out var requirement, out var fault));

        Assert.Null(requirement);
        Assert.Equal((position, code), (fault.Position, fault.Code));
        Assert.NotEmpty(fault.Expected);
        Assert.NotEmpty(fault.Found);
    }

    [Fact]
    public void It_reads_as_a_sentence()
    {
        var thrown = Assert.Throws<FormatException>(() => Requirement.Parse("french and (dept = )"));

        Assert.Equal(
            "No requirement, at 19: a value: a number, true, false, a word or a quoted text is expected, found ')'.",
            thrown.Message);
    }

    [Fact]
    public void Everything_is_bounded()
    {
        Fits("a = '" + new string('x', 256) + "'");
        Faults("text-too-long", "a = '" + new string('x', 257) + "'");
        Faults("text-too-long", "a = " + new string('x', 257));
        Fits(new string('a', 64));
        Faults("name-invalid", new string('a', 65));
        Fits(Nested(32));
        Faults("requirement-too-deep", Nested(33));
        Fits(string.Concat(Enumerable.Repeat("not ", 32)) + "a");
        Faults("requirement-too-deep", string.Concat(Enumerable.Repeat("not ", 33)) + "a");
        Faults("requirement-too-deep", string.Concat(Enumerable.Repeat("(", 2000)));
        Fits(string.Join(" or ", Enumerable.Range(1, 100).Select(number => $"a{number}")));
        Faults("too-many-terms", string.Join(" or ", Enumerable.Range(1, 101).Select(number => $"a{number}")));
        Fits($"a in ({string.Join(',', Enumerable.Range(1, 100))})");
        Faults("too-many-values", $"a in ({string.Join(',', Enumerable.Range(1, 101))})");
        Fits("a" + new string(' ', 1_999));
        Faults("requirement-too-long", "a" + new string(' ', 2_000));

        static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);
    }

    [Fact]
    public void What_can_be_read_can_be_read_again_written_out_in_full()
    {
        // A control character is one character in quotes, and six written out.
        var text = string.Join(" or ", Enumerable.Range(1, 9).Select(at => $"a{at}='{new string('\u0001', 200)}'"));

        Assert.True(text.Length < 2_000);
        Faults("requirement-too-long", text);
    }

    private static void Fits(string text)
    {
        Assert.True(Requirement.TryParse(text, out var requirement, out var fault), fault?.ToString());
        Assert.Equal(requirement, Requirement.Parse(requirement.ToString()));
    }

    private static void Faults(string code, string text)
    {
        Assert.False(Requirement.TryParse(text, out _, out var fault));
        Assert.Equal(code, fault.Code);
        Assert.InRange(fault.Position, 0, text.Length);
    }
}
