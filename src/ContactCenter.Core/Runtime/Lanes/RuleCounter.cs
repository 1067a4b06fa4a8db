using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>What one redaction rule has found in the texts that passed the gate: figures, never what it was.</summary>
/// <param name="Kind">What the rule looks for.</param>
/// <param name="Rule">Its name.</param>
/// <param name="RuleVersion">Its version; of card numbers, that of the table of issuer ranges.</param>
/// <remarks>Findings of one text are counted one by one. Immutable, safe for any thread.</remarks>
public sealed record RuleCounter(RedactionKind Kind, string Rule, string RuleVersion)
{
    /// <summary>How many findings were masked.</summary>
    public long Masked { get; init; }

    /// <summary>For how many findings their text was dropped.</summary>
    public long Dropped { get; init; }

    /// <summary>For how many findings their text was blocked, and the attempt noted.</summary>
    public long Blocked { get; init; }

    /// <summary>How many findings were left as they are, and reported.</summary>
    public long Flagged { get; init; }

    /// <summary>How many findings a validator of the host's spoke for.</summary>
    public long Allowed { get; init; }

    /// <summary>How many texts it could not judge.</summary>
    public long Failed { get; init; }
}
