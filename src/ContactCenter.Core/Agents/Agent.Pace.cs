namespace ContactCenter.Agents;

/// <summary>How many contacts the agent has taken in a time, where that has a limit.</summary>
internal sealed partial class Agent
{
    /// <summary>When they took each contact that still counts, first to last; null for none.</summary>
    internal List<DateTimeOffset>? Taken { get; set; }

    /// <summary>When the first of them counts no more; null where nothing counts.</summary>
    internal DateTimeOffset? EasesAt => Taken is [var first, ..] ? first + Profile.Pace!.Within : null;

    /// <summary>They have taken as many as their pace allows, those included that they are being offered.</summary>
    internal bool IsPaced => Profile.Pace?.Contacts <= (Taken?.Count ?? 0) + Offers.Count;

    /// <summary>
    /// When so many count no more that they are offered contacts again; null where that hangs on an open offer.
    /// </summary>
    internal DateTimeOffset? PacedUntil
    {
        get
        {
            var over = (Taken?.Count ?? 0) + Offers.Count - Profile.Pace!.Contacts;
            return over < (Taken?.Count ?? 0) ? Taken![over] + Profile.Pace.Within : null;
        }
    }

    /// <summary>They have accepted a contact.</summary>
    internal void Take(DateTimeOffset at)
    {
        ServedAt = at;
        if (Profile.Pace is not null)
        {
            (Taken ??= []).Add(at);
        }
    }

    /// <summary>What was taken long enough ago counts no more.</summary>
    internal void Ease(DateTimeOffset at)
    {
        var within = Profile.Pace!.Within;
        Taken!.RemoveAll(taken => taken + within <= at);
        Taken = Taken.Count == 0 ? null : Taken;
    }
}
