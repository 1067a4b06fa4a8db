using static ContactCenter.Hosting.Tests.Samples.ConversationFile;

namespace ContactCenter.Hosting.Tests.Samples;

public sealed class MisuseTests
{
    [Theory]
    [InlineData("Unknown command 'dance': play, chat, journal or help?", "dance")]
    [InlineData("chat takes --journal FILE, but was given 'now'.", "chat", "now")]
    [InlineData("play needs a file: play FILE.jsonl", "play")]
    [InlineData("play takes one file; 'b' is one too many.", "play", "a", "b")]
    [InlineData("Unknown option '--fast': --agents, --speed, --rona-percent or --seed?", "play", "a", "--fast")]
    [InlineData("--agents needs a value.", "play", "a", "--agents")]
    [InlineData("--agents takes a whole number from 1 to 1000, not '0'.", "play", "a", "--agents", "0")]
    [InlineData("--seed takes a whole number from 0 to 2147483647, not '1.5'.", "play", "a", "--seed", "1.5")]
    [InlineData("--rona-percent takes a whole number from 0 to 90, not '100'.", "play", "a", "--rona-percent", "100")]
    [InlineData("--speed takes max or a number from 0.1 to 1000000, not 'fast'.", "play", "a", "--speed", "fast")]
    [InlineData("/nowhere/conv.jsonl: no such file.", "play", "/nowhere/conv.jsonl")]
    public async Task A_wrong_command_line_is_one_clear_line(string line, params string[] args)
    {
        var run = await SampleRun.OfAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([line], run.Errors);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("4111111111111111,", "not valid JSON.")]
    [InlineData("""{"messages":[{"author":"customer","text":"4111111111111111"}""", "not valid JSON.")]
    [InlineData("""{"messages":[{"author":"customer","text":"\ud800"}]}""", "not valid JSON.")]
    [InlineData("""["4111111111111111"]""", "expected {\"messages\":[…]}.")]
    [InlineData("""{"messages":{}}""", "expected {\"messages\":[…]}.")]
    [InlineData("""{"messages":[{"text":"4111111111111111"}]}""",
        "expected messages like {\"author\":\"customer\",\"text\":\"…\"}.")]
    [InlineData("""{"messages":[{"author":"4111111111111111","text":""}]}""",
        "an author is not customer, agent or bot.")]
    public async Task A_bad_line_of_a_file_is_named_and_not_quoted(string line, string fault)
    {
        using var file = new ConversationFile(Chat("customer: hello"), string.Empty, line, Chat("customer: hello"));
        var run = await SampleRun.OfAsync(["play", file.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([$"{file.Path}, line 3: {fault}"], run.Errors);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_file_without_conversations_is_no_day()
    {
        using var file = new ConversationFile(string.Empty);
        var run = await SampleRun.OfAsync(["play", file.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([$"{file.Path}: holds no conversation."], run.Errors);
    }

    [Fact]
    public async Task What_is_quoted_from_the_command_line_is_masked()
    {
        var run = await SampleRun.OfAsync(["play", "a", "--speed", "4111111111111111"]);

        Assert.EndsWith("not '411111******1111'.", Assert.Single(run.Errors));
    }

    [Fact]
    public async Task Help_is_no_misuse()
    {
        var run = await SampleRun.OfAsync(["--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.StartsWith("Usage: ", run.Output[0]);
    }
}
