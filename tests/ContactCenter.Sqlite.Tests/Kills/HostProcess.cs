using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>The console host as anybody starts it: lines go in, and what people see comes out.</summary>
internal sealed partial class HostProcess : IDisposable
{
    /// <summary>How long one may take for what it does in seconds: whoever hears nothing more must not wait for ever.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly CancellationTokenSource _late = new(Limit);
    private readonly Conversation _conversation;
    private string _typing = Conversation.Customer;

    internal HostProcess(Conversation conversation, params string[] arguments)
    {
        _conversation = conversation;
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var sample = Path.Combine(AppContext.BaseDirectory, "ConsoleHost.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", ["exec", sample, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        _late.Token.Register(_process.Kill);
        _conversation.BeginProcess();
    }

    internal void Type(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Whose keyboard it is from now on.</summary>
    internal void As(string who)
    {
        if (who != _typing)
        {
            Type(who == Conversation.Customer ? "/customer" : $"/agent {who.ToLowerInvariant()}");
            _typing = who;
        }
    }

    /// <summary>Says the next thing in the conversation, and does not wait until it is heard.</summary>
    internal void Say(string who)
    {
        As(who);
        Type(_conversation.Next(who).Text);
    }

    /// <summary>The next line, of a process that nobody has told to end.</summary>
    internal (string Who, string What) HearMore() =>
        Hear() ?? throw new InvalidOperationException(
            (_late.IsCancellationRequested ? "It took too long: " : "It has ended: ")
            + _process.StandardError.ReadToEnd());

    /// <summary>Hears it out until somebody sees what begins so.</summary>
    /// <returns>Who sees it.</returns>
    internal string HearOf(string beginning)
    {
        while (true)
        {
            var (who, what) = HearMore();
            if (what.StartsWith(beginning, StringComparison.Ordinal))
            {
                return who;
            }
        }
    }

    /// <summary>Ends it, at whatever it is. What it has shown before counts, however late it is heard.</summary>
    internal void Kill()
    {
        _process.Kill();
        HearOut();
    }

    /// <summary>Lets it come to its end, with no more input.</summary>
    /// <returns>The rest of what it shows.</returns>
    internal IReadOnlyList<(string Who, string What)> Finish()
    {
        _process.StandardInput.Close();
        var rest = HearOut();
        Assert.Equal(0, _process.ExitCode);
        return rest;
    }

    public void Dispose()
    {
        _late.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>The next line, and whose screen it is on; nobody's for help and the like, null at the end.</summary>
    private (string Who, string What)? Hear()
    {
        if (_process.StandardOutput.ReadLine() is not { } line)
        {
            return null;
        }

        var seen = Seen().Match(line);
        if (!seen.Success)
        {
            return ("", line);
        }

        var (who, what) = (seen.Groups[1].Value, seen.Groups[2].Value);
        if (Mine().Match(what) is { Success: true } mine)
        {
            _conversation.Acknowledge(who, int.Parse(mine.Groups[1].ValueSpan, null));
        }

        return (who, what);
    }

    private List<(string Who, string What)> HearOut()
    {
        var rest = new List<(string Who, string What)>();
        while (Hear() is { } heard)
        {
            rest.Add(heard);
        }

        Assert.Equal("", _process.StandardError.ReadToEnd());
        _process.WaitForExit();
        return rest;
    }

    [GeneratedRegex(@"^\d\d:\d\d:\d\d  (\w+) +(.+)$")]
    private static partial Regex Seen();

    [GeneratedRegex(@"^I: (\d+): ")]
    private static partial Regex Mine();
}
