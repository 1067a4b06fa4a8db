using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>A process that works a floor, and what the ledger is told of it.</summary>
internal sealed class Worker : IDisposable
{
    private const int Continue = 18;
    private const int Halt = 19;

    private readonly Process _process;
    private readonly Ledger _ledger;

    /// <param name="file">The journal.</param>
    /// <param name="ledger">Where what it says is noted; it goes on where that ends.</param>
    /// <param name="largestFile">How large any file of it may grow, in KiB; null for as large as the disk.</param>
    /// <param name="errands">Where it makes copies, and does all the other errands; null for none.</param>
    /// <param name="keys">The keys of contacts; null for none.</param>
    internal Worker(
        string file, Ledger ledger, int? largestFile = null, string? errands = null, string? keys = null)
    {
        _ledger = ledger;
        var limit = largestFile is { } size ? $"trap '' XFSZ; ulimit -S -f {size};" : "";
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "-c", limit + " exec \"$@\"", "bash", "dotnet", "exec" },
            // The runtime keeps its code in what counts as a file.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        start.ArgumentList.Add(typeof(Worker).Assembly.Location);
        start.ArgumentList.Add(file);
        foreach (var more in (string?[])[errands, keys])
        {
            if (more is not null)
            {
                start.ArgumentList.Add(more);
            }
        }

        _process = Process.Start(start)!;
        foreach (var line in ledger.Lines)
        {
            _process.StandardInput.WriteLine(line);
        }

        Go();
    }

    internal int Id => _process.Id;

    /// <summary>Lets it try, for the first time or again.</summary>
    internal void Go()
    {
        _process.StandardInput.WriteLine(Program.Go);
        _process.StandardInput.Flush();
    }

    /// <summary>Hears it out until so many more things were acknowledged.</summary>
    internal void HearAcknowledged(int more)
    {
        for (var enough = _ledger.Acknowledged + more; _ledger.Acknowledged < enough;)
        {
            Assert.False(Hear() is null or Program.Stopped, "It has ended, and nobody told it to.");
        }
    }

    /// <summary>Hears it out until it says something of itself, and no more of its work.</summary>
    internal string HearWord()
    {
        while (true)
        {
            var line = Hear();
            Assert.NotNull(line);
            if (line.Split(' ')[0] is Program.Up or Program.Stopped or Program.Refused or Program.Opening)
            {
                return line;
            }
        }
    }

    /// <summary>Ends it, at whatever it is. What it has acknowledged before counts, however late it is heard.</summary>
    internal void Kill()
    {
        _process.Kill();
        while (Hear() is not null)
        {
        }

        _process.WaitForExit();
    }

    /// <summary>Lets it stand still in the midst of what it does.</summary>
    internal void Freeze() => Signal(Halt);

    internal void Thaw() => Signal(Continue);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private string? Hear()
    {
        var line = _process.StandardOutput.ReadLine();
        if (line is not null)
        {
            _ledger.Hear(line);
        }

        return line;
    }

    private void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
