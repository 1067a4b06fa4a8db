using ContactCenter.Chats;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>A request to start a chat, or, in a queue of another channel, a contact of that channel.</summary>
public sealed record StartChat
{
    /// <summary>The queue.</summary>
    /// <value>Default: the one that <see cref="Classification"/> finds. A queue named here wins.</value>
    public QueueName Queue { get; init; }

    /// <summary>The customer, by the host's own id: never a name and never a card number.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The customer's name; redacted like any text.</summary>
    /// <value>Default: none; then agents see the id. At most 200 characters.</value>
    public string? Name { get; init; }

    /// <summary>The customer's e-mail address; redacted like any text.</summary>
    /// <value>Default: none. At most 200 characters.</value>
    public string? Email { get; init; }

    /// <summary>
    /// When the contact comes to its queue. Until then it is scheduled: it counts as live, is in no line and outlives
    /// its customer's connection. Its age counts from this time. If the queue is closed then, it is treated like any
    /// contact that comes while the queue is closed; if it cannot be taken, it ends.
    /// </summary>
    /// <value>Default: at once. Not in the past by more than a minute, at most 90 days ahead.</value>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// Whether the contact, once due, is suspended until somebody calls <see cref="ChatVerbs.ActivateAsync"/>.
    /// </summary>
    /// <value>Default: false. Has no effect without <see cref="DueAt"/>.</value>
    public bool SuspendWhenDue { get; init; }

    /// <summary>Whether the bot speaks first; a scheduled contact never starts with the bot.</summary>
    /// <value>Default: as the queue is configured.</value>
    public bool? WithBot { get; init; }

    /// <summary>Priority, and which agents may or should take it. Set by the host, never by the customer.
    /// </summary>
    /// <value>Default: none.</value>
    public RoutingWishes? Wishes { get; init; }

    /// <summary>
    /// Facts about the contact, such as language, product or country, for rules and strategies. Set by the host, never
    /// by the customer. The log keeps them unmasked, so put nothing personal here.
    /// </summary>
    /// <value>
    /// Default: none. At most 30. An attribute that would be masked in a message, as "name value" or by its value
    /// alone, is rejected.
    /// </value>
    public AttributeBag Attributes { get; init; } = AttributeBag.Empty;

    /// <summary>
    /// The name of the <see cref="ClassificationPolicy"/> that finds the contact's queue, its priority and, beside its
    /// wishes, its requirements.
    /// </summary>
    /// <value>Default: none.</value>
    public string? Classification { get; init; }

    /// <summary>What the floor is asked; or why the wishes or attributes cannot be taken.</summary>
    internal Rejection? Read(RedactedText name, RedactedText email, out StartContact command)
    {
        var refused = ContactWishes.Read(Wishes, out var wishes) ?? ContactAttributes.Refusal(Attributes);
        command = new StartContact(Actor.Customer(Customer), Customer, Queue, name, email, WithBot)
        {
            Wishes = wishes,
            DueAt = DueAt,
            SuspendWhenDue = SuspendWhenDue,
            Position = Wishes?.Position,
            Attributes = Attributes,
            Classification = Classification,
        };
        return refused;
    }

    /// <summary>The queue alone: whoever logs a request does so before anything in it was redacted.</summary>
    public override string ToString() => $"{nameof(StartChat)} for {Queue}";
}
