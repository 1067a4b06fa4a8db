using ContactCenter.Redaction;
using ContactCenter.Texts;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Asks other sources of history, each for itself and in its own time. One that hangs keeps its place: once all places
/// are taken, nobody waits for it any more.
/// </summary>
internal sealed class HistorySources(
    IReadOnlyList<IHistorySource> sources, RedactionLanes lanes, TimeSpan deadline, TimeProvider time, ILogger logger)
{
    private const int MaxName = 64;
    private const int MaxSubject = 500;
    private const int MaxText = 65_536;
    private const int MaxCursor = 200;

    private readonly HostCalls _calls = new();

    /// <summary>What is wrong with the names of sources: one without cannot be shown, nor asked for more.</summary>
    internal static IEnumerable<string> Faults(IReadOnlyList<IHistorySource> sources)
    {
        string?[] names = [.. sources.Select(source => source.Name)];
        foreach (var (index, name) in names.Index())
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
            {
                yield return $"the name of {sources[index].GetType().Name} is not 1 to {MaxName} characters";
            }
            else if (Array.IndexOf(names, name) < index)
            {
                yield return $"two sources of history are called '{name}'";
            }
        }
    }

    internal bool Knows(string source) => Find(source) is not null;

    internal async Task<IReadOnlyList<SourceHistory>> ReadAsync(
        CustomerId customer, int limit, CancellationToken cancellationToken) =>
        await Task.WhenAll(sources.Select(source => ReadAsync(source, customer, null, limit, cancellationToken)))
            .ConfigureAwait(false);

    internal Task<SourceHistory> ReadAsync(
        string source, CustomerId customer, string? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(Find(source)!, customer, after, limit, cancellationToken);

    private IHistorySource? Find(string name) => sources.FirstOrDefault(source => source.Name == name);

    private async Task<SourceHistory> ReadAsync(
        IHistorySource source, CustomerId customer, string? after, int limit, CancellationToken cancellationToken)
    {
        var nothing = new SourceHistory(source.Name, [], null, IsUnavailable: true);
        using var late = new CancellationTokenSource(deadline, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var read = await _calls
                .NowAsync(told => source.ReadAsync(customer, after, limit, told), end.Token).ConfigureAwait(false);
            var entries = new List<HistoryEntry>();
            foreach (var entry in read.Entries.Take(limit))
            {
                entries.Add(await RedactAsync(entry, end.Token).ConfigureAwait(false));
            }

            return new SourceHistory(source.Name, entries, Cursor(read.Next), IsUnavailable: false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.HistorySourceFailed(logger, source.Name, exception.GetType().Name);
            return nothing;
        }
    }

    /// <summary>A cursor goes to the client and back: it is no place for a text, nor for a card number.</summary>
    private static string? Cursor(string? next) =>
        next is { Length: > 0 and <= MaxCursor } && !CardLikeId.Is(next) && Wording.IsWellFormed(next) ? next : null;

    private async ValueTask<HistoryEntry> RedactAsync(HistoryEntry entry, CancellationToken end) => new(
        entry.At,
        await RedactAsync(entry.Channel, end).ConfigureAwait(false),
        await RedactAsync(entry.Subject, end).ConfigureAwait(false));

    /// <summary>
    /// What may not be shown is left out; the entry stays. Redacted as a whole and cut afterwards: half a card number
    /// is none that a rule would know.
    /// </summary>
    private async ValueTask<string> RedactAsync(string text, CancellationToken end)
    {
        if (text.Length > MaxText || !Wording.IsWellFormed(text))
        {
            return string.Empty;
        }

        var context = new RedactionContext { Author = ActorKind.Host };
        var (redacted, _) = await lanes.RedactAsync(text, context).AsTask().WaitAsync(end)
            .ConfigureAwait(false);
        var shown = redacted?.Text ?? string.Empty;
        var length = Math.Min(shown.Length, MaxSubject);
        return shown[..(length > 0 && char.IsHighSurrogate(shown[length - 1]) ? length - 1 : length)];
    }
}
