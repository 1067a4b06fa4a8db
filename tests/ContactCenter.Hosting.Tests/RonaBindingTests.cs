using ContactCenter.Routing;
using Microsoft.Extensions.Options;
using static ContactCenter.Hosting.Tests.Sections;

namespace ContactCenter.Hosting.Tests;

/// <summary>What follows from offers that come to nothing, as a section says it.</summary>
public sealed class RonaBindingTests
{
    [Fact]
    public void A_policy_is_what_its_section_says_and_a_queue_begins_with_the_usual_one()
    {
        var floor = Read("""
            { "Rona": {
                "Missed": {
                  "Threshold": 3, "Then": "Idle", "IdleCode": "lunch", "CoolOff": "00:05:00",
                  "CoolOffBelowThreshold": "00:00:10", "BackOff": 1.5, "MaxCoolOff": "00:30:00"
                },
                "Declined": { "CoolOff": "00:00:20" },
                "Failed": { "Counts": false },
                "RecoversAfter": "01:00:00", "ExemptAgents": [ "mina" ], "ExemptTeams": [ "night" ]
              },
              "IdleCodes": { "lunch": "Lunch" }, "Agents": { "mina": {} }, "Teams": { "night": {} },
              "Queues": { "cards": { "Rona": { "Missed": { "CoolOff": "00:00:30" } } }, "loans": {} } }
            """);

        Assert.Equal(
            new RonaPolicy
            {
                Missed = new RonaRule
                {
                    Threshold = 3,
                    Then = RonaConsequence.Idle,
                    IdleCode = "lunch",
                    CoolOff = TimeSpan.FromMinutes(5),
                    CoolOffBelowThreshold = TimeSpan.FromSeconds(10),
                    BackOff = 1.5,
                    MaxCoolOff = TimeSpan.FromMinutes(30),
                },
                Declined = new RonaRule { Then = RonaConsequence.Idle, CoolOff = TimeSpan.FromSeconds(20) },
                Failed = new RonaRule { Then = RonaConsequence.Idle, Counts = false },
                RecoversAfter = TimeSpan.FromHours(1),
                ExemptAgents = ["mina"],
                ExemptTeams = ["night"],
            },
            floor.Rona);
        Assert.Equal(
            new RonaPolicy { Missed = new RonaRule { CoolOff = TimeSpan.FromSeconds(30) } },
            floor.Queues["cards"].Rona);
        Assert.Null(floor.Queues["loans"].Rona);
    }

    [Fact]
    public void What_cannot_hold_is_told_at_once_with_its_place()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read("""
            { "Rona": { "Missed": { "Threshold": 0, "BackOff": "twice" }, "ExemptAgents": [ "nobody" ] },
              "Queues": { "cards": { "Rona": { "Declined": { "Then": "CoolOff", "IdleCode": "gone" } } } } }
            """));

        Assert.Equal(
            [
                "ContactCenter:Floors:retail:Rona:Missed:BackOff is not a number such as 1.5.",
                "Floor retail: floor: RONA: missed: threshold 0 is not 1 to 100.",
                "Floor retail: floor: RONA: nobody is exempt and not there.",
                "Floor retail: queue cards: RONA: declined: the consequence is a cool-off, and none is given.",
                "Floor retail: queue cards: RONA: idle code gone is not there.",
            ],
            refused.Failures.Order(StringComparer.Ordinal));
    }
}
