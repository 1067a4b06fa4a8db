using ContactCenter.Chats;
using ContactCenter.Tests.Canaries;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>What was typed into one process after another, and what of it its author has seen.</summary>
internal sealed class Conversation
{
    internal const string Customer = "Customer";

    private readonly List<List<Saying>> _typed = [];
    private readonly Dictionary<string, int> _seen = [];
    private readonly HashSet<int> _acknowledged = [];

    internal int Acknowledged => _acknowledged.Count;

    internal void BeginProcess() => _typed.Add([]);

    internal Saying Next(string who)
    {
        var saying = new Saying(_typed.Sum(one => one.Count), who);
        _typed[^1].Add(saying);
        return saying;
    }

    /// <summary>On nobody's screen their own words are twice, or in another order.</summary>
    internal void Acknowledge(string who, int number)
    {
        Assert.InRange(number, _seen.GetValueOrDefault(who, -1) + 1, int.MaxValue);
        _seen[who] = number;
        Assert.Contains(_typed[^1], one => one.Number == number && one.Who == who);
        _acknowledged.Add(number);
    }

    /// <summary>
    /// A process takes one line after another: the log has the first so many of what was typed into each, once and in
    /// order, and among these is all that was acknowledged.
    /// </summary>
    internal void IsIn(IReadOnlyList<TranscriptLine> lines)
    {
        var numbers = lines.Select(line => int.Parse(line.Text.Split(':')[0], null)).ToArray();
        var kept = numbers.ToHashSet();
        Assert.Equal(
            _typed.SelectMany(one => one.Select(said => said.Number).TakeWhile(kept.Contains)), numbers);
        Assert.Subset(kept, _acknowledged);
        var said = _typed.SelectMany(one => one).ToArray();
        foreach (var (line, number) in lines.Zip(numbers))
        {
            var one = said[number];
            Assert.Equal(one.Actor, line.Author);
            Assert.Equal(one.Card is not null, line.IsRedacted);
            Assert.StartsWith(one.Words, line.Text, StringComparison.Ordinal);
            Assert.True(line.IsRedacted || line.Text == one.Text, line.Text);
        }
    }

    /// <summary>One thing that is said; it follows from its number alone.</summary>
    internal sealed record Saying(int Number, string Who)
    {
        internal Actor Actor => Who == Customer ? Actor.Customer("c-1") : Actor.Agent(Who.ToLowerInvariant());

        internal string Words => $"{Number}: thank you, and ";

        internal string? Card => Number % 4 == 1
            ? Canaries.Forms[Number % Canaries.Forms.Count](Canaries.Numbers[Number % Canaries.Numbers.Count])
            : null;

        internal string Text => Words + (Card is null ? "that is all" : $"my card is {Card}");
    }
}
