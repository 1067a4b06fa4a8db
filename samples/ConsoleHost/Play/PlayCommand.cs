using System.Globalization;
using ConsoleHost.Screens;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConsoleHost.Play;

/// <summary><c>play FILE.jsonl</c>: real conversations, through the whole engine.</summary>
internal static class PlayCommand
{
    private static readonly DateTimeOffset Opening = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    internal static async Task<int> RunAsync(PlayOptions options, Terminal terminal)
    {
        var clock = new ManualTimeProvider(Opening);
        var bot = new ReplayBot();
        using var host = PlayFloor.Build(options, clock, bot);
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await host.StartAsync();
        var floor = host.Services.GetRequiredService<FloorHost>();
        try
        {
            var began = TimeProvider.System.GetTimestamp();
            var (dialogues, lines) = await DialogueFile.CheckAsync(options.File, stopping);
            var stage = new Stage(floor, bot, new Pace(clock, options.Speed), new Dice(options.Seed), stopping);
            var progress = new Progress(terminal, dialogues);
            var player = new Player(options, stage, (double)lines / dialogues, progress.Report);
            await player.PlayAsync();
            terminal.WritePrompt(string.Empty);
            foreach (var row in PlayReport.Table(
                stage.Tally, clock.GetUtcNow() - Opening, TimeProvider.System.GetElapsedTime(began)))
            {
                terminal.WriteLine(row);
            }

            terminal.WriteLine(PlayReport.Line(stage.Tally));
            return stage.Tally.IsFlawless ? Commands.Success : Commands.Failure;
        }
        catch (Exception exception) when (exception is PlayFailedException or TimeoutException)
        {
            return Fail(terminal, exception is TimeoutException ? "The floor fell silent." : exception.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(terminal, "Stopped before the end.");
        }
        finally
        {
            await host.StopAsync();
        }
    }

    private static int Fail(Terminal terminal, string why)
    {
        terminal.WritePrompt(string.Empty);
        terminal.WriteError(why);
        return Commands.Failure;
    }

    /// <summary>Says how far the play is: often to somebody who watches, a few times to a log.</summary>
    private sealed class Progress(Terminal terminal, int all)
    {
        private static readonly TimeSpan Often = TimeSpan.FromSeconds(0.25);

        private readonly long _began = TimeProvider.System.GetTimestamp();
        private TimeSpan _next;

        internal void Report(int done)
        {
            var now = TimeProvider.System.GetElapsedTime(_began);
            var isDue = terminal.IsLive ? now >= _next : done * 10L / all > (done - 1) * 10L / all;
            if (isDue)
            {
                _next = now + Often;
                terminal.WriteStatus(string.Create(
                    CultureInfo.InvariantCulture, $"{done:N0} of {all:N0} chats, {done * 100L / all} %"));
            }
        }
    }
}
