using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Attachments;

/// <summary>Files that are in quarantine by now are sent in a chat, with words or without.</summary>
/// <param name="Body">The words, which do not wait for the files; null for none.</param>
internal sealed record SendFiles(Actor By, long Chat, Body? Body, IReadOnlyList<SentFile> Files)
    : ChatCommand(By, Chat);

/// <param name="File">Names it in the store.</param>
/// <param name="Extension">The last one of its name, in lower case; empty for none.</param>
/// <param name="Length">In bytes, as the store has counted them.</param>
internal readonly record struct SentFile(Guid File, RedactedText Name, string Extension, long Length);

/// <summary>The scanners have spoken.</summary>
/// <param name="Code">Why it is blocked; null where it is to be delivered.</param>
/// <param name="Unread">What of it nobody could read, which a policy lets pass; null for nothing.</param>
/// <param name="MaskedLength">
/// How long the masked copy is that has taken its place, in bytes; null where it is as it was sent.
/// </param>
internal sealed record JudgeFile(long File, string? Code, string? Unread = null, long? MaskedLength = null)
    : Command(Actor.System);

/// <summary>The store has done its part: the file is out of quarantine, or destroyed.</summary>
/// <param name="Name">What to call it, where it is delivered.</param>
internal sealed record SettleFile(long File, Body? Name) : Command(Actor.System);

/// <summary>What the alarm asks when scanners or store have taken too long.</summary>
internal sealed record GiveUpOnFile(long File) : Command(Actor.System);
