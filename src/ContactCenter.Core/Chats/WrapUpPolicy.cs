using System.Collections.Immutable;

namespace ContactCenter.Chats;

/// <summary>How contacts are wrapped up, as the floor's configuration says.</summary>
internal sealed record WrapUpPolicy
{
    public ImmutableArray<WrapUpReason> Reasons { get; init; } = [];

    public int MaxReasons { get; init; } = 1;

    public TimeSpan? AutoAfter { get; init; }

    public bool AllowExtension { get; init; }

    /// <summary>What the alarm submits; null where there is nothing to submit, so no alarm is set.</summary>
    internal string? DefaultReason =>
        Reasons.FirstOrDefault(reason => reason.IsDefault)?.Code ?? Reasons.FirstOrDefault()?.Code;

    internal DateTimeOffset? DueAt(DateTimeOffset now) =>
        AutoAfter is { } period && DefaultReason is not null ? now + period : null;

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

        return chosen.All(code => Exposed(exposed).Any(reason => reason.Code == code))
            ? null
            : Rejections.ReasonUnknown;
    }

    internal IEnumerable<WrapUpReason> Exposed(ImmutableArray<string> exposed) =>
        Reasons.Where(reason => exposed.IsEmpty || exposed.Contains(reason.Code));
}
