using ContactCenter.Routing;
using Microsoft.Extensions.Options;
using static ContactCenter.Hosting.Tests.Sections;

namespace ContactCenter.Hosting.Tests;

/// <summary>What becomes of those who wait too long, or in vain, as a section says it.</summary>
public sealed class WaitingBindingTests
{
    [Fact]
    public void What_becomes_of_those_who_wait_is_what_the_section_says()
    {
        var queue = Read("""
            { "Queues": { "rest": {}, "cards": {
                "MaxLength": 10, "WhenFull": "Overflow", "OverflowTo": "rest",
                "OverflowPriority": 10, "OverflowRequirement": "french >= 3",
                "WaitRules": [
                  { "After": "00:01:00", "Priority": 100, "Requirement": "vip" },
                  { "After": "00:05:00", "MoveTo": "rest" }
                ],
                "NoAgents": { "After": "00:01:00", "NewcomersAfter": "00:00:05", "MoveTo": "rest" },
                "ReturnWithin": "00:10:00"
              } } }
            """).Queues["cards"];

        Assert.Equal((10, "french >= 3"), (queue.OverflowPriority, queue.OverflowRequirement));
        Assert.Equal(
            [
                new WaitRule { After = TimeSpan.FromMinutes(1), Priority = 100, Requirement = "vip" },
                new WaitRule { After = TimeSpan.FromMinutes(5), MoveTo = "rest" },
            ],
            queue.WaitRules);
        Assert.Equal(
            new NoAgentRule
            {
                After = TimeSpan.FromMinutes(1),
                NewcomersAfter = TimeSpan.FromSeconds(5),
                MoveTo = "rest",
            },
            queue.NoAgents);
        Assert.Equal(TimeSpan.FromMinutes(10), queue.ReturnWithin);
    }

    [Fact]
    public void What_cannot_hold_is_told_at_once_with_its_place()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read("""
            { "Queues": { "cards": {
                "OverflowPriority": "high", "ReturnWithin": "02:00:00",
                "WaitRules": [ { "After": "00:01:00" } ],
                "NoAgents": { "After": "soon", "End": true, "Notice": "x" }
              } } }
            """));

        Assert.Equal(
            [
                "ContactCenter:Floors:retail:Queues:cards:NoAgents:After is not a period such as 00:00:30.",
                "ContactCenter:Floors:retail:Queues:cards:NoAgents:Notice is not known.",
                "ContactCenter:Floors:retail:Queues:cards:OverflowPriority is not a whole number.",
                "Floor retail: queue cards: a place is kept for 02:00:00, not for more than 0 and at most 01:00:00.",
                "Floor retail: queue cards: after 00:01:00 nothing becomes of a contact.",
            ],
            refused.Failures.Order(StringComparer.Ordinal));
    }
}
