namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>All phrases, by language: what people write about their cards, and what only looks like it.</summary>
internal static class PhraseBook
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Phrase>> ByLanguage { get; } =
        new Dictionary<string, IReadOnlyList<Phrase>>
        {
            ["ar"] = Read(Arabic.Lines),
            ["de"] = Read(German.Lines),
            ["en"] = Read(English.Lines),
            ["es"] = Read(Spanish.Lines),
            ["fr"] = Read(French.Lines),
            ["hi"] = Read(Hindi.Lines),
            ["id"] = Read(Indonesian.Lines),
            ["it"] = Read(Italian.Lines),
            ["ja"] = Read(Japanese.Lines),
            ["ko"] = Read(Korean.Lines),
            ["nl"] = Read(Dutch.Lines),
            ["pl"] = Read(Polish.Lines),
            ["pt"] = Read(Portuguese.Lines),
            ["ru"] = Read(Russian.Lines),
            ["tr"] = Read(Turkish.Lines),
            ["vi"] = Read(Vietnamese.Lines),
            ["zh"] = Read(Chinese.Lines),
        };

    private static IReadOnlyList<Phrase> Read(string lines) =>
        [.. from line in lines.Split('\n') let parts = line.Split(": ", 2) select Phrase.Of(parts[0], parts[1])];
}
