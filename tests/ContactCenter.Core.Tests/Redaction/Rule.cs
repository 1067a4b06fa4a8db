using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>A rule made on the spot.</summary>
internal sealed class Rule(string code, Rule.Search search) : IRedactionRule
{
    internal delegate void Search(in RedactionText text, ref FindingList findings);

    public RedactionKind Kind { get; } = RedactionKind.Custom(code);

    public string Version => "7";

    public void Find(in RedactionText text, ref FindingList findings) => search(text, ref findings);

    /// <summary>A rule that does something when it comes upon a word, and finds nothing.</summary>
    public static Rule On(string word, Action act) => new("word", (in RedactionText text, ref FindingList _) =>
    {
        if (text.IndexOf(word) >= 0)
        {
            act();
        }
    });

    /// <summary>A rule that finds each occurrence of a value.</summary>
    public static Rule For(string value, string code = "word", Confidence confidence = Confidence.High) =>
        new(code, (in RedactionText text, ref FindingList findings) =>
        {
            for (var i = text.IndexOf(value); i >= 0; i = text.IndexOf(value, i + 1))
            {
                findings.Add(i, value.Length, confidence);
            }
        });
}
