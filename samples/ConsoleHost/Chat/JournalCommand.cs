using ConsoleHost.Screens;
using ContactCenter;
using ContactCenter.Sqlite;
using ContactCenter.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ConsoleHost.Chat;

/// <summary><c>journal FILE</c>: the log as it is kept, a record a line, as JSON.</summary>
internal static class JournalCommand
{
    internal static async Task<int> RunAsync(Terminal terminal, string file)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file '{file}'.");
        }

        // Whoever only reads takes nothing from the floor's owner, which may be running.
        using var journal = new SqliteJournal(file);
        FloorId floor = ContactCenterServiceCollectionExtensions.DefaultFloor;
        await foreach (var record in journal.ReadAsync(floor, after: 0, CancellationToken.None))
        {
            terminal.WriteLine(LogFormat.Write(record));
        }

        return Commands.Success;
    }
}
