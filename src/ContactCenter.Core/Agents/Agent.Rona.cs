using ContactCenter.Routing;

namespace ContactCenter.Agents;

/// <summary>What the agent has let pass, and for how long it keeps them from offers.</summary>
internal sealed partial class Agent
{
    /// <summary>What they have let pass since they last accepted an offer, as far as it is noted.</summary>
    internal RonaRecord Passed { get; set; } = RonaRecord.Clean;

    /// <summary>What keeps them from offers for a while: one for all channels, one for each; null for most.</summary>
    internal List<CoolOff>? CoolOffs { get; set; }

    /// <summary>When the first of them is over, or the first pause of a queue; null for most.</summary>
    internal DateTimeOffset? CoolsOffAt => CoolOffs is null && QueuePauses is null
        ? null
        : (CoolOffs ?? []).Select(one => (DateTimeOffset?)one.Until)
            .Concat((QueuePauses ?? []).Select(pause => pause.Until)).Min();

    /// <summary>Until when they get no offers of a channel, or, with none, of any; null for most.</summary>
    internal DateTimeOffset? CoolsOffUntil(Channel? channel) => CoolOffs?
        .FindAll(one => one.Channel is null || one.Channel == channel)
        .Max(one => (DateTimeOffset?)one.Until);

    /// <summary>Whether they get no offers of a channel for a while.</summary>
    internal bool IsCoolingOff(Channel channel)
    {
        // Asked after every event of an agent, so without a lambda, which would be made even where there is nothing.
        if (CoolOffs is not null)
        {
            foreach (var one in CoolOffs)
            {
                if (one.Channel is null || one.Channel == channel)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>They are still where the cause of a cool-off has put them: nothing else has moved them since.</summary>
    internal bool IsHeldBy(CoolOff over) => over.Channel is null && over.Consequence switch
    {
        RonaConsequence.Rona => Availability == Availability.Rona,
        RonaConsequence.Idle => Availability == Availability.Idle
            && ChangedBy.Kind == ActorKind.System && Code != IdleCode.Disconnected,
        _ => false,
    };

    internal void Apply(RonaCounted happened, DateTimeOffset at)
    {
        Passed = Passed.With(happened.Cause, new RonaTally(happened.Count, at));
        if (happened.Until is { } until)
        {
            CoolOffs ??= [];
            CoolOffs.RemoveAll(one => one.Channel == happened.Channel);
            CoolOffs.Add(new CoolOff(
                happened.Channel, happened.Cause, happened.Consequence, happened.Count, at, until));
        }
    }

    internal void Apply(CoolOffEnded happened, DateTimeOffset at)
    {
        var over = CoolOffs!.Find(one => one.Channel == happened.Channel)!;
        Forget(over);
        RestedSince = at;
        ActiveAt = happened.By.Kind == ActorKind.System ? ActiveAt : at;
        if (over is { Moved: true, Channel: { } channel })
        {
            Pauses?.RemoveAll(pause => pause.Channel == channel);
            Pauses = Pauses is [] ? null : Pauses;
        }
    }

    /// <summary>Whoever does something about their availability is cooled off; the end of a shift clears all.</summary>
    private void ForgetCoolOffs(AvailabilityChanged happened)
    {
        if (happened.Trigger == AvailabilityTrigger.SignOut)
        {
            (CoolOffs, Passed) = (null, RonaRecord.Clean);
        }
        else if (happened.By.Kind != ActorKind.System && CoolOffs is not null)
        {
            CoolOffs.RemoveAll(one => happened.Channel is null || one.Channel == happened.Channel);
            CoolOffs = CoolOffs.Count == 0 ? null : CoolOffs;
        }
    }

    private void Forget(CoolOff over)
    {
        CoolOffs!.Remove(over);
        CoolOffs = CoolOffs.Count == 0 ? null : CoolOffs;
    }
}
