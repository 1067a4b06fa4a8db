using System.Diagnostics;
using ConsoleHost;

namespace ContactCenter.Hosting.Tests.Samples;

public sealed class BuiltInDayTests
{
    [Fact]
    public async Task The_day_shows_each_party_their_part_and_ends_by_itself()
    {
        // Program.cs is what is tested here, so it runs as the program that it is; but with what these tests depend
        // on, because only that is beside it here.
        var tests = Path.ChangeExtension(typeof(BuiltInDayTests).Assembly.Location, null);
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
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var reading = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await process.StandardError.ReadToEndAsync(patience.Token);
        var output = await reading;
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal((0, string.Empty), (process.ExitCode, errors));
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain("4111 1111", output, StringComparison.Ordinal);
        AssertSees(
            output,
            "Ada",
            "bot: Hello",
            "I: What are your opening hours?",
            "bot: We are here from 9 to 18",
            "* waiting for an agent",
            "  waiting 0:",
            "* Jun joined the chat",
            "I: It is 411111******1111.  [masked]",
            "* Jun left the chat");
        AssertSees(
            output,
            "Mina",
            "available",
            "REQUEST: Ada, cards, 0:30 to answer",
            "  Ada waits for an answer 0:",
            "request missed: Ada",
            "RONA",
            "available",
            "REQUEST: Bo, cards, 0:30 to answer",
            "Bo: with me",
            "* the customer left the chat",
            "Bo: wrapped up, answered");
        AssertSees(
            output,
            "Jun",
            "REQUEST: Ada, cards, 0:30 to answer",
            "Ada: with me",
            "Ada: It is 411111******1111.  [masked]",
            "* I left the chat",
            "Ada: chat over, wrap-up due",
            "Ada: wrapped up, card-blocked, answered",
            "idle, lunch, set by Sora (shift-plan)",
            "signed out");
        AssertSees(
            output,
            "Sora",
            "Ada is offered to Mina",
            "Mina missed Ada",
            "Ada is offered to Jun",
            "Jun answered Ada in 0:",
            "Bo: chat over, wrap-up due",
            "Mina: signed out");
        AssertSees(output, "Bo", "* waiting for an agent", "Mina: It was sent yesterday, Bo.");
    }

    /// <summary>What one party sees comes in order; between two of them, whoever is faster comes first.</summary>
    private static void AssertSees(string output, string who, params string[] parts)
    {
        var seen = output.Split('\n').Select(line => line.Split("  ", 2)[^1])
            .Where(line => line.StartsWith($"{who} ", StringComparison.Ordinal))
            .Select(line => line[12..]);
        using var lines = seen.GetEnumerator();
        foreach (var part in parts)
        {
            var found = false;
            while (!found && lines.MoveNext())
            {
                found = lines.Current.StartsWith(part, StringComparison.Ordinal);
            }

            Assert.True(found, $"{who} does not see \"{part}\", or too early:{Environment.NewLine}{output}");
        }
    }
}
