using System.Globalization;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Redaction;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// Ordinary chat messages, one in fifty with a card number: the pipeline against generated expressions.
/// </summary>
public static class RedactionComparison
{
    private static readonly string[] Clean =
    [
        "Hello, I would like to change the delivery address of my order 20260301-77, please.",
        "안녕하세요, 카드 결제가 두 번 되었는데 확인 부탁드립니다.",
        "Sure! Could you tell me your booking reference and the date of travel?",
        "It is 4 nights from the 12th, 2 adults and 1 child, room 1407.",
        "Thanks, that's all.",
    ];

    private static int _sink;

    public static async Task<string> RunAsync()
    {
        string[] messages = [.. Enumerable.Range(0, 50).Select(index => Clean[index % Clean.Length])];
        messages[25] = "my card is 4111 1111 1111 1111, is it still valid?";
        var pipeline = new RedactionPipeline();
        var results = await new Contest("One message", 500_000).RunAsync(
            new Contestant("generated expressions and Luhn", count => Run(count, messages, RegexRedactor.Redact)),
            new Contestant(
                "redaction pipeline", count => Run(count, messages, text => pipeline.Redact(text).Text.Text)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"vs_regex={results[0].Nanoseconds / results[1].Nanoseconds:F1} ns={results[1].Nanoseconds:F0}");
    }

    private static Task Run(int count, string[] messages, Func<string, string> redact)
    {
        for (var index = 0; index < count; index++)
        {
            _sink += redact(messages[index % messages.Length]).Length;
        }

        return Task.CompletedTask;
    }
}
