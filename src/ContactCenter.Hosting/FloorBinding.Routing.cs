using ContactCenter.Routing;

namespace ContactCenter.Hosting;

/// <summary>What a queue lets go of, and what contacts are classified by.</summary>
internal static partial class FloorBinding
{
    private static void Bind(SectionReader section, IList<RoutingRing> rings)
    {
        var (ring, drops) = (new RoutingRing(), new List<string>());
        section
            .Period(nameof(ring.For), value => ring = ring with { For = value })
            .Texts(nameof(ring.Drops), (_, name) => drops.Add(name))
            .End();
        rings.Add(ring with { Drops = [.. drops] });
    }
}
