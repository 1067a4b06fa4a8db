namespace ContactCenter.Redaction;

/// <summary>What the pipeline may know about a text besides its characters.</summary>
/// <remarks>An immutable value; the default one describes a message from the customer.</remarks>
public readonly record struct RedactionContext
{
    /// <summary>Which way the text travels.</summary>
    /// <value><see cref="RedactionDirection.Inbound"/> by default.</value>
    public RedactionDirection Direction { get; init; }

    /// <summary>Whether the conversation is about a payment card just now: its number was asked for, say.</summary>
    /// <value>
    /// <see langword="false"/> by default. Rules then also believe numbers that the text alone does not call a card's,
    /// and codes in words where they are named, in a text without a digit too.
    /// </value>
    public bool IsAboutCards { get; init; }

    /// <summary>What was asked for just now: a number in the answer is believed to be it without a name.</summary>
    /// <value><see cref="AskedFor.None"/> by default.</value>
    public AskedFor AskedFor { get; init; }

    /// <summary>Whose text it is, for policies that ask.</summary>
    /// <value><see langword="null"/> by default: the customer's if it travels inbound, otherwise nobody's.</value>
    public ActorKind? Author { get; init; }

    /// <summary>The queue of the chat it is said in, for policies that ask.</summary>
    /// <value><see langword="null"/> by default: none.</value>
    public QueueName? Queue { get; init; }

    /// <summary>What the digits of the text are part of, told over several messages; nothing by default.</summary>
    internal RedactionKind PartOf { get; init; }

    /// <summary>It names a code, or tells part of a number, whose digits may be words.</summary>
    internal bool MayTellInWords { get; init; }

    /// <summary>Takes down what tokens stand for; null where there can be none.</summary>
    internal TokenSheet? Tokens { get; init; }

    /// <summary>It was said long ago, and cannot be refused any more: what would be is masked.</summary>
    internal bool IsKept { get; init; }

    /// <summary>Few digits may say much, whatever words stand beside them.</summary>
    internal bool IsAnswer => AskedFor != AskedFor.None || PartOf != default;

    /// <summary>Words may be digits, though there is no other digit and they are too few for a card number.</summary>
    internal bool MayBeInWords => MayTellInWords | IsAboutCards | (AskedFor != AskedFor.None);

    internal ActorKind? WrittenBy =>
        Author ?? (Direction == RedactionDirection.Inbound ? ActorKind.Customer : default(ActorKind?));
}
