using ContactCenter.Redaction;

namespace ConsoleHost.Screens;

/// <summary>Where the program writes: in colour on a terminal that has it, plain text everywhere else.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool hasColours = false, bool isLive = false)
{
    private const int NameWidth = 10;
    private const string ClearLine = "\r\e[K";

    private readonly Lock _gate = new();
    private readonly RedactionPipeline _redaction = new();
    private string _prompt = string.Empty;

    /// <summary>The process's own terminal.</summary>
    internal static Terminal OfProcess()
    {
        // https://no-color.org: set to anything, it means no. A dumb terminal shows the codes instead of obeying them.
        var wanted = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var able = Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(
            Console.Out,
            Console.Error,
            hasColours: wanted && able && !Console.IsOutputRedirected,
            isLive: able && !Console.IsErrorRedirected);
    }

    /// <summary>Whether somebody watches: then a status line may overwrite itself.</summary>
    internal bool IsLive { get; } = isLive;

    /// <summary>What one party sees: when, who sees it, what.</summary>
    internal void WriteSeen(DateTimeOffset at, string who, int colour, string what)
    {
        var line = $"{at:HH:mm:ss}  {who,-NameWidth}  {Tame(what)}";
        Write(output, hasColours ? $"\e[{colour}m{line}\e[0m" : line);
    }

    internal void WriteLine(string text) => Write(output, text);

    /// <summary>How far something is: on one line that changes, or, where nobody watches, a line each time.</summary>
    internal void WriteStatus(string text)
    {
        if (IsLive)
        {
            WritePrompt(text);
        }
        else
        {
            Write(error, text);
        }
    }

    /// <summary>A last line that stays the last, whatever is written; none where nobody watches.</summary>
    internal void WritePrompt(string text)
    {
        lock (_gate)
        {
            _prompt = IsLive ? text : string.Empty;
            error.Write(IsLive ? ClearLine + text : string.Empty);
            error.Flush();
        }
    }

    /// <summary>One line about what went wrong. It may quote what was typed, so it is masked like any text.</summary>
    internal void WriteError(string text)
    {
        var result = _redaction.Redact(Tame(text));
        Write(error, result.Verdict == RedactionVerdict.Passed ? result.Text.Text : "Something went wrong.");
    }

    private void Write(TextWriter to, string line)
    {
        lock (_gate)
        {
            if (_prompt.Length > 0)
            {
                error.Write(ClearLine);
                error.Flush();
            }

            to.WriteLine(line);
            to.Flush();
            error.Write(_prompt);
            error.Flush();
        }
    }

    // A customer's text must not move the cursor of whoever reads it.
    private static string Tame(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(unit => char.IsControl(unit) ? ' ' : unit)) : text;
}
