namespace ContactCenter.Tests.Conventions;

internal static class Offenders
{
    /// <summary>Fails and names everything that breaks the convention.</summary>
    public static void None<T>(IEnumerable<T> offenders)
    {
        string[] lines = [.. offenders.Select(offender => $"{offender}").Distinct()];
        if (lines.Length > 0)
        {
            Assert.Fail($"{lines.Length} against the convention:\n    {string.Join("\n    ", lines.Take(50))}");
        }
    }
}
