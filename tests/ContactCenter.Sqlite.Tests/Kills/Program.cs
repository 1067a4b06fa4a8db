using ContactCenter.Journals;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>
/// The process that is killed: works a floor on the file that it is given (and does errands, with a folder for copies
/// and a file of keys, where it is given these), and says on its output what it asks and what
/// was acknowledged. On its input it is told what others have asked before it, and <c>go</c> as often as it is to try.
/// Or it makes a copy of a journal, and gets no further than to look at what it has copied.
/// </summary>
internal static class Program
{
    internal const string Opening = "opening";
    internal const string Up = "up";
    internal const string Stopped = "stopped";
    internal const string Refused = "refused";
    internal const string Go = "go";
    internal const string Copying = "copying";

    /// <summary>So short that it happens while a floor is worked.</summary>
    internal const int SnapshotEvery = 500;

    private static async Task Main(string[] arguments)
    {
        if (arguments is [Copying, var journal, var copy])
        {
            await new SqliteJournal(journal).BackupAsync(copy, new SlowKeys());
        }

        var ledger = new Ledger(Console.Out);
        RunningFloor? floor = null;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line != Go)
            {
                ledger.Hear(line);
                continue;
            }

            Console.Out.WriteLine(Opening);
            try
            {
                floor ??= await RunningFloor.StartAsync(
                    arguments[0], SnapshotEvery, keys: arguments.ElementAtOrDefault(2));
                await floor.Floor.StartAsync();
            }
            catch (Exception exception)
            {
                Console.Out.WriteLine($"{Refused} {exception.GetType().Name}");
                continue;
            }

            Console.Out.WriteLine(Up);
            var errands = arguments.Length > 1 ? new Errands(floor, ledger, arguments[1]) : null;
            await new Load(floor.Floor, ledger, errands).RunAsync();
            Console.Out.WriteLine(Stopped);
        }
    }

    /// <summary>Says that it is asked, and never answers.</summary>
    private sealed class SlowKeys : IPersonalDataProtector
    {
        public ValueTask<ReadOnlyMemory<byte>> ProtectAsync(
            FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public async ValueTask<ReadOnlyMemory<byte>?> UnprotectAsync(
            FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            Console.Out.WriteLine(Copying);
            await new TaskCompletionSource().Task;
            return content;
        }

        public ValueTask DestroyKeyAsync(FloorId floor, long chat, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
