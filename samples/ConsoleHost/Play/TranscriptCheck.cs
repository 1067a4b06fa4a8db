using ContactCenter;
using ContactCenter.Chats;
using ContactCenter.Redaction;
using ContactCenter.Runtime;

namespace ConsoleHost.Play;

/// <summary>A message as the floor has it: by whom, in the form <c>agent:mina</c>, and what.</summary>
internal readonly record struct Said(string Author, string Text);

/// <summary>
/// Compares what was said with what is read back: each message once, in order, equal but for the masks.
/// </summary>
internal sealed class TranscriptCheck(FloorHost floor)
{
    private const int Page = 1_000;

    private readonly RedactionPipeline _redaction = new();

    internal async Task CheckAsync(PlayedChat chat, Tally tally, CancellationToken cancellationToken)
    {
        var lines = await ReadAsync(chat.Id, cancellationToken);
        var gaps = lines.Where((line, index) => line.Sequence != index + 1).Count();
        var found = lines.Where(line => line.Kind == LineKind.Message).ToList();
        Compare(
            [
                .. chat.Said.Select(
                    (line, index) => line with { Text = Expected(line.Text, found.ElementAtOrDefault(index)) }),
            ],
            [.. found.Select(line => new Said(line.Author.ToString(), line.Text))],
            tally);
        tally.OutOfOrder += gaps;
        tally.Redacted += found.Count(line => line.IsRedacted);
    }

    internal static void Compare(IReadOnlyList<Said> said, IReadOnlyList<Said> found, Tally tally)
    {
        if (said.SequenceEqual(found))
        {
            tally.Messages += said.Count;
            return;
        }

        // Texts repeat ("ok", "ok"), so it is counted how often each is there.
        var surplus = found.CountBy(line => line).ToDictionary();
        var lost = 0;
        foreach (var line in said)
        {
            if (surplus.TryGetValue(line, out var left) && left > 0)
            {
                surplus[line] = left - 1;
            }
            else
            {
                lost++;
            }
        }

        var duplicated = surplus.Values.Sum();
        tally.Messages += said.Count - lost;
        tally.Lost += lost;
        tally.Duplicated += duplicated;
        tally.OutOfOrder += lost + duplicated == 0 ? 1 : 0;
    }

    /// <summary>
    /// What is said around a message can mask more of it than its own words do, also later. All but digits is the same.
    /// </summary>
    private string Expected(string text, TranscriptLine? found) =>
        found is { IsRedacted: true } && text.Where(char.IsLetter).SequenceEqual(found.Text.Where(char.IsLetter))
            ? found.Text
            : Masked(text);

    private string Masked(string text)
    {
        var result = _redaction.Redact(text);
        return result.Verdict == RedactionVerdict.Passed ? result.Text.Text : string.Empty;
    }

    private async Task<List<TranscriptLine>> ReadAsync(ChatId chat, CancellationToken cancellationToken)
    {
        var lines = new List<TranscriptLine>();
        IReadOnlyList<TranscriptLine> page;
        do
        {
            var after = lines.Count == 0 ? 0 : lines[^1].Sequence;
            var outcome = await floor.Chats.TranscriptAsync(chat, Actor.Host, after, Page, cancellationToken);
            page = outcome.ValueOrThrow();
            lines.AddRange(page);
        }
        while (page.Count == Page);

        return lines;
    }
}
