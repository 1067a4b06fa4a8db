using System.Text.RegularExpressions;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.StateMachines;
using ContactCenter.Tests.Conventions;

namespace ContactCenter.Tests.Readme;

/// <summary>The README and the guide cannot lie: their code is compiled elsewhere, their tables are drawn.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = Read("README.md");

    private static readonly string[] Chapters =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/guide"), "*.md").Select(Read)];

    [Theory, Pain(95)]
    [InlineData("quick-start", "tests/ContactCenter.Hosting.Tests/QuickStartTests.cs")]
    [InlineData("state-machine", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("router", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("requirements", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("strategy", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("coordinator", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
    [InlineData("redaction-policy", "tests/ContactCenter.Core.Tests/Readme/PartsTests.cs")]
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
    public void The_list_of_rejections_is_drawn_from_them() =>
        Assert.EndsWith(
            string.Concat(Rejections.All.Select(rejection => $"| `{rejection.Code}` | {rejection.Reason} |\n")),
            Read("src/guide/rejections.md"),
            StringComparison.Ordinal);

    [Fact]
    public void Each_chapter_of_the_guide_is_named() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/guide")),
            file => Assert.Contains($"(src/guide/{Path.GetFileName(file)})", Readme, StringComparison.Ordinal));

    [Fact]
    public void Each_member_that_is_named_is_one_that_a_host_can_reach()
    {
        var types = Shipped.Types.Where(type => type.IsPublic).ToArray();
        var named = Regex.Matches(
            string.Concat(Chapters.Prepend(Readme)), @"`(?<owner>[A-Z]\w+)\.(?<member>[A-Z]\w+)[`(.]");

        Assert.NotEmpty(named);
        Offenders.None(named.Where(name => IsOurs(name.Groups["owner"].Value) && !Exists(name)));

        // An owner is a type, or a property of one that is named after what it holds: `Queues.ExplainAsync`.
        bool IsOurs(string owner) => types.Any(type => type.Name.StartsWith(owner, StringComparison.Ordinal));

        bool Exists(System.Text.RegularExpressions.Match name) => types
            .Where(type => type.Name.TrimEnd('s').StartsWith(
                name.Groups["owner"].Value.TrimEnd('s'), StringComparison.Ordinal))
            .Any(type => type.GetMember(name.Groups["member"].Value).Length > 0);
    }

    private static string Read(string path) =>
        File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    private static string Fence(string name)
    {
        var match = Regex.Match(
            string.Concat(Chapters.Prepend(Readme)),
            $@"<!-- snippet: {name} -->\n```\w+\n(?<code>.*?)\n```", RegexOptions.Singleline);
        Assert.True(match.Success, $"Neither README.md nor the guide has a snippet {name}.");
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
