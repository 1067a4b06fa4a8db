namespace ContactCenter.Redaction;

/// <summary>Tells where spans of a masked text stood in the text before it was masked.</summary>
internal static class SourceSpans
{
    /// <summary>The spans, with their places in the first text.</summary>
    /// <param name="spans">Spans of the masked text.</param>
    /// <param name="masks">The masks in it, in their order.</param>
    public static FoundSpan[] Of(FoundSpan[] spans, FoundSpan[] masks) => Array.ConvertAll(spans, span => span with
    {
        SourceStart = PlaceOf(span.Start, masks, isEnd: false),
        SourceEnd = PlaceOf(span.End, masks, isEnd: true),
    });

    // Inside of a mask there are no places: what touches it has all of what it covers.
    private static int PlaceOf(int position, FoundSpan[] masks, bool isEnd)
    {
        var moved = 0;
        foreach (var mask in masks)
        {
            if (isEnd ? position <= mask.Start : position < mask.Start)
            {
                break;
            }

            if (isEnd ? position <= mask.End : position < mask.End)
            {
                return isEnd ? mask.SourceEnd : mask.SourceStart;
            }

            moved = mask.SourceEnd - mask.End;
        }

        return position + moved;
    }
}
