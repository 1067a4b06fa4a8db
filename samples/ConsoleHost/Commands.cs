using ConsoleHost.Chat;
using ConsoleHost.Play;
using ConsoleHost.Screens;

namespace ConsoleHost;

/// <summary>What the program does when it is told something on the command line.</summary>
internal static class Commands
{
    internal const int Success = 0;
    internal const int Failure = 1;
    internal const int Misuse = 2;

    internal const string Usage = """
        Usage: ConsoleHost                          a built-in day on a small floor
               ConsoleHost play FILE.jsonl          real conversations through the whole engine
                   --agents N          how many agents, 1 to 1000               (20)
                   --speed X|max       how many times faster than life          (max)
                   --rona-percent P    how many offers in 100 are missed, 0-90  (0)
                   --seed S            another number, another day              (1)
               ConsoleHost chat                     be the customer and the agents yourself
                   --journal FILE      kept there: killed and started again, chats go on
               ConsoleHost journal FILE             the log of such a file, as JSON
        """;

    internal static async Task<int> RunAsync(string[] args, Terminal terminal, TextReader input)
    {
        try
        {
            switch (args)
            {
                case ["play", .. var rest]:
                    return await PlayCommand.RunAsync(PlayOptions.Parse(rest), terminal);
                case ["chat"]:
                    return await ChatCommand.RunAsync(terminal, input, journal: null);
                case ["chat", "--journal", var file]:
                    return await ChatCommand.RunAsync(terminal, input, file);
                case ["journal", var file]:
                    return await JournalCommand.RunAsync(terminal, file);
                case ["help" or "--help" or "-h"]:
                    terminal.WriteLine(Usage);
                    return Success;
                case ["chat", var more, ..]:
                    throw new UsageException($"chat takes --journal FILE, but was given '{more}'.");
                default:
                    throw new UsageException($"Unknown command '{args[0]}': play, chat, journal or help?");
            }
        }
        catch (UsageException exception)
        {
            terminal.WriteError(exception.Message);
            return Misuse;
        }
    }
}
