namespace ContactCenter.Benchmarks.Evaluations;

/// <summary>How much of what is labelled lies inside of what was found.</summary>
public static class Protection
{
    private const int FewestDigits = 12;

    /// <summary>Whether every digit of the label is covered; where it is not written in digits, every sign.</summary>
    public static bool Covers(IReadOnlyList<Range> found, string text, LabelledSpan label)
    {
        var isWritten = Runes(text, label).Count(rune => IsDigit(rune.Text)) >= FewestDigits || label.Group is not null;
        return Runes(text, label)
            .Where(rune => isWritten ? IsDigit(rune.Text) : !char.IsWhiteSpace(rune.Text, 0))
            .All(rune => found.Any(range =>
                range.Start.Value <= rune.Start && rune.Start + rune.Text.Length <= range.End.Value));
    }

    public static bool Touch(Range found, LabelledSpan label) =>
        found.Start.Value < label.End && label.Start < found.End.Value;

    // As Python's isdigit has it: decimal digits, and superscripts and circled ones, but no letters.
    private static bool IsDigit(string rune) =>
        char.IsDigit(rune, 0) || (char.IsNumber(rune, 0) && char.GetNumericValue(rune, 0) is >= 0 and <= 9);

    private static IEnumerable<(int Start, string Text)> Runes(string text, LabelledSpan label)
    {
        for (var i = label.Start; i < label.End;)
        {
            var width = char.IsSurrogatePair(text, i) ? 2 : 1;
            yield return (i, text.Substring(i, width));
            i += width;
        }
    }
}
