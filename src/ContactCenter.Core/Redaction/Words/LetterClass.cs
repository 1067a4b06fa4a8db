namespace ContactCenter.Redaction;

/// <summary>Whether a character belongs to a word, and whether spaces part the words of its script.</summary>
internal enum LetterClass : byte
{
    /// <summary>No letter.</summary>
    None,

    /// <summary>Words are told apart by spaces: a word in the middle of a longer one is not there.</summary>
    Spaced,

    /// <summary>Words follow one another, or take particles: Chinese, Japanese, Korean, Thai.</summary>
    Unspaced,
}
