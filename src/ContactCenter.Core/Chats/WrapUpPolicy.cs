using System.Collections.Immutable;

namespace ContactCenter.Chats;

/// <summary>How contacts are wrapped up, as the floor's configuration says.</summary>
internal sealed record WrapUpPolicy
{
    public ImmutableArray<WrapUpReason> Reasons { get; init; } = [];

    public int MaxReasons { get; init; } = 1;

    public TimeSpan? AutoAfter { get; init; }

    public bool AllowExtension { get; init; }

    /// <summary>Whether a contact keeps its agent's slot until it is wrapped up.</summary>
    public bool HoldsSlot { get; init; } = true;

    /// <summary>Whether its agent gets no other contact of its queue until it is wrapped up.</summary>
    public bool HoldsQueue { get; init; }

    /// <summary>What the alarm submits; null where there is nothing to submit, so no alarm is set.</summary>
    /// <param name="exposed">The reasons that an agent's profile exposes; empty for all.</param>
    internal string? DefaultReasonOf(ImmutableArray<string> exposed) =>
        (Exposed(exposed).FirstOrDefault(reason => reason.IsDefault) ?? Exposed(exposed).FirstOrDefault())?.Code;

    /// <param name="own">The period of the agent's profile: 0 for never, null for the floor's.</param>
    internal DateTimeOffset? DueAt(DateTimeOffset now, TimeSpan? own, ImmutableArray<string> exposed) =>
        (own ?? AutoAfter) is { } period && period > TimeSpan.Zero && DefaultReasonOf(exposed) is not null
            ? now + period
            : null;

    /// <param name="exposed">The reasons that an agent's profile exposes; empty for all.</param>
    internal Rejection? MaySubmit(IReadOnlyList<string> chosen, ImmutableArray<string> exposed)
    {
        if (chosen.Count == 0)
        {
            // A floor without reasons has none to choose from; it must not keep its agents in wrap-up for ever.
            return Reasons.IsEmpty ? null : Rejections.ReasonRequired;
        }

        if (chosen.Count > MaxReasons || chosen.Distinct(StringComparer.Ordinal).Count() < chosen.Count)
        {
            return Rejections.TooManyReasons;
        }

        return AreAmong(Exposed(exposed), chosen) ? null : Rejections.ReasonUnknown;
    }

    private static bool AreAmong(IEnumerable<WrapUpReason> exposed, IReadOnlyList<string> chosen) =>
        chosen.All(code => exposed.Any(reason => reason.Code == code));

    internal IEnumerable<WrapUpReason> Exposed(ImmutableArray<string> exposed) =>
        Reasons.Where(reason => exposed.IsEmpty || exposed.Contains(reason.Code));
}
