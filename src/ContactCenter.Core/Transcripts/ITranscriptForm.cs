using ContactCenter.Chats;

namespace ContactCenter.Transcripts;

/// <summary>One way to put a conversation on a page: opened, given its lines, closed.</summary>
internal interface ITranscriptForm : IDisposable
{
    void Open(TranscriptHead head);

    void Add(TranscriptLine line);

    void Close()
    {
        // Where nothing is open at the end, nothing is closed.
    }

    void IDisposable.Dispose()
    {
        // Where nothing is held, nothing is let go.
    }
}
