namespace ContactCenter.Redaction;

/// <summary>Finds the sentences in which a name stands with digits near: only there does it tell of a value.</summary>
/// <param name="text">The whole text.</param>
/// <param name="words">All words that name such a value, or may mean it, among others or alone.</param>
/// <param name="names">What a word has to say to be such a name.</param>
internal ref struct NamedSentences(ReadOnlySpan<char> text, WordTrie words, Cue names)
{
    private const int WorkPerWord = 4;
    private const int Nowhere = -1;

    // A value is looked for no further from its name, to either side.
    private const int Reach = 256;

    private readonly ReadOnlySpan<char> _text = text;
    private WordPlaces _places = words.PlacesIn(text);
    private int _name = Nowhere;

    // The last word before the name in which a sentence seems to end: "sec. code".
    private int _dotted;
    private int _dottedEnd;

    /// <summary>
    /// Where to read on, from a place on: there, while the sentence of a name is not over, or where the next such
    /// sentence begins; -1 when there is none.
    /// </summary>
    public int Next(int from, ref FindingList findings)
    {
        while (_name < from)
        {
            findings.Spend(WorkPerWord);
            if (!_places.MoveNext())
            {
                return Nowhere;
            }

            if (_places.Current >= from && Look(_places.Current, from) is var start and >= 0)
            {
                return start;
            }
        }

        return from;
    }

    private int Look(int word, int from)
    {
        var start = Nowhere;
        var end = words.EndOf(_text, word, out var cue);
        if (((Cue)cue & names) != Cue.None)
        {
            start = BeginningOf(word, from);
            var hasDigits = _text[start..Math.Min(_text.Length, word + Reach)].ContainsAnyInRange('0', '9');
            (start, _name) = hasDigits ? (start, word) : (Nowhere, _name);
        }

        if (end > 0 && _text[word..end].ContainsAny(WordReader.SentenceEnds))
        {
            (_dotted, _dottedEnd) = (word, end);
        }

        return start;
    }

    private readonly int BeginningOf(int name, int from)
    {
        var first = Math.Max(from, name - Reach);
        for (var end = name; (end = _text[first..end].LastIndexOfAny(WordReader.SentenceEnds)) >= 0;)
        {
            end += first;
            if (_dotted >= from && end >= _dotted && end < _dottedEnd)
            {
                end = Math.Max(first, _dotted);
            }
            else if (_text[end] != '.' || EndsSentence(end + 1))
            {
                return end + 1;
            }
        }

        while (first > from && first < name && (WordReader.IsFigure(_text[first]) || Letters.AreJoined(_text, first)))
        {
            first++;
        }

        return first;
    }

    // A dot in "12.27", "Dec. 2027" or "www.example" ends none.
    private readonly bool EndsSentence(int behind)
    {
        var next = _text[behind..].IndexOfAnyExcept(' ', '\u00A0');
        return next != 0 && (next < 0 || !(_text[behind + next] is '\'' or '\u2019' or (>= '0' and <= '9')));
    }
}
