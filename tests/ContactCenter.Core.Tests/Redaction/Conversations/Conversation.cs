using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction.Conversations;

/// <summary>A conversation as a floor follows it, without the floor: what everybody can read in the end.</summary>
internal sealed class Conversation(RedactionPipeline? pipeline = null)
{
    private static readonly Actor Customer = Actor.Customer("ana");
    private static readonly Actor Agent = Actor.Agent("mina");

    private readonly RedactionPipeline _pipeline = pipeline ?? new RedactionPipeline();
    private readonly List<(Actor Author, string Text)> _lines = [];

    /// <summary>What is kept of it.</summary>
    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Text)];

    public ConversationWindow Window { get; private set; } = new();

    /// <summary>Says lines that begin with who says them: "c: 4111", "a: go on".</summary>
    public Conversation Say(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            Say(line[0] == 'c' ? Customer : Agent, line[3..]);
        }

        return this;
    }

    /// <summary>Another process goes on with what was kept of it.</summary>
    public Conversation TakeOver()
    {
        var kept = _lines.TakeLast(ConversationWindow.Messages)
            .Select((line, index) => (new Said(line.Author, index), line.Text)).ToArray();
        Window = ConversationWindow.Rebuild(kept, Window.IsMasking);
        return this;
    }

    private void Say(Actor author, string text)
    {
        var glance = Window.Look(text, author);
        var context = glance.In(default);
        var result = _pipeline.Redact(text, context);
        if (ConversationWindow.Joins(glance, result.Text))
        {
            foreach (var part in Window.ToHide(glance))
            {
                var earlier = _lines[part.Sequence];
                _lines[part.Sequence] = (earlier.Author, _pipeline.Redact(earlier.Text, context).Text.Text);
            }
        }

        Window.Advance(glance, text, new Said(author, _lines.Count), result.Text);
        _lines.Add((author, result.Text.Text));
    }
}
