using System.Globalization;

namespace ConsoleHost.Play;

/// <summary>What <c>play</c> was asked to do.</summary>
internal sealed record PlayOptions
{
    internal required string File { get; init; }

    internal int Agents { get; init; } = 20;

    /// <summary>How many times faster than life; null does not wait at all.</summary>
    internal double? Speed { get; init; }

    /// <summary>Of a hundred offers, how many are missed. At a hundred nobody would ever be served.</summary>
    internal int RonaPercent { get; init; }

    internal int Seed { get; init; } = 1;

    internal static PlayOptions Parse(ReadOnlySpan<string> args)
    {
        var options = new PlayOptions { File = string.Empty };
        while (args is [var name, .. var rest])
        {
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                options = options.File.Length == 0
                    ? options with { File = name }
                    : throw new UsageException($"play takes one file; '{name}' is one too many.");
                args = rest;
                continue;
            }

            if (name is not ("--agents" or "--speed" or "--rona-percent" or "--seed"))
            {
                throw new UsageException($"Unknown option '{name}': --agents, --speed, --rona-percent or --seed?");
            }

            if (rest is not [var value, .. var after])
            {
                throw new UsageException($"{name} needs a value.");
            }

            options = options.With(name, value);
            args = after;
        }

        return options.File.Length > 0 ? options : throw new UsageException("play needs a file: play FILE.jsonl");
    }

    private PlayOptions With(string name, string value) => name switch
    {
        "--agents" => this with { Agents = Whole(name, value, 1, 1_000) },
        "--rona-percent" => this with { RonaPercent = Whole(name, value, 0, 90) },
        "--seed" => this with { Seed = Whole(name, value, 0, int.MaxValue) },
        _ => this with { Speed = value == "max" ? null : Factor(name, value) },
    };

    private static int Whole(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw new UsageException($"{name} takes a whole number from {least} to {most}, not '{value}'.");

    private static double Factor(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
            && factor is >= 0.1 and <= 1_000_000
                ? factor
                : throw new UsageException($"{name} takes max or a number from 0.1 to 1000000, not '{value}'.");
}
