using System.Globalization;

namespace ContactCenter.Responses;

/// <summary>
/// A source of responses holds what cannot be used. All its faults are told at once, so that it is mended once.
/// </summary>
/// <remarks>
/// Neither the message nor the faults repeat what a response says, nor where a file lies: both end up in logs.
/// Safe for any thread.
/// </remarks>
public sealed class ResponseSourceException : Exception
{
    private const int MaxTold = 20;

    /// <summary>An exception that tells the faults of a source.</summary>
    /// <param name="sourceName">What the source is called; of a file its name, never its path.</param>
    /// <param name="faults">Which response, which field, and what is wrong: never the content.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public ResponseSourceException(string sourceName, IReadOnlyList<string> faults)
        : base(Message(sourceName, faults)) => Faults = [.. faults];

    /// <summary>Everything that is wrong, in the order of the source; the message tells the first 20.</summary>
    public IReadOnlyList<string> Faults { get; }

    private new static string Message(string sourceName, IReadOnlyList<string> faults)
    {
        ArgumentNullException.ThrowIfNull(sourceName);
        ArgumentNullException.ThrowIfNull(faults);
        var told = string.Join("; ", faults.Take(MaxTold));
        return faults.Count <= MaxTold
            ? $"{sourceName}: {told}."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sourceName}: {told}; and {faults.Count - MaxTold} more.");
    }
}
