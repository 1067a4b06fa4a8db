using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Redaction;

namespace ContactCenter.Testing;

/// <summary>Numbers that are told in parts: the later ones hide the earlier ones.</summary>
internal sealed partial class Workload
{
    private static readonly RedactedText Hidden =
        Pipeline.Redact("4111", new RedactionContext { PartOf = RedactionKind.CardNumber }).Text;

    private readonly SortedDictionary<(long Chat, int Line), Line> _delivered = [];

    private Body Body() => new(draw.Of(Texts), draw.Next());

    /// <summary>Something said that goes on with a number now and then, or with one that nobody has begun.</summary>
    private Body Body(ChatSession chat) => draw.Percent(85)
        ? Body()
        : new Body(Hidden, draw.Next())
        {
            IsMasking = draw.Of<bool?>(null, true, false),
            Rewordings = draw.Percent(50)
                ? []
                : [
                    Part(chat, draw.Below(chat.LastLine + 2), LineKind.Message),
                    Part(chat, draw.Below(chat.LastAside + 2), LineKind.Note),
                ],
        };

    /// <summary>Everything was read up to some contact, open or closed, of which a line reads otherwise.</summary>
    private RescanLines Rescanned(RescanUnderWay rescan, Floor floor)
    {
        var chat = draw.Percent(30) ? rescan.UpTo : rescan.Chat + draw.Below((int)(rescan.UpTo - rescan.Chat) + 1);
        var part = floor.Chats.TryGetValue(chat, out var open)
            ? Part(open, draw.Below(open.LastLine + 2), LineKind.Message)
            : new Rewording(1 + draw.Below(3), LineKind.Note, Actor.Bot, floor.LastAt, Hidden, draw.Next());
        Line[] masked = draw.Percent(40) ? [] : [part.In(chat)];
        var lines = new RescanLines(rescan.Number, chat, masked, draw.Between(1, 300), draw.Below(2));
        return draw.Below(4) switch
        {
            0 => lines with { Card = new ContactCard(rescan.UpTo, Hidden, Hidden) { IsReworded = true } },
            1 when floor.Last.Effect > 1 => lines with
            {
                Named = [new(rescan.UpTo, floor.Last.Effect - 1, Hidden, "pdf") { IsReworded = true }],
            },
            _ => lines,
        };
    }

    /// <summary>What stands beside the log, as the shell reads it there.</summary>
    internal void Saw(Batch batch)
    {
        Note(batch);
        foreach (var line in batch.Lines.Where(line => line.Kind is LineKind.File or LineKind.WithdrawnFile))
        {
            _delivered[(line.Chat, line.Sequence)] = line with { SaidAt = line.At(batch.At).UtcTicks };
        }
    }

    /// <summary>The next attachment was looked at, and found clean or not, as a copy or for good.</summary>
    private RescanFile? Rescanned(RescanUnderWay rescan)
    {
        var (place, line) = _delivered.FirstOrDefault(one => one.Key.Chat > rescan.Chat
            && one.Key.Chat <= rescan.UpTo && one.Key.CompareTo(rescan.File) > 0 && one.Value.Attached is not null);
        if (line is null)
        {
            return null;
        }

        var finding = draw.Of(
            FileFinding.Clean, FileFinding.NotJudged, FileFinding.Masked, FileFinding.Withdrawn);
        var reads = finding == FileFinding.Masked
            ? line with { Attached = new AttachedFile(File().File, 900) }
            : line with { Attached = null, Kind = LineKind.WithdrawnFile };
        return new RescanFile(
            rescan.Number,
            place.Chat,
            place.Line,
            finding,
            finding < FileFinding.Masked
                ? null
                : new Withdrawal(
                    "customer-1", line.Attached!.File, "card-number", reads with { Salt = draw.Next() }));
    }

    private Rewording Part(ChatSession chat, int sequence, LineKind kind) =>
        new(sequence, kind, Writer(chat), chat.StartedAt, Hidden, draw.Next());
}
