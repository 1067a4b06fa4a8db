namespace ContactCenter.Transcripts;

/// <summary>In which form a conversation leaves the floor.</summary>
public enum TranscriptFormat : byte
{
    /// <summary>
    /// Plain text in UTF-8, without a byte order mark: a line a message, with the time and who said it; what a message
    /// has beyond its first line is indented, so that no message looks like two.
    /// </summary>
    Text,

    /// <summary>One JSON object in UTF-8, with the lines as an array; what is null is left out.</summary>
    Json,

    /// <summary>A complete HTML document in UTF-8 that needs nothing else and runs no script.</summary>
    Html,
}
