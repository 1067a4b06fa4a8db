using System.Globalization;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Redaction;

namespace ContactCenter.Floors;

/// <summary>
/// What is kept of conversations is read once more when a rule has become better, contact by contact. What it masks
/// stays masked; nobody's legal hold stands against that.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>The rescan that is under way; null for none.</summary>
    internal RescanUnderWay? Rescan { get; private set; }

    private Rejection? Decide(RescanTranscripts c)
    {
        var refused = MayGovern(c.By) ?? (Rescan is null ? null : Rejections.RescanRunning);
        if (refused is null)
        {
            _reply = new Reply(Last.Effect + 1, 0);
            Raise(new RescanBegan(Last.Effect + 1, c.From, Last.Chat, c.By));
            Note(c.By, AuditAction.Rescan, 0, default, c.Note);
        }

        return refused;
    }

    private Rejection? Decide(RescanLines c)
    {
        if (Rescan is not { } rescan || rescan.Number != c.Effect)
        {
            return Rejections.EffectGone;
        }

        if (c.Chat < rescan.Chat || c.Chat > rescan.UpTo)
        {
            return Rejections.ChatUnknown;
        }

        if (c.Masked.Count > RescanLines.MaxMasked || c.Unread < 0 || c.Lines < c.Unread
            || !c.Masked.All(line => IsKept(line, rescan)) || !AreCalled(c, rescan))
        {
            return Rejections.LineUnknown;
        }

        foreach (var line in c.Masked)
        {
            Hide(line);
        }

        var hidden = c.Masked.Count + Rename(c);
        var (lines, masked, unread) = (rescan.Lines + c.Lines, rescan.Masked + hidden, rescan.Unread + c.Unread);
        Raise(new LinesRescanned(c.Effect, c.Chat, c.Lines, hidden, c.Unread));
        _reply = new Reply(masked, lines);
        if (Rescan is null)
        {
            var files = rescan.Files;
            var told = string.Create(
                CultureInfo.InvariantCulture,
                $"{lines} read, {masked} masked, {unread} not judged; of {files.Read} files {files.Masked} masked, "
                + $"{files.Withdrawn} withdrawn, {files.NotJudged} not judged");
            Note(rescan.By, AuditAction.Rescanned, 0, default, RedactedText.OfCodes(told));
        }

        return null;
    }

    /// <summary>Names that were given before: each by an event, and what takes its place with it.</summary>
    /// <returns>How many customers are called otherwise. What a file is called is counted as its line.</returns>
    private int Rename(RescanLines c)
    {
        if (c.Card is { } card)
        {
            _card = card;
            Raise(new CardRedacted(card.Chat, File: 0));
        }

        foreach (var file in c.Named)
        {
            _filed.Add(file);
            Raise(new CardRedacted(file.Chat, file.File));
        }

        return c.Card is null ? 0 : 1;
    }

    private Rejection? Decide(RescanFile c)
    {
        if (Rescan is not { } rescan || rescan.Number != c.Effect)
        {
            return Rejections.EffectGone;
        }

        if (!IsLeft(c.Chat, rescan))
        {
            return Rejections.ChatUnknown;
        }

        if (c.Sequence < 1 || (c.Chat, c.Sequence).CompareTo(rescan.File) <= 0 || !IsTold(c, rescan))
        {
            return Rejections.LineUnknown;
        }

        if (c.Found is { } found)
        {
            var copy = found.Reads.Attached?.File ?? Guid.Empty;
            Hide(found.Reads);
            Raise(new FileWithdrawn(
                c.Chat, Last.Effect + 1, c.Sequence, found.Reads.Author, found.File, copy, found.Code));
            _reply = new Reply(Last.Effect, c.Sequence);
            Note(rescan.By, AuditAction.Withdrawn, c.Chat, found.Of, RedactedText.OfCodes(string.Create(
                CultureInfo.InvariantCulture,
                $"line {c.Sequence}: {found.Code}{(copy == Guid.Empty ? string.Empty : ", masked")}")));
        }

        Raise(new FileRescanned(c.Effect, c.Chat, c.Sequence, c.Finding));
        return null;
    }

    /// <summary>What was found, what its line reads as and what is said of it are one story.</summary>
    private bool IsTold(RescanFile c, RescanUnderWay rescan) => c.Found is not { Reads: var line }
        ? c.Finding is FileFinding.Clean or FileFinding.NotJudged
        : (line.Chat, line.Sequence) == (c.Chat, c.Sequence) && IsKept(line, rescan)
            && (c.Finding, line.Kind, line.Attached is null) is
                (FileFinding.Withdrawn, LineKind.WithdrawnFile, true) or (FileFinding.Masked, LineKind.File, false);

    /// <summary>A line that was said before reads otherwise: its event and what takes its place, together.</summary>
    private void Hide(Line line)
    {
        _said.Add(line);
        Raise(new MessageRedacted(
            line.Chat, line.Sequence, line.IsAside, line.Text.Text.Length, new Body(line.Text, line.Salt).Digest));
    }

    // Of a closed contact nothing is known here; a line that is not there has no body that could be replaced.
    private bool IsKept(Line line, RescanUnderWay rescan) =>
        line is { IsReworded: true, Sequence: > 0, Chat: > 0 } && line.Chat <= rescan.UpTo
        && line.Kind == LineKind.File == (line.Attached is not null)
        && (!_chats.TryGetValue(line.Chat, out var chat)
            || line.Sequence <= (line.IsAside ? chat.LastAside : chat.LastLine));

    private bool AreCalled(RescanLines c, RescanUnderWay rescan) =>
        c.Named.Count <= RescanLines.MaxMasked
        && (c.Card is not { } card || (card.IsReworded && IsLeft(card.Chat, rescan)))
        && c.Named.All(file => file.IsReworded && IsLeft(file.Chat, rescan)
            && file.File > 0 && file.File <= Last.Effect);

    private static bool IsLeft(long chat, RescanUnderWay rescan) => chat > rescan.Chat && chat <= rescan.UpTo;

    private void Apply(RescanBegan e)
    {
        Restore(new RescanUnderWay(e.Effect, e.From, e.UpTo, e.By));
        Last = Last with { Effect = e.Effect };
    }

    private void Apply(LinesRescanned e)
    {
        if (e.Chat == Rescan!.UpTo)
        {
            _effects.Remove(e.Effect, out _);
            Rescan = null;
            return;
        }

        Correct(Rescan with
        {
            Chat = e.Chat,
            Lines = Rescan.Lines + e.Lines,
            Masked = Rescan.Masked + e.Masked,
            Unread = Rescan.Unread + e.Unread,
        });
    }

    private void Apply(FileRescanned e) =>
        Correct(Rescan! with { File = (e.Chat, e.Sequence), Files = Rescan.Files.With(e.Finding) });

    internal void Restore(RescanUnderWay rescan) => _effects.Add(rescan.Number, Rescan = rescan);

    internal void Correct(RescanUnderWay rescan) => _effects[rescan.Number] = Rescan = rescan;
}
