namespace ContactCenter.Redaction;

/// <summary>What the pipeline may know about a text besides its characters.</summary>
/// <remarks>An immutable value; the default one describes a message from the customer.</remarks>
public readonly record struct RedactionContext
{
    /// <summary>Which way the text travels.</summary>
    /// <value><see cref="RedactionDirection.Inbound"/> by default.</value>
    public RedactionDirection Direction { get; init; }
}
