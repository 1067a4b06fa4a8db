using ContactCenter.Attachments;
using ContactCenter.Chats;

namespace ContactCenter.Floors;

/// <summary>What is seen of attachments on their way: by whoever sent them, and nobody else.</summary>
internal static partial class Visibility
{
    private static void Show(Floor floor, AttachmentEvent happened, ChatSession? chat, List<Shown> to)
    {
        // Once the chat is closed nobody has a screen for it; what is destroyed was shown to be blocked before, and
        // what is withdrawn is shown by its line.
        if (chat is null
            || floor.Effects.GetValueOrDefault(happened.File) is not Attachment file
            || file.State == AttachmentState.Withdrawn)
        {
            return;
        }

        to.Add(new Shown(ToAuthor(chat, file.Author), Of(floor, file)));
    }

    private static Audience ToAuthor(ChatSession chat, Actor author) => author.Kind == ActorKind.Customer
        ? new Audience(chat.Customer, null, Supervisors: false)
        : new Audience(null, author.Id, Supervisors: false);

    /// <summary>Those that are still expected to arrive: of others it was said that they are blocked.</summary>
    private static IEnumerable<AttachmentShown> Files(Floor floor, Actor viewer, ChatSession chat) =>
        from number in chat.Files ?? []
        let file = (Attachment)floor.Effects[number]
        where file.Author == viewer && file.State is AttachmentState.Scanning or AttachmentState.Clean
        select Of(floor, file);

    private static AttachmentShown Of(Floor floor, Attachment file) =>
        new(new ChatId(floor.Id, file.Chat), file.Number, file.Length, file.State, file.Code);
}
