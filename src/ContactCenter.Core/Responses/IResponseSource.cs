namespace ContactCenter.Responses;

/// <summary>
/// Where the predefined responses come from: a file, a table, another service. Whoever maintains them does so there.
/// </summary>
/// <remarks>
/// Asked from many threads at once, and often: each time that an agent opens or filters the list. An implementation
/// keeps what it has read and looks only whether that still holds.
/// </remarks>
public interface IResponseSource
{
    /// <summary>All the responses that there are at the moment, in any order; nobody changes the list.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>
    /// May be slow and may throw: the caller limits the time that it gives, and goes on without responses.
    /// </remarks>
    /// <exception cref="ResponseSourceException">The source is there, but what it holds cannot be used.</exception>
    ValueTask<IReadOnlyList<PredefinedResponse>> ReadAsync(CancellationToken cancellationToken);
}
