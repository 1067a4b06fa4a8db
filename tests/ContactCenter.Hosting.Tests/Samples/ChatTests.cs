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
