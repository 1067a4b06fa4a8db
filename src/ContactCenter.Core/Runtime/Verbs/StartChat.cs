using ContactCenter.Chats;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>What begins a chat, or, in a queue of another channel, a contact that is routed alike.</summary>
public sealed record StartChat
{
    /// <summary>The queue it is for.</summary>
    /// <value>Default: the one that <see cref="Classification"/> finds. One that is named wins.</value>
    public QueueName Queue { get; init; }

    /// <summary>Whose it is: the host's own id, never a name and never a card number.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What to call the customer; redacted like any text.</summary>
    /// <value>Default: nothing; then agents see the id. At most 200 characters.</value>
    public string? Name { get; init; }

    /// <summary>Their e-mail address; redacted like any text.</summary>
    /// <value>Default: nothing. At most 200 characters.</value>
    public string? Email { get; init; }

    /// <summary>
    /// When it comes to its queue. Until then it is scheduled: it counts as live, waits nowhere and outlives its
    /// customer's connection. Its age counts from here. Where the queue is closed at that time, what the queue says of
    /// contacts that come while it is closed holds for it too; one that nobody can take then ends.
    /// </summary>
    /// <value>Default: at once. Not in the past by more than a minute, at most 90 days ahead.</value>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// Once due it waits, with no place in line, until <see cref="ChatVerbs.ActivateAsync"/>: somebody looks first.
    /// </summary>
    /// <value>Default: false. Means nothing without <see cref="DueAt"/>.</value>
    public bool SuspendWhenDue { get; init; }

    /// <summary>Whether the bot speaks first; never where it is for later.</summary>
    /// <value>Default: what the queue says.</value>
    public bool? WithBot { get; init; }

    /// <summary>What it asks of the agent who takes it, and how urgent it is. The host's word, never the customer's.
    /// </summary>
    /// <value>Default: nothing.</value>
    public RoutingWishes? Wishes { get; init; }

    /// <summary>
    /// What is said of the contact: language, product, country and the like, for rules and strategies. The host's word,
    /// never the customer's. Kept in the log as it is, so nothing personal.
    /// </summary>
    /// <value>
    /// Default: nothing. At most 30. One that would be masked in a message, as "name value" or by its value alone, is
    /// refused.
    /// </value>
    public AttributeBag Attributes { get; init; } = AttributeBag.Empty;

    /// <summary>
    /// The name of the <see cref="ClassificationPolicy"/> that finds its queue, its priority and, beside its wishes,
    /// what it asks for.
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
