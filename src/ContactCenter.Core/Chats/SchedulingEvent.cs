using System.Collections.Immutable;

namespace ContactCenter.Chats;

/// <summary>Something that has happened to when a contact waits.</summary>
internal abstract record SchedulingEvent(long Chat) : ChatEvent(Chat);

/// <summary>It waits nowhere until it is due; as if it had never waited before.</summary>
/// <param name="Suspends">Once due it waits until somebody activates it.</param>
internal sealed record ContactScheduled(long Chat, DateTimeOffset DueAt, bool Suspends, Actor By)
    : SchedulingEvent(Chat);

/// <summary>It has left its line, with its age, or has come due and waits until somebody activates it.</summary>
/// <param name="By">Who suspended it; the system where it has come due.</param>
internal sealed record ContactSuspended(long Chat, Actor By) : SchedulingEvent(Chat);

/// <summary>It stands in the line of its queue, at the place that its age gives it if it has waited before.</summary>
internal sealed record ContactActivated(long Chat, Actor By) : SchedulingEvent(Chat);

/// <summary>Its customer is called back.</summary>
internal sealed record CallbackAsked(long Chat, Actor By) : SchedulingEvent(Chat);

/// <summary>It ends for a reason, before an agent had it.</summary>
internal sealed record ContactCancelled(long Chat, ImmutableArray<string> Reasons, Actor By) : SchedulingEvent(Chat);
