namespace ContactCenter.Hosting.Tests.Samples;

public sealed class ChatTests
{
    [Fact]
    public async Task A_chat_can_be_led_from_both_sides()
    {
        var run = await SampleRun.OfAsync(["chat"], """
            hello
            /agent mina
            /accept
            good morning
            /customer
            my card is 4111 1111 1111 1111
            /agent mina
            /end
            /wrapup answered
            /idle lunch
            /quit
            never said
            """);

        Assert.Equal((0, 0), (run.ExitCode, run.Errors.Count));
        var seen = string.Join('\n', run.Output);
        Assert.Contains("Customer    Mina: good morning", seen);
        Assert.Contains("Mina        Customer: my card is 411111******1111  [masked]", seen);
        Assert.Contains("Mina        Customer: wrapped up, answered", seen);
        Assert.Contains("Mina        idle, lunch", seen);
        Assert.DoesNotContain("never said", seen);
        Assert.DoesNotContain("4111 1111", seen);
    }

    [Fact]
    public async Task A_chat_goes_on_where_it_was_when_the_program_starts_again_on_its_journal()
    {
        var folder = Directory.CreateTempSubdirectory("chat-");
        try
        {
            string[] args = ["chat", "--journal", Path.Combine(folder.FullName, "floor.db")];
            var before = await SampleRun.OfAsync(args, "hello\n/agent mina\n/accept\ngood morning\n");
            var after = await SampleRun.OfAsync(args, "still there?\n/agent mina\nI am\n/end\n/wrapup answered\n");

            Assert.Equal((0, 0, 0, 0), (before.ExitCode, before.Errors.Count, after.ExitCode, after.Errors.Count));
            var seen = string.Join('\n', after.Output);
            Assert.Contains("Mina        Customer: still there?", seen);
            Assert.Contains("Customer    Mina: I am", seen);
            Assert.Contains("Mina        Customer: wrapped up, answered", seen);

            var log = (await SampleRun.OfAsync(["journal", args[2]])).Output;
            Assert.All(log, line => System.Text.Json.JsonDocument.Parse(line).Dispose());
            Assert.Contains(log, line => line.Contains("\"event\":\"wrap-up-completed\"", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_is_not_possible_is_said_and_the_chat_goes_on()
    {
        var run = await SampleRun.OfAsync(["chat"], """
            /accept
            /dance
            /agent sora
            /wrapup
            /agent jun
            hello
            /end
            /available
            """);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "The customer cannot do this: Enter alone, or /agent mina, changes who types.",
                "Unknown command '/dance': /help says which there are.",
                "There are two agents: mina and jun.",
                "Customer has no chat.",
                "Jun has no chat: /accept takes a request.",
                "Jun has no chat.",
                "not-allowed (GoAvailable while Available): Not possible in the present state.",
            ],
            run.Errors);
    }

    [Fact]
    public async Task Enter_alone_passes_the_keyboard_on()
    {
        var run = await SampleRun.OfAsync(["chat"], "\n\n/idle\n\nhello\n");

        Assert.Empty(run.Errors);
        var seen = run.Output.Select(line => line.Split("  ", 2)[^1]).ToList();
        Assert.Equal(2, seen.Count(line => line == "Jun         idle, signed-in"));
        Assert.Contains("Customer    I: hello", seen);
    }
}
