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
        return new RescanLines(rescan.Number, chat, masked, draw.Between(1, 300), draw.Below(2));
    }

    private Rewording Part(ChatSession chat, int sequence, LineKind kind) =>
        new(sequence, kind, Writer(chat), chat.StartedAt, Hidden, draw.Next());
}
