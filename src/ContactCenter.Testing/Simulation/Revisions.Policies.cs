using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>Draws what holds for the whole floor.</summary>
internal sealed partial class Revisions
{
    /// <summary>The policy by which contacts are classified.</summary>
    internal const string Sorted = "sorted";

    private static readonly string[] Reasons = ["solved", "unsolved", "fraud"];

    /// <summary>By what contacts are classified: some of it names queues that are there only now and then.</summary>
    private static FloorConfiguration Classifying(FloorConfiguration wanted) => wanted with
    {
        Classifications = wanted.Queues.IsEmpty ? [] :
        [
            new ClassificationProfile
            {
                Name = Sorted,
                Policy = new ClassificationPolicy
                {
                    FallbackQueue = wanted.Queues[0].Name,
                    Rules =
                    [
                        new ClassificationRule { When = "vip", Priority = 2, Requirements = [new("french")] },
                        new ClassificationRule { When = "lost", Queue = "claims" },
                        new ClassificationRule { QueueMatches = ["language"], AgentMatches = ["french"] },
                    ],
                },
            },
        ],
    };

    private ImmutableArray<int> NewCeilings() =>
        [.. Enum.GetValues<Channel>().Select(_ => draw.Of(3, 200, 200, 200) * (swarm.IsLarge ? 100 : 1))];

    private CollaborationPolicy NewCollaboration() => new()
    {
        TransferRelease = draw.Of(Enum.GetValues<TransferRelease>()),
        TransferFallback = draw.Of(Enum.GetValues<TransferFallback>()),
        EndConferenceEndsContact = draw.Percent(20),
        OwnerMayExitConference = draw.Percent(50),
        AllowDeclineInvitation = draw.Percent(50),
        ConferenceWrapUp = draw.Of(Enum.GetValues<ConferenceWrapUp>()),
    };

    private RonaPolicy NewRona() => new()
    {
        Missed = NewRule(RonaConsequence.Rona),
        Declined = NewRule(RonaConsequence.Idle),
        Failed = NewRule(RonaConsequence.Idle),
        RecoversAfter = draw.Percent(30) ? TimeSpan.FromSeconds(draw.Between(10, 600)) : null,
        ExemptTeams = draw.Percent(10) ? [draw.From(Teams)] : [],
    };

    private RonaRule NewRule(RonaConsequence usual)
    {
        var coolOff = draw.Percent(70) ? TimeSpan.FromSeconds(draw.Between(5, 60)) : default(TimeSpan?);
        var threshold = draw.Of(1, 1, 2, 3);
        return new RonaRule
        {
            Counts = draw.Percent(95),
            Threshold = threshold,
            Then = coolOff is null ? usual : draw.Of(usual, RonaConsequence.CoolOff, RonaConsequence.Rona),
            IdleCode = draw.Percent(20) ? draw.From(Codes) : null,
            CoolOff = coolOff,
            CoolOffBelowThreshold = threshold > 1 && draw.Percent(50) ? TimeSpan.FromSeconds(draw.Between(1, 9)) : null,
            BackOff = draw.Of(1, 1, 1.5, 10),
            MaxCoolOff = TimeSpan.FromSeconds(draw.Between(30, 300)),
        };
    }

    private SessionPolicy NewSessions() => new()
    {
        Logins = draw.Of(Enum.GetValues<LoginPolicy>()),
        AgentGrace = TimeSpan.FromSeconds(draw.Between(1, 60)),
        CustomerGrace = TimeSpan.FromSeconds(draw.Between(1, 300)),
    };

    private WrapUpPolicy NewWrapUp() => new()
    {
        Reasons = [.. Reasons.Take(draw.Below(4)).Select((code, index) => new WrapUpReason(code, code, index == 1))],
        MaxReasons = draw.Between(1, 2),
        AutoAfter = draw.Percent(50) ? TimeSpan.FromSeconds(draw.Between(5, 60)) : null,
        AllowExtension = draw.Percent(50),
        HoldsQueue = draw.Percent(15),
        HoldsSlot = draw.Percent(80),
    };
}
