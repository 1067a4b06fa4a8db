namespace ContactCenter.Redaction;

/// <summary>How sure a rule is that a span really is what the rule looks for.</summary>
/// <remarks>
/// The pipeline masks a finding when its confidence reaches <see cref="RedactionOptions.MinimumConfidence"/>.
/// </remarks>
public enum Confidence
{
    /// <summary>The shape fits, but ordinary numbers fit it too: masked only by a strict floor.</summary>
    Low,

    /// <summary>More likely than not the real thing: masked by default.</summary>
    Medium,

    /// <summary>Structure, checksum and surroundings all agree.</summary>
    High,
}
