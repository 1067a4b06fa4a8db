namespace ContactCenter.Redaction;

/// <summary>A line of what a pipeline does: for which findings, in whose texts, which way, in which queue.</summary>
/// <remarks>
/// <para>
/// What is left out means all. Where several fit, one that names the kind goes before one that does not; of these, one
/// that names the queue; then one that names the author; then one that names the direction. Two that name the same are
/// refused.
/// </para>
/// <para>An immutable value.</para>
/// </remarks>
public sealed record RedactionPolicy
{
    /// <summary>What was found.</summary>
    /// <value><see langword="null"/> by default: anything.</value>
    public RedactionKind? Kind { get; init; }

    /// <summary>Which way the text travels.</summary>
    /// <value><see langword="null"/> by default: any.</value>
    public RedactionDirection? Direction { get; init; }

    /// <summary>Whose text it is.</summary>
    /// <value><see langword="null"/> by default: anybody's.</value>
    public ActorKind? Author { get; init; }

    /// <summary>The queue of the chat that the text is said in.</summary>
    /// <value><see langword="null"/> by default: any, and none.</value>
    public QueueName? Queue { get; init; }

    /// <summary>What becomes of the text.</summary>
    /// <value><see cref="RedactionAction.Redact"/> by default.</value>
    public RedactionAction Action { get; init; }

    /// <summary>How much it names, the more telling first.</summary>
    internal int Weight =>
        (Kind is null ? 0 : 8)
        + (Queue is null ? 0 : 4)
        + (Author is null ? 0 : 2)
        + (Direction is null ? 0 : 1);

    internal bool Fits(in RedactionContext context) =>
        (Direction is null || Direction == context.Direction)
        && (Author is null || Author == context.WrittenBy)
        && (Queue is null || Queue == context.Queue);
}
