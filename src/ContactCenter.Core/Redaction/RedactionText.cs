namespace ContactCenter.Redaction;

/// <summary>A text as rules read it, so that no rule has to know how many ways there are to write a digit.</summary>
/// <remarks>
/// Digits of every script are <c>0</c> to <c>9</c>, full-width forms are ASCII, characters nobody can see and marks on
/// digits are gone; everything else is as it was written. Positions are positions in this reading: the pipeline maps
/// them back. Each call counts as work against the budget of the rule. Lives on the stack for one scan.
/// </remarks>
public readonly ref struct RedactionText
{
    // Vectorised searches look at many characters in the time of one step of a rule's own loop.
    private const int CharactersPerUnit = 8;

    private readonly ref int _work;
    private readonly ref TextFacts _facts;

    internal RedactionText(
        ReadOnlySpan<char> characters, in RedactionContext context, int mostDigits, ref TextFacts facts, ref int work)
    {
        Characters = characters;
        Context = context;
        MostDigits = mostDigits;
        _facts = ref facts;
        _work = ref work;
    }

    /// <summary>What is known about the text besides its characters.</summary>
    public RedactionContext Context { get; }

    /// <summary>The whole text; a rule that loops over it itself tells <see cref="FindingList.Spend"/>.</summary>
    public ReadOnlySpan<char> Characters { get; }

    /// <summary>How many characters there are to read.</summary>
    public int Length => Characters.Length;

    /// <summary>How many digits stand close together at most: never too few.</summary>
    internal int MostDigits { get; }

    /// <summary>The character at a position.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is outside of the text.</exception>
    public char this[int index]
    {
        get
        {
            FindingList.Charge(ref _work, 1);
            return Characters[index];
        }
    }

    /// <summary>Where a value occurs next, character by character as given; -1 when it does not.</summary>
    /// <param name="value">What to look for. An empty value is never found.</param>
    /// <param name="start">Where to begin; at or past the end nothing is found.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative.</exception>
    public int IndexOf(ReadOnlySpan<char> value, int start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        if (start >= Length || value.IsEmpty)
        {
            FindingList.Charge(ref _work, 1);
            return -1;
        }

        var offset = Characters[start..].IndexOf(value);
        var looked = offset < 0 ? Length - start : offset + value.Length;
        FindingList.Charge(ref _work, 1 + (looked / CharactersPerUnit));
        return offset < 0 ? -1 : start + offset;
    }

    /// <summary>Whether there are that many digits from there on. Outside of the text there are none.</summary>
    public bool IsDigits(int start, int count)
    {
        FindingList.Charge(ref _work, 1 + (Math.Clamp(count, 0, Length) / CharactersPerUnit));
        return start >= 0
            && count > 0
            && count <= Length - start
            && !Characters.Slice(start, count).ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Whether one of these words stands in it; all rules share one look.</summary>
    internal bool Speaks(Cue words)
    {
        if (_facts.Cues == Cue.Unread)
        {
            _facts.Cues = CueWords.In(Characters);
        }

        return (_facts.Cues & words) != Cue.None;
    }

    /// <summary>Whether there is a number with the issuer, the length and the check digit of a card.</summary>
    internal bool HoldsCard() => _facts.HoldsCard ??= CardReading.IsIn(Characters);

    /// <summary>Whether something stands behind such a number as its expiry or its security code would.</summary>
    internal bool HoldsMoreBehindCard() =>
        _facts.HoldsMoreBehindCard ??=
            HoldsCard() && (_facts.HoldsFew ?? true) && new BehindCards(Characters).MoveNext();

    /// <summary>Whether as many digits as a card number has may stand together, parted only as groups are.</summary>
    internal bool MayHoldNumber => _facts.HoldsEnough ?? true;

    /// <summary>How many of them stand in one piece at most: never too few.</summary>
    internal int LongestRun => _facts.LongestRun ?? int.MaxValue;

    /// <summary>Tells the rules to come what the reading of all groups of digits has shown.</summary>
    internal void Tell(in CardReading reading, bool holdsCard) =>
        (_facts.HoldsEnough, _facts.LongestRun, _facts.HoldsFew, _facts.HoldsCard) =
            (reading.HasEnough, reading.LongestRun, reading.HasFew, holdsCard);
}
