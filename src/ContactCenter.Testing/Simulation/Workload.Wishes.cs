using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What contacts ask for, and what is said of them.</summary>
internal sealed partial class Workload
{
    private static readonly ImmutableArray<(string Name, AttributeValue? Value)> TooMuchSaid =
        [.. Enumerable.Range(0, AttributeBag.MaxCount + 1).Select(index => ($"a{index}", (AttributeValue?)true))];

    /// <summary>Something of everything that a contact can ask for.</summary>
    private ContactWishes Wishes() => new()
    {
        Priority = draw.Below(3),
        Requirements = draw.Percent(50)
            ? [(Requirement.Parse(Asked()), draw.Of<TimeSpan?>(null, Seconds(20)))]
            : [],
        Preferred = draw.Percent(20) ? [SomeAgent()] : [],
        Reserved = draw.Percent(20) ? SomeAgent() : default(AgentId?),
        ReservedFor = Seconds(draw.Between(5, 60)),
        LastAgent = draw.Percent(30)
            ? draw.Of(LastAgentWish.Prefer, LastAgentWish.Reserve)
            : LastAgentWish.None,
        Excluded = draw.Percent(20) ? [SomeAgent()] : [],
    };

    private int? Position() => draw.Percent(15) ? draw.Between(1, 5) : null;

    private string Asked() => draw.Of("french", "french < 3", "gold or french >= 2");

    private AttributeBag Said() => draw.Of<AttributeBag>(
        [("language", "ko")], [("language", "en"), ("vip", true)], [("french", 2)], [("lost", 1), ("vip", false)]);

    private ChatCommand Reclassify(ChatSession chat)
    {
        var by = draw.Of(Actor.Host, Actor.Supervisor("boss"));
        return draw.Percent(50)
            ? new ReclassifyContact(by, chat.Number, Wishes()) { Position = Position() }
            : new ClassifyContact(
                by,
                chat.Number,
                draw.Percent(50) ? [("vip", draw.Of<AttributeValue?>(null, true)), ("language", "en")] : [],
                draw.Percent(70) ? Revisions.Sorted : null);
    }
}
