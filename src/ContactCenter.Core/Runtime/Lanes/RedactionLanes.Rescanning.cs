using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>How a conversation that is kept is read once more, as if it were said now.</summary>
internal sealed partial class RedactionLanes
{
    private const int LinesOfPage = 256;

    internal bool AsksForQueue => runtime.Redaction.AsksForQueue;

    internal IReadOnlyList<RuleIdentity> Rules => runtime.Redaction.Rules;

    internal ValueTask<bool> EnterAsync(long chat) => _lanes.EnterAsync(chat, CancellationToken.None);

    internal void Leave(long chat) => _lanes.Leave(chat);

    /// <summary>A text that was in an attachment, as it may stay; null where it may not.</summary>
    internal ValueTask<RedactedText?> MaskAsync(string text, Actor author) =>
        RedactAgainAsync(text, ContextOf(author));

    /// <summary>
    /// What reads otherwise by the rules of today, and the attachments, which are looked at by others. In the lane of
    /// the chat.
    /// </summary>
    internal async ValueTask<ReadAgain> ReadAgainAsync(
        long chat, DateTimeOffset from, QueueName? queue, CancellationToken end)
    {
        var files = new List<TranscriptLine>();
        var found = new SortedDictionary<(bool IsAside, int Sequence), Rewording>();
        var (lines, notJudged) = (0, 0);
        foreach (var shelf in (BodyShelf[])[BodyShelf.Conversation, BodyShelf.Asides])
        {
            // Each shelf by itself: which of two lines came first is told by it alone.
            var window = runtime.Redaction.JoinsMessages ? new ConversationWindow() : null;
            var after = 0;
            IReadOnlyList<TranscriptLine> page;
            do
            {
                page = await transcripts.ReadAsync(shelf, chat, after, LinesOfPage, end).ConfigureAwait(false);
                foreach (var line in page)
                {
                    after = line.Sequence;
                    if (line.Kind == LineKind.File && line.At >= from)
                    {
                        files.Add(line);
                    }

                    if (line is { Notice: null, Kind: LineKind.Message or LineKind.Whisper or LineKind.Note })
                    {
                        var isOld = line.At < from;
                        var isJudged = await ReadAgainAsync(chat, line, shelf, window, isOld ? null : found, queue)
                            .ConfigureAwait(false);
                        (lines, notJudged) = isOld ? (lines, notJudged) : (lines + 1, notJudged + (isJudged ? 0 : 1));
                    }
                }
            }
            while (page.Count == LinesOfPage);

            window?.Clear();
        }

        if (found.Count > 0)
        {
            // Read back from what stands there from now on, should the chat go on.
            _windows?.Forget(chat);
        }

        return new ReadAgain([.. found.Values.Select(rewording => rewording.In(chat))], files, lines, notJudged);
    }

    private static RedactionContext ContextOf(Actor author) => new()
    {
        Direction = author.Kind == ActorKind.Customer ? RedactionDirection.Inbound : RedactionDirection.Outbound,
        Author = author.Kind,
        IsKept = true,
    };

    /// <param name="found">Takes what reads otherwise; null for a line that only says what it is about.</param>
    private async ValueTask<bool> ReadAgainAsync(
        long chat,
        TranscriptLine line,
        BodyShelf shelf,
        ConversationWindow? window,
        SortedDictionary<(bool IsAside, int Sequence), Rewording>? found,
        QueueName? queue)
    {
        var isAside = shelf == BodyShelf.Asides;
        var glance = window?.Look(line.Text, line.Author) ?? default;
        var context = glance.In(ContextOf(line.Author) with { Queue = queue });
        if (await RedactAgainAsync(line.Text, context).ConfigureAwait(false) is not { } text)
        {
            window?.Pass();
            return false;
        }

        if (found is not null)
        {
            Note(line, text);
            var parts = ConversationWindow.Joins(glance, text) ? window?.ToHide(glance) : null;
            foreach (var part in parts ?? [])
            {
                await HideAsync(part).ConfigureAwait(false);
            }
        }

        if (window is not null && glance.Matters)
        {
            window.Advance(glance, line.Text, new Said(line.Author, line.Sequence, isAside), text);
        }
        else
        {
            window?.Pass();
        }

        return true;

        void Note(TranscriptLine of, RedactedText reads)
        {
            if (!reads.IsClean && !string.Equals(reads.Text, of.Text, StringComparison.Ordinal))
            {
                found![(isAside, of.Sequence)] = Reads(of, reads);
            }
        }

        async ValueTask HideAsync(Said part)
        {
            if (await LineOfAsync(chat, part).ConfigureAwait(false) is { } before
                && await RedactAgainAsync(before.Text, context).ConfigureAwait(false) is { } hidden)
            {
                Note(before, hidden);
            }
        }
    }
}

/// <summary>What was read of a contact once more.</summary>
/// <param name="Masked">What reads otherwise.</param>
/// <param name="Files">The attachments that stand in it, in their order.</param>
/// <param name="Lines">How many lines were read.</param>
/// <param name="NotJudged">How many of them could not be judged.</param>
internal sealed record ReadAgain(
    IReadOnlyList<Line> Masked, IReadOnlyList<TranscriptLine> Files, int Lines, int NotJudged);
