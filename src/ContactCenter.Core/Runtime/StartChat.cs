using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>What begins a chat, or, in a queue of another channel, a contact that is routed alike.</summary>
public sealed record StartChat
{
    /// <summary>The queue it is for.</summary>
    public required QueueName Queue { get; init; }

    /// <summary>Whose it is: the host's own id, never a name and never a card number.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What to call the customer; redacted like any text.</summary>
    /// <value>Default: nothing; then agents see the id. At most 200 characters.</value>
    public string? Name { get; init; }

    /// <summary>Their e-mail address; redacted like any text.</summary>
    /// <value>Default: nothing. At most 200 characters.</value>
    public string? Email { get; init; }

    /// <summary>Whether the bot speaks first.</summary>
    /// <value>Default: what the queue says.</value>
    public bool? WithBot { get; init; }

    /// <summary>What it asks of the agent who takes it, and how urgent it is. The host's word, never the customer's.
    /// </summary>
    /// <value>Default: nothing.</value>
    public RoutingWishes? Wishes { get; init; }

    /// <summary>The queue alone: whoever logs a request does so before anything in it was redacted.</summary>
    public override string ToString() => $"{nameof(StartChat)} for {Queue}";
}
