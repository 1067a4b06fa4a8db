using System.Collections.Concurrent;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>
/// What was asked of the floor, and what of it was acknowledged. It outlives the process that asks: every entry is a
/// line of text, said before the floor is asked and after it has answered.
/// </summary>
internal sealed class Ledger(TextWriter? copy = null)
{
    private readonly ConcurrentDictionary<int, (Step Step, bool IsPending)> _last = new();
    private readonly ConcurrentDictionary<ChatId, ConcurrentQueue<(int Sequence, Step Step)>> _said = new();

    /// <summary>How many entries are acknowledgements.</summary>
    internal int Acknowledged { get; private set; }

    /// <summary>Every chat that was acknowledged.</summary>
    internal IEnumerable<ChatId> Chats => _said.Keys;

    /// <summary>The last steps of all lanes, as lines for another ledger.</summary>
    internal IEnumerable<string> Lines => _last.Values.Select(last => Line(last.IsPending ? "ask" : "has", last.Step));

    /// <summary>The customers who were to be erased, and those who were said to be.</summary>
    internal HashSet<string> Erasing { get; } = [];

    internal HashSet<string> Erased { get; } = [];

    /// <summary>The ids under which records were delivered; each has one, however often it was.</summary>
    internal Dictionary<long, string> Fed { get; } = [];

    /// <summary>The copies that were finished.</summary>
    internal List<string> Copies { get; } = [];

    internal (Step? Step, bool IsPending) LastOf(int lane) => _last.TryGetValue(lane, out var last) ? last : default;

    /// <summary>What was acknowledged as said in a chat, by its place there.</summary>
    internal IEnumerable<(int Sequence, Step Step)> SaidIn(ChatId chat) => _said[chat].OrderBy(one => one.Sequence);

    internal void Ask(Step step)
    {
        _last[step.Lane] = (step, true);
        copy?.WriteLine(Line("ask", step));
    }

    internal bool Have(Step step, int sequence = 0)
    {
        Keep(step, sequence);
        copy?.WriteLine($"{Line("has", step)} {sequence}");
        return true;
    }

    /// <summary>Says something of what is done beside the steps.</summary>
    internal void Note(string line) => copy?.WriteLine(line);

    /// <summary>Takes in what another ledger has noted; says it to nobody.</summary>
    internal void Hear(string line)
    {
        var words = line.Split(' ');
        switch (words[0])
        {
            case "ask":
                var asked = Step.Parse(words.AsSpan(1));
                _last[asked.Lane] = (asked, true);
                break;
            case "has":
                Keep(Step.Parse(words.AsSpan(1)), words.Length > 6 ? int.Parse(words[6], null) : 0);
                Acknowledged++;
                break;
            case "erasing":
                Erasing.Add(words[1]);
                break;
            case "erased":
                Erased.Add(words[1]);
                break;
            case "fed":
                var sequence = long.Parse(words[1], null);
                Assert.Equal(words[2], Fed.GetValueOrDefault(sequence, words[2]));
                Fed[sequence] = words[2];
                break;
            case "copied":
                Copies.Add(words[1]);
                break;
            default:
                break;
        }
    }

    private void Keep(Step step, int sequence)
    {
        _last[step.Lane] = (step, false);
        var said = _said.GetOrAdd(step.Chat!.Value, _ => []);
        if (sequence > 0)
        {
            said.Enqueue((sequence, step));
        }
    }

    private static string Line(string kind, Step step) => $"{kind} {step}";
}
