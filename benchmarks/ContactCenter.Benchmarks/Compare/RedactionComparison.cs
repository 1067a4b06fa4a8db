using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Redaction;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// Chat, message by message and as one text, from memory and in cache: the pipeline with all its rules for cards
/// against generated expressions with Luhn, and against a loop that does nothing but read.
/// </summary>
public static class RedactionComparison
{
    private const int MessagesInMemory = 400_000;
    private const int MessagesInCache = 1_500;
    private const int Rounds = 9;

    private const int Loop = 0;
    private const int Regex = 1;
    private const int Ours = 2;

    // The runtime compiles what runs often twice more, in the background, and on a busy machine late.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    // As a host gets it that says nothing: all rules for cards.
    private static readonly RedactionPipeline Pipeline = new();

    private static long _sink;

    public static async Task<string> RunAsync()
    {
        var english = ChatTexts.InEnglish(MessagesInMemory);
        var memory = await RaceAsync("English chat from memory, a message", english, MessagesInMemory);
        var cache = await RaceAsync("English chat in cache, a message", english[..MessagesInCache], MessagesInMemory);
        var whole = await RaceAsync(
            "English chat from memory, one text of 32 MB", [string.Join('\n', english)], 2);
        var page = await RaceAsync(
            "English chat in cache, one text of 120 KB", [string.Join('\n', english[..MessagesInCache])], 500);
        var korean = ChatTexts.InKorean(MessagesInCache);
        var inKorean = await RaceAsync("Korean chat in cache, a message", korean, MessagesInMemory);
        var koreanPage = await RaceAsync("Korean chat in cache, one text", [string.Join('\n', korean)], 500);
        var dense = await RaceAsync("Full of digits, a message", ChatTexts.FullOfDigits(MessagesInCache), 100_000);
        var hostile = await RaceAsync("Hostile, forty groups a message", ChatTexts.Hostile(MessagesInCache), 30_000);
        var brief = await RaceBriefAsync(
            [.. english.Where(text => text.Length is > 0 and <= 64 && !text.Any(char.IsAsciiDigit))
                .Take(MessagesInCache)]);
        Console.WriteLine(
            $"The last line has the worse of two: English {Worse(Regex, memory, cache)} against the expressions, "
            + $"{Worse(Loop, memory, cache)} against the read loop; of digits and hostile text the worse, too.");
        PrintRatios(
            ("English from memory", memory),
            ("English in cache", cache),
            ("English as one text from memory", whole),
            ("English as one text in cache", page),
            ("Korean in cache", inKorean),
            ("Korean as one text in cache", koreanPage),
            ("full of digits", dense),
            ("hostile", hostile));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"english_vs_regex={Least(Regex, memory, cache):F2} english_vs_readloop={Least(Loop, memory, cache):F2} ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"korean_vs_readloop={Ratio(Loop, inKorean):F2} short_vs_scan={brief:F2} ")
            + string.Create(CultureInfo.InvariantCulture, $"dense_vs_regex={Least(Regex, dense, hostile):F2}");
    }

    private static void PrintRatios(params ReadOnlySpan<(string Title, IReadOnlyList<Result> Results)> races)
    {
        Console.WriteLine("The pipeline against                the read loop    the expressions");
        foreach (var (title, results) in races)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {title,-34}{Ratio(Loop, results),13:F2}{Ratio(Regex, results),19:F2}"));
        }
    }

    private static double Ratio(int rival, IReadOnlyList<Result> results) =>
        results[rival].Nanoseconds / results[Ours].Nanoseconds;

    private static double Least(int rival, params ReadOnlySpan<IReadOnlyList<Result>> races)
    {
        var least = double.MaxValue;
        foreach (var race in races)
        {
            least = Math.Min(least, Ratio(rival, race));
        }

        return least;
    }

    private static string Worse(int rival, IReadOnlyList<Result> memory, IReadOnlyList<Result> cache) =>
        Ratio(rival, memory) < Ratio(rival, cache) ? "from memory" : "in cache";

    private static Task<IReadOnlyList<Result>> RaceAsync(string title, string[] texts, int count)
    {
        Warm(texts, Read, ByRegex, ByPipeline);
        return new Contest($"{title}, {texts.Average(text => text.Length):F0} characters", count, Rounds).RunAsync(
            new Contestant("plain vector read loop", rounds => Run(rounds, texts, Read)),
            new Contestant("generated expressions and Luhn", rounds => Run(rounds, texts, ByRegex)),
            new Contestant("redaction pipeline", rounds => Run(rounds, texts, ByPipeline)));
    }

    private static async Task<double> RaceBriefAsync(string[] texts)
    {
        Warm(texts, Contains, ByPipeline);
        var results = await new Contest("Up to 64 characters, no digit", MessagesInMemory, Rounds).RunAsync(
            new Contestant("one ContainsAnyInRange", rounds => Run(rounds, texts, Contains)),
            new Contestant("redaction pipeline", rounds => Run(rounds, texts, ByPipeline)));
        return results[1].Nanoseconds / results[0].Nanoseconds;
    }

    private static void Warm(string[] texts, params ReadOnlySpan<Func<string, long>> works)
    {
        foreach (var work in works)
        {
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            {
                Run(texts.Length, texts, work).GetAwaiter().GetResult();
            }
        }
    }

    private static Task Run(int count, string[] texts, Func<string, long> work)
    {
        var (sum, next) = (0L, 0);
        for (var index = 0; index < count; index++)
        {
            sum += work(texts[next]);
            next = next + 1 == texts.Length ? 0 : next + 1;
        }

        _sink += sum;
        return Task.CompletedTask;
    }

    private static long Contains(string text) => text.AsSpan().ContainsAnyInRange('0', '9') ? 1 : 0;

    private static long ByRegex(string text) => RegexRedactor.Redact(text).Length;

    private static long ByPipeline(string text)
    {
        var result = Pipeline.Redact(text);
        return result.IsClean ? text.Length : 0;
    }

    private static long Read(string text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text.AsSpan());
        var all = Vector256<ushort>.Zero;
        while (units.Length >= Vector256<ushort>.Count)
        {
            all |= Vector256.Create(units);
            units = units[Vector256<ushort>.Count..];
        }

        var rest = 0;
        foreach (var unit in units)
        {
            rest |= unit;
        }

        return rest + all[0];
    }
}
