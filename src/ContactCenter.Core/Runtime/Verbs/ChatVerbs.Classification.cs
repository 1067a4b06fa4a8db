using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>What is said of contacts and what they ask for, and what follows from it.</summary>
public sealed partial class ChatVerbs
{
    /// <summary>Changes what a contact asks for, and how urgent it is. It keeps its age and its queue.</summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="wishes">What it asks for from now on.</param>
    /// <param name="by">Who says so: a supervisor who may reassign it, or the host.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>wishes-invalid</c>, <c>id-holds-card-data</c>, <c>redaction-failed</c>, <c>chat-unknown</c>,
    /// <c>chat-ended</c>, <c>not-permitted</c> or <c>busy</c>.
    /// </returns>
    public async ValueTask<Outcome<Receipt>> ReclassifyAsync(
        ChatId chat,
        RoutingWishes wishes,
        Actor by,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        if ((Find(chat, out var run) ?? await run.Lanes.RefusalAsync([], wishes).ConfigureAwait(false)) is { } unclean)
        {
            return Outcome<Receipt>.Rejected(unclean);
        }

        return ContactWishes.Read(wishes, out var read) is { } refused
            ? Outcome<Receipt>.Rejected(refused)
            : await AskAsync(
                chat,
                number => new ReclassifyContact(by, number, read) { Position = wishes.Position },
                id,
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says something of a contact: what is named is said anew, all else stays as it was.</summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="attributes">The new values, of whatever kind; a null takes back what was said.</param>
    /// <param name="by">Who says so: a supervisor who may reassign it, or the host.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>attributes-invalid</c>, <c>id-holds-card-data</c> (with the name of the attribute),
    /// <c>redaction-failed</c>, <c>chat-unknown</c>, <c>chat-ended</c>, <c>not-permitted</c> or <c>busy</c>.
    /// </returns>
    public async ValueTask<Outcome<Receipt>> LabelAsync(
        ChatId chat,
        IReadOnlyDictionary<string, AttributeValue?> attributes,
        Actor by,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ImmutableArray<(string, AttributeValue?)> patch =
            [.. attributes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];
        var unclean = ContactAttributes.Refusal(patch)
            ?? Find(chat, out var run)
            ?? await run.Lanes.RefusalAsync(patch).ConfigureAwait(false);
        return unclean is not null
            ? Outcome<Receipt>.Rejected(unclean)
            : await AskAsync(chat, number => new ClassifyContact(by, number, patch, null), id, cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>
    /// Classifies a contact by what is said of it now. What the policy does not speak of stays: its priority, what it
    /// asks for, its queue. A contact that no agent has goes to the queue that the policy finds: one that waits where
    /// that is open and has room, and open offers of it are withdrawn then; one that is with the bot, set aside or for
    /// later in any case, and what it finds there is decided when it comes to wait.
    /// </summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="classification">The name of one of the floor's policies.</param>
    /// <param name="by">Who asks: a supervisor who may reassign it, or the host.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>classification-unknown</c>, <c>chat-unknown</c>, <c>chat-ended</c>, <c>not-permitted</c> or
    /// <c>busy</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> ClassifyAsync(
        ChatId chat,
        string classification,
        Actor by,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classification);
        return AskAsync(chat, number => new ClassifyContact(by, number, [], classification), id, cancellationToken);
    }
}
