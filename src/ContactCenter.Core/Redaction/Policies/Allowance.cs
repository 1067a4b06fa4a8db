namespace ContactCenter.Redaction;

/// <summary>A validator of the host's, for findings of one kind.</summary>
internal sealed record Allowance(RedactionKind Kind, string Name, RedactionValidator Allows);
