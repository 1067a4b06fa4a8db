namespace ContactCenter.Redaction;

/// <summary>The form of a value that only a word beside it tells from any other number.</summary>
internal interface ICuedShape
{
    /// <summary>Words that name it. A few others may stand between the name and the value.</summary>
    Cue Names { get; }

    /// <summary>Words that may mean it: nothing unknown stands between them and the value.</summary>
    Cue Hints { get; }

    /// <summary>Where a value that begins there ends; -1 when none does.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">The first character of a word or a number.</param>
    /// <param name="said">What the words around it say; nothing while its name is still to come.</param>
    int EndOf(ReadOnlySpan<char> text, int start, Cue said);

    /// <summary>Whether a word that could name it does, after what was spoken of before.</summary>
    /// <param name="cue">What the word says.</param>
    /// <param name="subject">What the sentence was about so far: a card, a thing that expires, a place.</param>
    /// <param name="afterUnknown">Whether a word of no table stands right before it.</param>
    bool IsNamedBy(Cue cue, Cue subject, bool afterUnknown) => true;
}
