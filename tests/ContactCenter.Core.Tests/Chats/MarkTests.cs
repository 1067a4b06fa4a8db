using ContactCenter.Chats;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Chats;

public sealed class MarkTests
{
    private static Specification MinaTalks => Floor(Agent("mina"), Agent("noor"))
        .Available("mina").Started("chat", "ana").Accepted(1).Given(Say(Mina, 1, "hello"));

    [Fact]
    public void What_was_read_was_delivered_too() =>
        MinaTalks.When(new MarkLines(Ana, 1, 0, 3)).Then(new LinesMarked(1, Ana, 3, 3));

    [Fact]
    public void A_mark_only_moves_on()
    {
        var read = MinaTalks.Given(new MarkLines(Ana, 1, 3, 2));

        Assert.Empty(read.When(new MarkLines(Ana, 1, 2, 1)).Happened);
        read.When(new MarkLines(Ana, 1, 1, 3)).Then(new LinesMarked(1, Ana, 3, 3));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(0, 4)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(int.MaxValue, int.MinValue)]
    public void A_line_that_was_not_said_cannot_be_marked(int delivered, int read) =>
        MinaTalks.When(new MarkLines(Ana, 1, delivered, read)).Refused("line-unknown");

    [Fact]
    public void Nobody_marks_lines_of_a_chat_they_are_not_in()
    {
        MinaTalks.When(new MarkLines(Bob, 1, 1, 1)).Refused("not-permitted");
        MinaTalks.When(new MarkLines(Noor, 1, 1, 1)).Refused("not-permitted");
        MinaTalks.When(new MarkLines(Boss, 1, 1, 1)).Refused("not-permitted");
    }
}
