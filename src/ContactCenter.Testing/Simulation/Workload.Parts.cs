using ContactCenter.Chats;
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

    private Rewording Part(ChatSession chat, int sequence, LineKind kind) =>
        new(sequence, kind, Writer(chat), chat.StartedAt, Hidden, draw.Next());
}
