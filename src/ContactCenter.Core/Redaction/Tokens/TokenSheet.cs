namespace ContactCenter.Redaction;

/// <summary>The values of one text for which tokens stand, until a vault has them.</summary>
/// <param name="draw">Draws the letters of a token.</param>
/// <remarks>For one scan, and then for whoever asked for it. What was left behind is cleared once it ends.</remarks>
internal sealed class TokenSheet(Func<string> draw)
{
    private readonly List<(RedactionKind Kind, string Letters, char[] Value)> _entries = [];
    private bool _isAbandoned;

    internal IReadOnlyList<(RedactionKind Kind, string Letters, char[] Value)> Entries => _entries;

    /// <summary>Whether nobody waits for the scan any more.</summary>
    internal bool IsAbandoned => Volatile.Read(ref _isAbandoned);

    /// <summary>Takes a value down.</summary>
    /// <returns>The token that stands for it.</returns>
    internal string Add(RedactionKind kind, ReadOnlySpan<char> value)
    {
        var letters = draw();
        _entries.Add((kind, letters, value.ToArray()));
        return TokenForm.Write(kind, letters);
    }

    /// <summary>Nobody waits any more: whoever is at work with it clears it.</summary>
    internal void Abandon() => Volatile.Write(ref _isAbandoned, true);

    /// <summary>Forgets the values.</summary>
    internal void Clear()
    {
        foreach (var (_, _, value) in _entries)
        {
            Array.Clear(value);
        }

        _entries.Clear();
    }
}
