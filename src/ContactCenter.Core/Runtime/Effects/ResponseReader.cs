using System.Runtime.CompilerServices;
using ContactCenter.Redaction;
using ContactCenter.Responses;
using ContactCenter.Texts;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Reads the predefined responses from where the host keeps them, in the time that it is given, and redacts what is
/// shown of them.
/// </summary>
internal sealed class ResponseReader(
    IResponseSource? source, RedactionLanes lanes, TimeSpan deadline, TimeProvider time, ILogger logger)
{
    private static readonly RedactionContext Outbound = new()
    {
        Direction = RedactionDirection.Outbound,
        Author = ActorKind.Agent,
    };

    private readonly HostCalls _calls = new();

    // A source gives the same responses again and again, and the list is filtered with each key that is pressed.
    private readonly ConditionalWeakTable<PredefinedResponse, PredefinedResponse> _shown = [];

    /// <summary>Those that a filter lets through, as they may be shown; null when the source gives no answer.</summary>
    internal async Task<IReadOnlyList<PredefinedResponse>?> ReadAsync(
        ResponseFilter filter, CancellationToken cancellationToken)
    {
        if (await FromSourceAsync(filter.Choose, cancellationToken).ConfigureAwait(false) is not { } chosen)
        {
            return null;
        }

        var shown = new List<PredefinedResponse>(chosen.Count);
        foreach (var response in chosen)
        {
            if (await ShowAsync(response).ConfigureAwait(false) is { } fit)
            {
                shown.Add(fit);
            }
        }

        return shown;
    }

    /// <summary>The one with an id, as the source has it; empty for none, null when there is no answer.</summary>
    internal Task<IReadOnlyList<PredefinedResponse>?> FindAsync(
        ResponseFilter filter, string id, CancellationToken cancellationToken) =>
        FromSourceAsync(
            all => filter.Find(all, id) is { } found && ResponseFaults.IsFit(found) ? [found] : [], cancellationToken);

    /// <summary>Redacts what an agent is about to send.</summary>
    internal ValueTask<Redacted> RedactAsync(string text) => Wording.IsWellFormed(text)
        ? lanes.RedactAsync(text, Outbound)
        : new(new Redacted(null, Rejections.TextMalformed));

    private async Task<IReadOnlyList<PredefinedResponse>?> FromSourceAsync(
        Func<IReadOnlyList<PredefinedResponse>, IReadOnlyList<PredefinedResponse>> choose,
        CancellationToken cancellationToken)
    {
        if (source is null)
        {
            return null;
        }

        using var late = new CancellationTokenSource(deadline, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return choose(await _calls.NowAsync(source.ReadAsync, end.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ResponsesFailed(logger, exception.GetType().Name);
            return null;
        }
    }

    /// <summary>A response as agents see it; null when they may not, or when no source should have held it.</summary>
    /// <remarks>A category is what agents ask for, so it is clean or there is none.</remarks>
    private async ValueTask<PredefinedResponse?> ShowAsync(PredefinedResponse response)
    {
        if (_shown.TryGetValue(response, out var known))
        {
            return known;
        }

        if (!ResponseFaults.IsFit(response)
            || (await RedactAsync(response.Title).ConfigureAwait(false)).Text is not { } title
            || (await RedactAsync(response.Text).ConfigureAwait(false)).Text is not { } text
            || (response.Category is { } named
                && (await RedactAsync(named).ConfigureAwait(false)).Text is not { IsClean: true }))
        {
            return null;
        }

        var shown = title.IsClean && text.IsClean
            ? response
            : response with { Title = title.Text, Text = text.Text };
        _shown.AddOrUpdate(response, shown);
        return shown;
    }
}
