using System.Diagnostics;
using ConsoleHost;

namespace ContactCenter.Hosting.Tests.Samples;

/// <summary>One run of the sample without arguments: what it wrote, and how it ended.</summary>
public sealed class BuiltInDay : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    internal int ExitCode { get; private set; }

    internal string Output { get; private set; } = string.Empty;

    internal string Errors { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        // Program.cs is what is tested here, so it runs as the program that it is; but with what these tests depend
        // on, because only that is beside it here.
        var tests = Path.ChangeExtension(typeof(BuiltInDay).Assembly.Location, null);
        string[] args =
        [
            "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json",
            typeof(Commands).Assembly.Location,
        ];
        var start = new ProcessStartInfo("dotnet", args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var reading = process.StandardOutput.ReadToEndAsync(patience.Token);
        Errors = await process.StandardError.ReadToEndAsync(patience.Token);
        Output = await reading;
        await process.WaitForExitAsync(patience.Token);
        ExitCode = process.ExitCode;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>What is on the screen of one party, line by line, without the time and the name.</summary>
    internal IEnumerable<string> SeenBy(string who) =>
        from line in Output.Split(Environment.NewLine)
        let seen = line.Split("  ", 2)[^1]
        where seen.StartsWith($"{who} ", StringComparison.Ordinal)
        select seen[12..];
}
