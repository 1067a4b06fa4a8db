using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;

namespace ContactCenter.Floors;

/// <summary>
/// What a batch keeps beside the log that most batches have nothing of: one for all of those, so that a batch has room
/// for what it is mostly made of.
/// </summary>
/// <param name="Card">How the customer of a contact that began wants to be addressed; null for none.</param>
/// <param name="Contacts">What remains of the contacts that closed.</param>
/// <param name="Files">What the attachments that were sent are called.</param>
/// <param name="Audited">What is said of who has seen, kept or destroyed what.</param>
internal sealed record Enclosures(
    ContactCard? Card,
    IReadOnlyList<PastContact> Contacts,
    IReadOnlyList<FileCard> Files,
    IReadOnlyList<AuditEntry> Audited)
{
    internal static Enclosures None { get; } = new(Card: null, [], [], []);
}
