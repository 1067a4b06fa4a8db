using System.Globalization;

namespace ContactCenter.Runtime;

/// <summary>
/// Where a viewer stands in a floor's log: opaque to clients, who keep the newest they have seen and give it back
/// when they connect again.
/// </summary>
/// <param name="Epoch">The ownership of the floor.</param>
/// <param name="Sequence">The position in its log.</param>
/// <remarks>Its text is <c>epoch.sequence</c>. Immutable, safe for any thread.</remarks>
public readonly record struct FeedPosition(long Epoch, long Sequence)
{
    /// <summary>
    /// The position that <paramref name="text"/> spells, or null: then a feed begins with a snapshot.
    /// </summary>
    /// <param name="text">What <see cref="ToString"/> gave, from a client; never throws.</param>
    public static FeedPosition? TryParse(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0
            && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? new FeedPosition(epoch, sequence)
                : null;
    }

    /// <summary>The position as text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}");
}
