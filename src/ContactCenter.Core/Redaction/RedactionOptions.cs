namespace ContactCenter.Redaction;

/// <summary>How strict a pipeline is and what it does with what it finds.</summary>
/// <remarks>Read once, when the pipeline is built; later changes have no effect on it.</remarks>
public sealed class RedactionOptions
{
    private const int MinWorkPerCharacter = 8;
    private const int MaxWorkPerCharacter = 4096;

    /// <summary>What happens to a message that holds something.</summary>
    /// <value><see cref="RedactionMode.Redact"/> by default.</value>
    public RedactionMode Mode { get; set; } = RedactionMode.Redact;

    /// <summary>The same for what leaves the contact centre, when it differs.</summary>
    /// <value><see langword="null"/> by default: as <see cref="Mode"/>.</value>
    public RedactionMode? OutboundMode { get; set; }

    /// <summary>Findings below this confidence are ignored.</summary>
    /// <value>
    /// <see cref="Confidence.Medium"/> by default. <see cref="Confidence.Low"/> also masks numbers that look like a
    /// card number only by length and checksum.
    /// </value>
    public Confidence MinimumConfidence { get; set; } = Confidence.Medium;

    /// <summary>How much work one rule may do for each character of a text before it is stopped.</summary>
    /// <value>64 by default, 8 to 4,096. Every text has a further 4,096 units, so short ones are never tight.</value>
    public int WorkPerCharacter { get; set; } = 64;

    internal void ThrowIfOutOfBounds()
    {
        ThrowIfUndefined(Mode, nameof(Mode));
        ThrowIfUndefined(OutboundMode ?? Mode, nameof(OutboundMode));
        ThrowIfUndefined(MinimumConfidence, nameof(MinimumConfidence));
        ArgumentOutOfRangeException.ThrowIfLessThan(WorkPerCharacter, MinWorkPerCharacter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(WorkPerCharacter, MaxWorkPerCharacter);
    }

    private static void ThrowIfUndefined<T>(T value, string option)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(option, value, "Not a member of the enumeration.");
        }
    }
}
