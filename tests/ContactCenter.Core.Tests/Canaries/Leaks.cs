using System.Text;
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

    /// <summary>Fails where one of these stands anywhere.</summary>
    internal static void None(IEnumerable<(string Where, object Content)> traces, IEnumerable<string> needles) =>
        Offenders.None(
            from trace in traces.AsParallel()
            from needle in needles
            where ReadingsOf(trace.Content).Any(text => text.Contains(needle, StringComparison.OrdinalIgnoreCase))
            select $"{trace.Where}: {needle}");

    private static IEnumerable<string> ReadingsOf(object content) => content is byte[] bytes
        ? [Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes)]
        : [(string)content];
}
