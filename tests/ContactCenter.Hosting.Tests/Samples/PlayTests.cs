using static ContactCenter.Hosting.Tests.Samples.ConversationFile;

namespace ContactCenter.Hosting.Tests.Samples;

public sealed class PlayTests
{
    [Fact]
    public async Task Every_chat_is_wrapped_up_and_every_message_is_there_once()
    {
        using var file = ConversationFile.OfChats(40);
        var run = await SampleRun.OfAsync(["play", file.Path, "--agents", "3"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(
            "^chats=40 completed=40 messages=200 redacted=0 offers=40 rona=0 lost=0 duplicated=0 "
            + @"p50_wait_ms=\d+ p99_wait_ms=\d+$",
            run.Output[^1]);
        Assert.Equal("40 of 40 chats, 100 %", run.Errors[^1]);
    }

    [Fact]
    public async Task A_seed_gives_the_same_day_again_and_another_seed_another_day()
    {
        using var file = ConversationFile.OfChats(60);
        async Task<string> PlayAsync(string seed) => (await SampleRun.OfAsync(
            ["play", file.Path, "--agents", "3", "--rona-percent", "30", "--seed", seed])).Output[^1];

        var first = await PlayAsync("7");
        Assert.Equal(first, await PlayAsync("7"));
        Assert.NotEqual(first, await PlayAsync("8"));
    }

    [Fact]
    public async Task Missed_offers_lose_nothing()
    {
        using var file = ConversationFile.OfChats(30);
        var run = await SampleRun.OfAsync(["play", file.Path, "--agents", "2", "--rona-percent", "60"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("completed=30 messages=150 ", run.Output[^1]);
        Assert.DoesNotContain("rona=0 ", run.Output[^1]);
    }

    [Fact]
    public async Task The_bot_says_its_part_and_hands_over()
    {
        using var file = new ConversationFile(
            Chat("bot: hello", "bot: how can I help?", "customer: cards", "customer: please", "bot: sorry?",
                "customer: a person", "bot: one moment", "customer: thanks", "agent: hello", "bot: too late"),
            Chat("customer: is it open", "customer: now", "bot: yes"),
            Chat("bot:  ", "customer: anyone?", "bot: no"),
            Chat("bot: hello", "customer:  ", "bot: hello?"));
        var run = await SampleRun.OfAsync(["play", file.Path]);

        // "hello" and "how can I help?" are one; the empty ones, the one nobody asked for and the last are left out.
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("chats=4 completed=4 messages=14 ", run.Output[^1]);
        Assert.Contains("          1 of the bot left out: an agent had come", run.Output);
        Assert.Contains(run.Output, line => line.Contains("1 not sent, bot-not-asked", StringComparison.Ordinal));
        Assert.Contains(run.Output, line => line.Contains("2 not sent, message-empty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_of_a_number_that_is_hidden_later_counts_as_masked_and_not_as_lost()
    {
        using var file = new ConversationFile(Chat(
            "agent: what is your card number?", "customer: 4111 11", "agent: go on", "customer: 11 1111 1111"));
        var run = await SampleRun.OfAsync(["play", file.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("messages=4 redacted=2 ", run.Output[^1], StringComparison.Ordinal);
        Assert.Contains("lost=0 duplicated=0", run.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_numbers_are_masked_and_never_printed()
    {
        using var file = new ConversationFile(Chat(
            "bot: 4111 1111 1111 1111?", "customer: 4111 1111 1111 1111", "agent: no, 5555 5555 5555 4444"));
        var run = await SampleRun.OfAsync(["play", file.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("messages=3 redacted=3 ", run.Output[^1]);
        Assert.DoesNotContain(run.Output.Concat(run.Errors), line => line.Contains("1111", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_floor_does_not_take_is_explained_and_not_lost()
    {
        using var file = new ConversationFile(
            Chat("customer:  ", "customer: a\0b", $"customer: {new string('x', 9_000)}", "agent: hello"), Chat());
        var run = await SampleRun.OfAsync(["play", file.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("chats=2 completed=2 messages=1 ", run.Output[^1]);
        foreach (var code in (string[])["message-empty", "text-malformed", "text-too-long"])
        {
            Assert.Contains(run.Output, line => line.Contains($"1 not sent, {code}: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_finite_speed_takes_its_time_and_changes_nothing_else()
    {
        using var file = ConversationFile.OfChats(5);
        var slow = await SampleRun.OfAsync(["play", file.Path, "--speed", "500"]);
        var fast = await SampleRun.OfAsync(["play", file.Path, "--speed", "max"]);

        Assert.Equal(0, slow.ExitCode);
        Assert.Equal(fast.Output[^1], slow.Output[^1]);
    }
}
