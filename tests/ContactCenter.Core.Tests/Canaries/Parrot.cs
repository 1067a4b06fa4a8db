using ContactCenter.Files;
using ContactCenter.Responses;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ContactCenter.Tests.Canaries;

/// <summary>Code of the host's that says what it has heard, and every other time throws it.</summary>
internal sealed class Parrot : IChatBot, IResponseSource, IHistorySource, IAttachmentScanner, IRoutingStrategy
{
    private int _asked;

    /// <summary>What it has heard.</summary>
    internal string Words { get; set; } = "hello";

    public string Name => "parrot";

    public bool LooksForCardData => true;

    public ValueTask<BotReply> ReplyAsync(BotTurn turn, CancellationToken cancellationToken) =>
        new(BotReply.Say(Said));

    public ValueTask<IReadOnlyList<PredefinedResponse>> ReadAsync(CancellationToken cancellationToken)
    {
        var said = Said;
        PredefinedResponse greeting = new() { Id = "greeting", Title = "Hello", Text = "Good morning." };
        var id = new string([.. said.ToLowerInvariant().Select(unit => char.IsAsciiLetterOrDigit(unit) ? unit : '-')]);
        return new(
        [
            greeting,
            greeting with { Id = "title", Title = said },
            greeting with { Id = "text", Text = said },
            greeting with { Id = "category", Category = said },
            greeting with { Id = "locale", Locale = said },
            greeting with { Id = "queues", Queues = ["chat", said] },
            greeting with { Id = "place", Text = $"{{{id}}}" },
            greeting with { Id = id },
        ]);
    }

    public ValueTask<HistoryRead> ReadAsync(
        CustomerId customer, string? after, int limit, CancellationToken cancellationToken) =>
        new(new HistoryRead([new HistoryEntry(default, Said, Said)], Words));

    public ValueTask<ScanVerdict> ScanAsync(QuarantinedFile file, CancellationToken cancellationToken) =>
        new(Said.Length % 2 == 0 ? ScanVerdict.Clean : ScanVerdict.Blocked(Said));

    public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
        RoutingScore.First(Words);

    private string Said => _asked++ % 2 == 0 ? Words : throw new InvalidOperationException(Words);
}
