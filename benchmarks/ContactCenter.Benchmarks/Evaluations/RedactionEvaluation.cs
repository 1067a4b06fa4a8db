using System.Text;
using System.Text.Json;
using ContactCenter.Redaction;

namespace ContactCenter.Benchmarks.Evaluations;

/// <summary>
/// What the built-in rules find in labelled texts and conversations: [--predictions FILE] [--misses] FILE…
/// A prediction is a line for each line that has a text: [[start,end],…]; that of several files, one after the other.
/// </summary>
public sealed class RedactionEvaluation(bool showsMisses)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Actor Customer = Actor.Customer("customer");
    private static readonly Actor Agent = Actor.Agent("agent");

    private readonly RedactionPipeline _pipeline = new();
    private readonly StringBuilder _predictions = new();
    private readonly Score _all = new();
    private readonly SortedDictionary<string, TypeScore> _types = new(StringComparer.Ordinal);

    public static async Task<int> RunAsync(string[] args)
    {
        var option = Array.IndexOf(args, "--predictions");
        var output = option >= 0 && option + 1 < args.Length ? args[option + 1] : null;
        var files = args.Where((arg, index) => !arg.StartsWith("--", StringComparison.Ordinal)
            && (option < 0 || index != option + 1)).ToArray();
        if (files.Length == 0 || (option >= 0 && output is null))
        {
            await Console.Error.WriteLineAsync("usage: redaction-eval FILE… [--predictions FILE] [--misses]");
            return 2;
        }

        var evaluation = new RedactionEvaluation(args.Contains("--misses"));
        foreach (var file in files)
        {
            await evaluation.ReadAsync(file);
        }

        if (output is not null)
        {
            await File.WriteAllTextAsync(output, evaluation._predictions.ToString());
        }

        evaluation.Summarise();
        return 0;
    }

    private async Task ReadAsync(string file)
    {
        var tiers = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        await foreach (var line in File.ReadLinesAsync(file))
        {
            var row = JsonSerializer.Deserialize<LabelledLine>(line, Json)!;
            var tier = row.Tier ?? "-";
            if (!tiers.TryGetValue(tier, out var score))
            {
                tiers.Add(tier, score = new Score());
            }

            if (row.Text is not null)
            {
                Read(row, score);
            }
            else if (row.Messages is not null)
            {
                Converse(row.Messages, score);
            }
        }

        foreach (var (tier, score) in tiers)
        {
            Console.WriteLine($"{Path.GetFileNameWithoutExtension(file),-28} {tier,-8} {score}");
            _all.Add(score);
        }
    }

    // A row without its conversation says of it only what it was about: that a bank's customers were asked for cards.
    private void Read(LabelledLine row, Score score)
    {
        var context = new RedactionContext { IsAboutCards = row.Domain == "finance" };
        var found = RangesOf(_pipeline.Redact(row.Text!, context));
        _predictions.Append('[')
            .AppendJoin(',', found.Select(range => $"[{range.Start.Value},{range.End.Value}]"))
            .Append("]\n");
        foreach (var label in (row.Spans ?? []).Where(label => label.IsOfCards))
        {
            _types[label.Type] = _types.GetValueOrDefault(label.Type).With(
                Protection.Covers(found, row.Text!, label), found.Contains(label.Start..label.End));
        }

        if (!score.Add(row.Text!, row.Spans ?? [], found) && showsMisses)
        {
            Console.WriteLine($"  {row.Tier} {row.Text!.ReplaceLineEndings("⏎")}  found {string.Join(' ', found)}");
        }
    }

    private void Converse(LabelledMessage[] messages, Score score)
    {
        var found = new List<Range>[messages.Length];
        var window = new ConversationWindow();
        for (var i = 0; i < messages.Length; i++)
        {
            var said = new Said(messages[i].Author == "customer" ? Customer : Agent, i);
            var glance = window.Look(messages[i].Text, said.Author);
            var context = glance.In(default);
            var result = _pipeline.Redact(messages[i].Text, context);
            found[i] = RangesOf(result);
            if (ConversationWindow.Joins(glance, result.Text))
            {
                foreach (var earlier in window.ToHide(glance))
                {
                    var text = messages[earlier.Sequence].Text;
                    found[earlier.Sequence] = RangesOf(_pipeline.Redact(text, context));
                }
            }

            window.Advance(glance, messages[i].Text, said, result.Text);
        }

        var isRight = score.Add(messages, found);
        for (var i = 0; i < messages.Length; i++)
        {
            isRight &= score.Add(messages[i].Text, messages[i].Spans ?? [], found[i], isMessage: true);
        }

        if (!isRight && showsMisses)
        {
            Console.WriteLine($"  {string.Join(" ⏎ ", messages.Select((message, index) =>
                $"{message.Author[0]}: {message.Text}{string.Concat(found[index].Select(range => $" «{range}»"))}"))}");
        }
    }

    private static List<Range> RangesOf(in RedactionResult result) => result.IsClean
        ? []
        : [.. result.Text.Findings.Select(finding =>
            finding.SourceStart..(finding.SourceStart + finding.SourceLength))];

    private void Summarise()
    {
        var (recall, exact) = _all.Numbers == 0
            ? (1, 1)
            : ((double)_all.Protected / _all.Numbers, (double)_all.Exact / Math.Max(1, _all.Protected));
        Console.WriteLine($"{"all",-37} {_all}");
        foreach (var (type, score) in _types)
        {
            Console.WriteLine($"{type,-37} {score}");
        }

        Console.WriteLine(Score.Of($"pan_recall={recall:F4} false_hits={_all.FalseHits} exact={exact:F4}"));
    }
}
