using System.Text.RegularExpressions;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.StateMachines;
using ContactCenter.Tests.Conventions;

namespace ContactCenter.Tests.Readme;

/// <summary>The README cannot lie: its code is compiled elsewhere, its diagrams are drawn from the tables.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = Read("README.md");

    [Theory, Pain(95)]
    [InlineData("host", "samples/ConsoleHost/Program.cs")]
    [InlineData("state-machine", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("router", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("requirements", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("strategy", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("coordinator", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("redaction", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("test-floor", "tests/ContactCenter.Hosting.Tests/CardRoutingTests.cs")]
    [InlineData("test-floor-wishes", "tests/ContactCenter.Hosting.Tests/TestFloorTests.cs")]
    public void A_snippet_is_the_code_it_was_taken_from(string name, string source) =>
        Assert.Equal(Region(Read(source), name), Fence(name));

    [Fact]
    public void The_diagrams_are_drawn_from_the_tables()
    {
        Assert.Equal(ChatLifecycle.Table.ToMermaid().Trim(), Fence("chat-lifecycle"));
        Assert.Equal(ParticipationLifecycle.Table.ToMermaid().Trim(), Fence("participation-lifecycle"));
        Assert.Equal(AgentLifecycle.Table.ToMermaid().Trim(), Fence("agent-lifecycle"));
        Assert.Equal(OfferLifecycle.Table.ToMermaid().Trim(), Fence("offer-lifecycle"));
        Assert.Equal(AttachmentLifecycle.Table.ToMermaid().Trim(), Fence("attachment-lifecycle"));
    }

    [Fact]
    public void Each_rejection_code_is_listed() =>
        Assert.All(
            Rejections.All,
            rejection => Assert.Contains($"`{rejection.Code}`", Readme, StringComparison.Ordinal));

    private static string Read(string path) =>
        File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    private static string Fence(string name)
    {
        var match = Regex.Match(
            Readme, $@"<!-- snippet: {name} -->\n```\w+\n(?<code>.*?)\n```", RegexOptions.Singleline);
        Assert.True(match.Success, $"README.md has no snippet {name}.");
        return match.Groups["code"].Value;
    }

    private static string Region(string source, string name)
    {
        var match = Regex.Match(
            source, $@"(?<indent>[ ]*)#region {name}\n(?<code>.*?)\n\k<indent>#endregion", RegexOptions.Singleline);
        Assert.True(match.Success, $"No region {name}.");
        var indent = match.Groups["indent"].Length;
        return string.Join('\n', match.Groups["code"].Value.Split('\n')
            .Select(line => line.Length > indent ? line[indent..] : line.TrimStart()));
    }
}
