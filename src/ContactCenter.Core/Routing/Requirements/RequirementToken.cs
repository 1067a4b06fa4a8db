namespace ContactCenter.Routing;

/// <summary>What the text of a requirement is made of.</summary>
internal enum TokenKind : byte
{
    End,
    Faulty,
    Word,
    Text,
    Open,
    Close,
    Comma,
    Sign,
}

/// <summary>A word, a quoted text or a sign, and where it stands.</summary>
internal readonly record struct RequirementToken(
    TokenKind Kind, int Position, string Text, ComparisonSign Sign = default)
{
    private const int MostShown = 40;

    internal bool Is(string keyword) =>
        Kind is TokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>As a fault tells of it.</summary>
    internal string Shown => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => "a quoted text",
        _ => Text.Length > MostShown ? $"'{Text[..MostShown]}…'" : $"'{Text}'",
    };
}
