using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>The windows of the chats in which somebody writes, each read back from beside the log at first.</summary>
/// <remarks>Each is used in the lane of its chat alone.</remarks>
internal sealed class ConversationWindows(TranscriptReader transcripts)
{
    // More than a floor has chats at once; whoever is dropped is read back.
    private const int MaxWindows = 20_000;

    // Notices stand between the messages.
    private const int LinesBack = 2 * ConversationWindow.Messages;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, ConversationWindow> _windows = [];

    internal async ValueTask<ConversationWindow> OfAsync(long chat, Follower follower)
    {
        lock (_gate)
        {
            if (_windows.TryGetValue(chat, out var known))
            {
                return known;
            }
        }

        var (exists, lines, asides, isMasking) = follower.Read(floor =>
            floor.Chats.TryGetValue(chat, out var session)
                ? (true, session.LastLine, session.LastAside, session.IsMasking)
                : default);
        var window = lines + asides == 0
            ? new ConversationWindow()
            : ConversationWindow.Rebuild(await ReadAsync(chat, lines, asides).ConfigureAwait(false), isMasking);
        if (exists)
        {
            lock (_gate)
            {
                _windows[chat] = window;
            }
        }

        return window;
    }

    /// <summary>A chat of which nothing need be held, where there are too many; else null.</summary>
    internal long? Superfluous
    {
        get
        {
            lock (_gate)
            {
                return _windows.Count > MaxWindows ? _windows.Keys.First() : default(long?);
            }
        }
    }

    internal bool Knows(long chat)
    {
        lock (_gate)
        {
            return _windows.ContainsKey(chat);
        }
    }

    /// <summary>Wipes what is held of a chat. In its lane, as everything.</summary>
    internal void Forget(long chat)
    {
        lock (_gate)
        {
            _windows.Remove(chat, out var gone);
            gone?.Clear();
        }
    }

    private async ValueTask<IEnumerable<(Said Said, string Text)>> ReadAsync(long chat, int lines, int asides)
    {
        var said = await ReadAsync(BodyShelf.Conversation, chat, lines).ConfigureAwait(false);
        var beside = await ReadAsync(BodyShelf.Asides, chat, asides).ConfigureAwait(false);
        return said.Select(line => (line, IsAside: false))
            .Concat(beside.Select(line => (line, IsAside: true)))
            .Where(one => one.line.Kind is LineKind.Message or LineKind.Whisper or LineKind.Note)
            .OrderBy(one => one.line.At)
            .TakeLast(ConversationWindow.Messages)
            .Select(one => (new Said(one.line.Author, one.line.Sequence, one.IsAside), one.line.Text));
    }

    private ValueTask<IReadOnlyList<TranscriptLine>> ReadAsync(BodyShelf shelf, long chat, int last) =>
        last == 0
            ? new([])
            : transcripts.ReadAsync(
                shelf, chat, Math.Max(0, last - LinesBack), LinesBack, CancellationToken.None);
}
