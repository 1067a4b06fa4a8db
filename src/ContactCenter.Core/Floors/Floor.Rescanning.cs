using System.Globalization;
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
            || !c.Masked.All(line => IsKept(line, rescan)))
        {
            return Rejections.LineUnknown;
        }

        foreach (var line in c.Masked)
        {
            Hide(line);
        }

        var (lines, masked, unread) =
            (rescan.Lines + c.Lines, rescan.Masked + c.Masked.Count, rescan.Unread + c.Unread);
        Raise(new LinesRescanned(c.Effect, c.Chat, c.Lines, c.Masked.Count, c.Unread));
        _reply = new Reply(masked, lines);
        if (Rescan is null)
        {
            var told = string.Create(
                CultureInfo.InvariantCulture, $"{lines} read, {masked} masked, {unread} not judged");
            Note(rescan.By, AuditAction.Rescanned, 0, default, RedactedText.OfCodes(told));
        }

        return null;
    }

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
        && (!_chats.TryGetValue(line.Chat, out var chat)
            || line.Sequence <= (line.IsAside ? chat.LastAside : chat.LastLine));

    private void Apply(RescanBegan e)
    {
        Restore(new RescanUnderWay(e.Effect, e.From, e.UpTo, e.By));
        Last = Last with { Effect = e.Effect };
    }

    private void Apply(LinesRescanned e)
    {
        _effects.Remove(e.Effect, out _);
        if (e.Chat == Rescan!.UpTo)
        {
            Rescan = null;
            return;
        }

        Restore(Rescan with
        {
            Chat = e.Chat,
            Lines = Rescan.Lines + e.Lines,
            Masked = Rescan.Masked + e.Masked,
            Unread = Rescan.Unread + e.Unread,
        });
    }

    internal void Restore(RescanUnderWay rescan) => _effects.Add(rescan.Number, Rescan = rescan);
}
