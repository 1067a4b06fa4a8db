namespace ContactCenter.Responses;

/// <summary>Responses that a host's own code has prepared, or has read from wherever it keeps them.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed class InMemoryResponses : IResponseSource
{
    private readonly IReadOnlyList<PredefinedResponse> _responses;

    /// <summary>A source of these responses.</summary>
    /// <param name="responses">The responses, at most 10,000; copied, so that later changes change nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="responses"/> is null.</exception>
    /// <exception cref="ResponseSourceException">
    /// Some are beyond their bounds, or two have the same id; it tells all of that.
    /// </exception>
    public InMemoryResponses(params IReadOnlyList<PredefinedResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        PredefinedResponse[] copied = [.. responses];
        if (ResponseFaults.Of(copied).Found is { Count: > 0 } faults)
        {
            throw new ResponseSourceException("responses", faults);
        }

        _responses = Array.AsReadOnly(copied);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PredefinedResponse>> ReadAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<IReadOnlyList<PredefinedResponse>>(cancellationToken)
            : new(_responses);
}
