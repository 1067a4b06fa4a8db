namespace ContactCenter.Redaction;

/// <summary>The three ways in which the pipeline can answer.</summary>
public enum RedactionVerdict
{
    /// <summary>
    /// The text could not be judged, so it must not go anywhere. The first member, so that a result nobody filled
    /// in is closed, not open.
    /// </summary>
    Failed,

    /// <summary>The text is clean, or was masked, and may travel.</summary>
    Passed,

    /// <summary>The text held something that this floor blocks whole.</summary>
    Dropped,
}
