namespace ContactCenter.Redaction;

/// <summary>Why the pipeline could not judge a text.</summary>
public enum RedactionFailure
{
    /// <summary>It could: nothing failed.</summary>
    None,

    /// <summary>A rule threw.</summary>
    RuleThrew,

    /// <summary>A rule used up the work it is allowed for a text of that length.</summary>
    OutOfBudget,

    /// <summary>The rules found more than <see cref="FindingList.Capacity"/> spans.</summary>
    TooManyFindings,

    /// <summary>The rules went on finding new things in text they had already masked.</summary>
    Unstable,

    /// <summary>A replacer of the host's threw, or said that it wrote more than it could.</summary>
    ReplacerFailed,

    /// <summary>A validator of the host's threw.</summary>
    ValidatorFailed,
}
