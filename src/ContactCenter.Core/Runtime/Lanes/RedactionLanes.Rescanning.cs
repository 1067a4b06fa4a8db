using System.Runtime.CompilerServices;
using ContactCenter.Chats;
using ContactCenter.Journals;
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
        long chat, DateTimeOffset from, QueueName? queue, Damages damages, CancellationToken end)
    {
        var files = new List<TranscriptLine>();
        var found = new SortedDictionary<(bool IsAside, int Sequence), Rewording>();
        var (lines, notJudged, isNew) = (0, 0, from == DateTimeOffset.MinValue);
        var window = runtime.Redaction.JoinsMessages ? new ConversationWindow() : null;
        await foreach (var (shelf, read) in LinesAsync(chat, damages, end).ConfigureAwait(false))
        {
            if (read is not { } line)
            {
                window?.Pass();
                (lines, notJudged) = (lines + 1, notJudged + 1);
                continue;
            }

            var isOld = line.At < from;
            isNew |= !isOld;
            if (line.Kind == LineKind.File && !isOld)
            {
                files.Add(line);
            }

            if (line.Notice is null)
            {
                // What a file is called belongs to no conversation.
                var isName = line.Kind is LineKind.File or LineKind.WithdrawnFile;
                var isJudged = await ReadAgainAsync(
                    chat, line, shelf, isName ? null : window, isOld ? null : found, queue).ConfigureAwait(false);
                (lines, notJudged) = isOld ? (lines, notJudged) : (lines + 1, notJudged + (isJudged ? 0 : 1));
            }
        }

        window?.Clear();
        if (found.Count > 0)
        {
            // Read back from what stands there from now on, should the chat go on.
            _windows?.Forget(chat);
        }

        var names = isNew ? await ReadNamesAgainAsync(chat, damages, end).ConfigureAwait(false) : NamesAgain.None;
        return new ReadAgain(
            [.. found.Values.Select(rewording => rewording.In(chat))],
            names,
            [.. files.Select(Named)],
            lines,
            notJudged + names.NotJudged);

        (TranscriptLine Line, string Extension) Named(TranscriptLine line)
        {
            var name = found.TryGetValue((false, line.Sequence), out var reads) ? reads.Text.Text : line.Text;
            return (
                line with { Text = name },
                names.Extensions.GetValueOrDefault(name)
                    ?? names.Extensions.GetValueOrDefault(line.Text, string.Empty));
        }
    }

    /// <summary>
    /// What was said in a chat and beside it, as it came; of two lines of one instant first what everybody sees. Null
    /// stands for what is damaged.
    /// </summary>
    private async IAsyncEnumerable<(BodyShelf Shelf, TranscriptLine? Line)> LinesAsync(
        long chat, Damages damages, [EnumeratorCancellation] CancellationToken end)
    {
        var said = LinesAsync(BodyShelf.Conversation, chat, damages, end).GetAsyncEnumerator(end);
        var beside = LinesAsync(BodyShelf.Asides, chat, damages, end).GetAsyncEnumerator(end);
        await using (said.ConfigureAwait(false))
        await using (beside.ConfigureAwait(false))
        {
            var isSaid = await said.MoveNextAsync().ConfigureAwait(false);
            var isBeside = await beside.MoveNextAsync().ConfigureAwait(false);
            while (isSaid || isBeside)
            {
                if (isSaid && !(isBeside && beside.Current?.At < said.Current?.At))
                {
                    yield return (BodyShelf.Conversation, said.Current);
                    isSaid = await said.MoveNextAsync().ConfigureAwait(false);
                }
                else
                {
                    yield return (BodyShelf.Asides, beside.Current);
                    isBeside = await beside.MoveNextAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private async IAsyncEnumerable<TranscriptLine?> LinesAsync(
        BodyShelf shelf, long chat, Damages damages, [EnumeratorCancellation] CancellationToken end)
    {
        var after = 0L;
        IReadOnlyList<JournalBody> page;
        do
        {
            page = await transcripts.ReadBodiesAsync(shelf, chat, after, LinesOfPage, end).ConfigureAwait(false);
            foreach (var body in page)
            {
                after = body.Sequence;
                yield return TranscriptReader.Try(body, BatchCodec.ReadLine, damages);
            }
        }
        while (page.Count == LinesOfPage);
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
            Note(line, text, isAside);
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

        void Note(TranscriptLine of, RedactedText reads, bool isBeside)
        {
            if (!reads.IsClean && !string.Equals(reads.Text, of.Text, StringComparison.Ordinal))
            {
                found![(isBeside, of.Sequence)] = Reads(of, reads);
            }
        }

        async ValueTask HideAsync(Said part)
        {
            if (await LineOfAsync(chat, part).ConfigureAwait(false) is { } before
                && await RedactAgainAsync(before.Text, context).ConfigureAwait(false) is { } hidden)
            {
                Note(before, hidden, part.IsAside);
            }
        }
    }
}

/// <summary>What was read of a contact once more.</summary>
/// <param name="Masked">What reads otherwise.</param>
/// <param name="Names">What the customer and the attachments are called.</param>
/// <param name="Files">The attachments that stand in it, in their order, with the extensions they were sent by.</param>
/// <param name="Lines">How many lines were read.</param>
/// <param name="NotJudged">How many of them could not be judged.</param>
internal sealed record ReadAgain(
    IReadOnlyList<Line> Masked,
    NamesAgain Names,
    IReadOnlyList<(TranscriptLine Line, string Extension)> Files,
    int Lines,
    int NotJudged)
{
    internal bool IsMasked => Masked.Count + Names.Files.Count > 0 || Names.Card is not null;
}
