using ContactCenter.Tests.Conventions;

namespace ContactCenter.Tests.Canaries;

internal static class Leaks
{
    /// <summary>Fails where a canary is in anything, and says where, and what stands around it.</summary>
    internal static void None(IEnumerable<(string Where, object Content)> traces) => Offenders.None(
        from trace in traces.AsParallel()
        let found = trace.Content is byte[] bytes ? Needles.In(bytes) : Needles.In((string)trace.Content)
        where found is not null
        select $"{trace.Where}: {found}");
}
