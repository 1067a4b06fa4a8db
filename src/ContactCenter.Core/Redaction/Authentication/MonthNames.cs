namespace ContactCenter.Redaction;

/// <summary>The names of the months in many languages.</summary>
internal static class MonthNames
{
    public static WordTrie All { get; } = Build();

    private static WordTrie Build()
    {
        var trie = new WordTrie();
        for (var month = 0; month < ExpiryWords.Months.Length; month++)
        {
            trie.Add(ExpiryWords.Months[month], (uint)month + 1);
        }

        return trie;
    }
}
