using ConsoleHost;
using ConsoleHost.Screens;

namespace ContactCenter.Hosting.Tests.Samples;

/// <summary>One run of the console sample inside the test process: what it wrote, and how it ended.</summary>
internal sealed record SampleRun(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    internal static async Task<SampleRun> OfAsync(string[] args, string input = "")
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var typed = new StringReader(input);
        var exitCode = await Commands.RunAsync(args, new Terminal(output, errors), typed);
        return new SampleRun(exitCode, Lines(output), Lines(errors));
    }

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
