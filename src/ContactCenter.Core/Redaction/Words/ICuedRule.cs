namespace ContactCenter.Redaction;

/// <summary>A rule that finds nothing in a text with few digits unless certain words stand in it.</summary>
/// <remarks>So that one look for the words of all such rules tells of nearly all texts that none has to run.</remarks>
internal interface ICuedRule
{
    /// <summary>The words, of those that <see cref="CueWords.In"/> knows.</summary>
    Cue Words { get; }

    /// <summary>From how many digits on it may find something without them.</summary>
    int FewestDigitsWithoutWords { get; }

    /// <summary>Whether it may find something without them in a text with so many digits: a quick look.</summary>
    bool MayFindWithoutWords(ReadOnlySpan<char> text) => true;
}
