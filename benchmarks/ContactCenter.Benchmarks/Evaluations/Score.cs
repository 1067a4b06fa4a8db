using System.Globalization;

namespace ContactCenter.Benchmarks.Evaluations;

/// <summary>What came out for one file, or for one tier of it.</summary>
public sealed class Score
{
    private long _characters;
    private int _texts;
    private int _numbers;
    private int _exact;
    private int _called;
    private int _calledProtected;
    private int _othersHit;
    private int _split;
    private int _splitProtected;
    private int _codes;
    private int _codesCovered;
    private int _conversations;
    private int _conversationsHit;

    public int Numbers => _numbers;

    public int Protected { get; private set; }

    public int Exact => _exact;

    public int FalseHits { get; private set; }

    public int TextsHit { get; private set; }

    /// <summary>Counts a text. True when all that had to be found was, and nothing else.</summary>
    public bool Add(string text, LabelledSpan[] labels, List<Range> found, bool isMessage = false)
    {
        _texts++;
        _characters += text.Length;
        var falseHits = found.Count(range => !labels.Any(
            label => (label.IsCardData || isMessage) && Protection.Touch(range, label)));
        FalseHits += falseHits;
        TextsHit += falseHits > 0 ? 1 : 0;
        var called = labels.Where(label => label.IsCalledNumber && !(isMessage && label.Group is not null)).ToArray();
        _othersHit += called.Length == 0 && falseHits > 0 ? 1 : 0;
        var missed = 0;
        foreach (var label in called)
        {
            var isProtected = Protection.Covers(found, text, label);
            missed += isProtected ? 0 : 1;
            _called++;
            _calledProtected += isProtected ? 1 : 0;
            if (label.IsNumber)
            {
                _numbers++;
                Protected += isProtected ? 1 : 0;
                _exact += found.Contains(label.Start..label.End) ? 1 : 0;
            }
        }

        return missed == 0 && falseHits == 0;
    }

    /// <summary>Counts a conversation: numbers in parts over messages, and whether it was hit for nothing.</summary>
    public bool Add(LabelledMessage[] messages, List<Range>[] found)
    {
        _conversations++;
        var parts = messages
            .SelectMany((message, index) => (message.Spans ?? []).Select(label => (message, label, found[index])))
            .ToArray();
        var split = parts.Where(part => part.label is { IsNumber: true, Group: not null })
            .GroupBy(part => part.label.Group).ToArray();
        var covered = split.Count(
            number => number.All(part => Protection.Covers(part.Item3, part.message.Text, part.label)));
        _split += split.Length;
        _splitProtected += covered;
        foreach (var (message, label, ranges) in parts.Where(part => part.label.IsCode))
        {
            _codes++;
            _codesCovered += Protection.Covers(ranges, message.Text, label) ? 1 : 0;
        }

        var isHit = parts.All(part => !part.label.IsCardData) && found.Any(ranges => ranges.Count > 0);
        _conversationsHit += isHit ? 1 : 0;
        return covered == split.Length && !isHit;
    }

    public void Add(Score other)
    {
        (_characters, _texts) = (_characters + other._characters, _texts + other._texts);
        (_numbers, Protected, _exact) = (_numbers + other._numbers, Protected + other.Protected, _exact + other._exact);
        (_called, _calledProtected) = (_called + other._called, _calledProtected + other._calledProtected);
        (FalseHits, TextsHit) = (FalseHits + other.FalseHits, TextsHit + other.TextsHit);
        _othersHit += other._othersHit;
        (_split, _splitProtected) = (_split + other._split, _splitProtected + other._splitProtected);
        (_codes, _codesCovered) = (_codes + other._codes, _codesCovered + other._codesCovered);
        _conversations += other._conversations;
        _conversationsHit += other._conversationsHit;
    }

    public override string ToString()
    {
        var words = new List<string> { Of($"texts={_texts}"), Of($"characters={_characters}") };
        if (_called > 0)
        {
            words.Add(Of($"pan={Protected}/{_numbers} exact={_exact}/{_numbers}"));
            words.Add(_called == _numbers ? string.Empty : Of($"called={_calledProtected}/{_called}"));
        }

        words.Add(Of($"false_hits={FalseHits} texts_hit={TextsHit}"));
        words.Add(_called == _numbers ? string.Empty : Of($"other_texts_hit={_othersHit}"));
        if (_conversations > 0)
        {
            words.Add(Of($"split={_splitProtected}/{_split} codes={_codesCovered}/{_codes}"));
            words.Add(Of($"conversations_hit={_conversationsHit}/{_conversations}"));
        }

        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
