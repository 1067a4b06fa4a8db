using ContactCenter;

namespace ConsoleHost.Play;

/// <summary>One chat while it is played: how far it is, and what its transcript must hold in the end.</summary>
/// <param name="number">Its place in the file, from 1.</param>
/// <param name="dialogue">What is said in it.</param>
internal sealed class PlayedChat(int number, Dialogue dialogue)
{
    internal int Number { get; } = number;

    internal CustomerId Customer { get; } = CustomerId.Parse($"customer-{number}");

    internal ChatId Id { get; set; }

    /// <summary>Who took it; null while it waits.</summary>
    internal AgentId? Agent { get; set; }

    /// <summary>It cannot go on before an agent is there.</summary>
    internal bool NeedsAgent { get; set; }

    /// <summary>The bot's part of it; null when there is none.</summary>
    internal BotPart? Bot { get; set; }

    /// <summary>How many lines of the file are done with.</summary>
    internal int Step { get; private set; }

    /// <summary>How many lines the conversation had when something was said last.</summary>
    internal int LastLine { get; private set; }

    /// <summary>What the floor accepted, in order.</summary>
    internal List<Said> Said { get; } = [];

    internal bool HasBot => dialogue.LastOfBot >= 0;

    internal Line? Next => LineAt(Step);

    internal Line? LineAt(int step) => step < dialogue.Lines.Count ? dialogue.Lines[step] : null;

    internal bool IsLastOfBot(int step) => step == dialogue.LastOfBot;

    /// <summary>The floor took the next line: the transcript must have it.</summary>
    internal void Take(string author, int sequence)
    {
        Said.Add(new Said(author, Next!.Value.Text));
        LastLine = sequence;
        Step++;
    }

    /// <summary>The floor did not take the next line.</summary>
    internal void Skip() => Step++;
}
