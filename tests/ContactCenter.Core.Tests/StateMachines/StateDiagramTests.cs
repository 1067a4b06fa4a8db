using ContactCenter.StateMachines;

namespace ContactCenter.Tests.StateMachines;

public sealed class StateDiagramTests
{
    [Fact]
    public void Mermaid_draws_the_rows_in_order_and_the_ends_last() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> Closed
            Closed --> Open : Push
            Closed --> Locked : Turn
            Open --> Closed : Pull
            Open --> Open : Push
            Locked --> Closed : Turn
            Locked --> Walled : Brick
            Walled --> [*]

        """,
        Door.Table.ToMermaid());

    [Fact]
    public void Dot_draws_the_same_rows_and_outlines_the_ends_twice() => Assert.Equal(
        """
        digraph {
            node [shape=box, style=rounded]
            "[*]" [shape=point]
            "Walled" [peripheries=2]
            "[*]" -> "Closed"
            "Closed" -> "Open" [label="Push"]
            "Closed" -> "Locked" [label="Turn"]
            "Open" -> "Closed" [label="Pull"]
            "Open" -> "Open" [label="Push"]
            "Locked" -> "Closed" [label="Turn"]
            "Locked" -> "Walled" [label="Brick"]
        }

        """,
        Door.Table.ToDot());

    [Fact]
    public void Lines_end_in_a_line_feed_wherever_the_table_is_drawn()
    {
        Assert.DoesNotContain('\r', Door.Table.ToMermaid());
        Assert.DoesNotContain('\r', Door.Table.ToDot());
    }
}
