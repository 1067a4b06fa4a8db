namespace ConsoleHost.Play;

/// <summary>Who wrote a message of the file.</summary>
internal enum Author
{
    Customer,
    Agent,
    Bot,
}

/// <summary>One message of the file.</summary>
internal readonly record struct Line(Author Author, string Text);

/// <summary>One conversation of the file, as a chat can play it.</summary>
/// <param name="Lines">What is said, in order.</param>
/// <param name="LastOfBot">Where the bot says its last and hands over; -1 for a chat without the bot.</param>
/// <param name="Joined">Messages that became one: a bot says what it has to say at once.</param>
/// <param name="LeftOut">Messages of the bot after an agent had come: it no longer takes part then.</param>
internal sealed record Dialogue(IReadOnlyList<Line> Lines, int LastOfBot, int Joined, int LeftOut)
{
    internal static Dialogue Of(IEnumerable<Line> messages)
    {
        var (lines, joined, leftOut, agentCame) = (new List<Line>(), 0, 0, false);
        foreach (var message in messages)
        {
            agentCame |= message.Author == Author.Agent;
            if (message.Author == Author.Bot && agentCame)
            {
                leftOut++;
            }
            else if (message.Author == Author.Bot && lines is [.., { Author: Author.Bot } before])
            {
                joined++;
                lines[^1] = before with { Text = $"{before.Text}\n{message.Text}" };
            }
            else
            {
                lines.Add(message);
            }
        }

        return new Dialogue(lines, lines.FindLastIndex(line => line.Author == Author.Bot), joined, leftOut);
    }
}
