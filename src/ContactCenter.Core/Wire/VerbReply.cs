using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Responses;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Statistics;

namespace ContactCenter.Wire;

/// <summary>What an accepted verb gives back: of all this, what the verb has to give. The rest is null.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record VerbReply
{
    /// <summary>Where the log holds what was asked; a feed from here on shows it. Null for a question.</summary>
    public FeedPosition? Position { get; init; }

    /// <summary>The contact that was begun or taken.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>The place of a message in its chat.</summary>
    public int? Sequence { get; init; }

    /// <summary>Whether something in a message was masked before anybody saw it: the sender should be told.</summary>
    public bool? IsRedacted { get; init; }

    /// <summary>The contacts that were taken all at once, in order.</summary>
    public IReadOnlyList<ChatId>? Taken { get; init; }

    /// <summary>Why others of them were not.</summary>
    public IReadOnlyList<Rejection>? NotTaken { get; init; }

    /// <summary>How the chat stands.</summary>
    public ChatShown? State { get; init; }

    /// <summary>What was said, in order, redacted.</summary>
    public IReadOnlyList<TranscriptLine>? Lines { get; init; }

    /// <summary>The contacts that wait, in order.</summary>
    public IReadOnlyList<ChatShown>? Waiting { get; init; }

    /// <summary>How many contacts there are to choose from, on all pages.</summary>
    public int? Total { get; init; }

    /// <summary>When a queue is open, and whether it is now.</summary>
    public QueueHours? Hours { get; init; }

    /// <summary>Why a contact is, or is not, offered.</summary>
    public DecisionRecord? Decision { get; init; }

    /// <summary>To whom a contact may be given.</summary>
    public TransferDirectory? Directory { get; init; }

    /// <summary>The wrap-up reasons to choose from.</summary>
    public IReadOnlyList<WrapUpReason>? Reasons { get; init; }

    /// <summary>The idle codes to choose from.</summary>
    public IReadOnlyList<IdleCode>? IdleCodes { get; init; }

    /// <summary>The contacts that were asked for.</summary>
    public IReadOnlyList<ChatShown>? Contacts { get; init; }

    /// <summary>The agents that were asked for.</summary>
    public IReadOnlyList<AgentShown>? Agents { get; init; }

    /// <summary>A page of the contact history of a customer.</summary>
    public HistoryPage? History { get; init; }

    /// <summary>The predefined responses to choose from.</summary>
    public IReadOnlyList<PredefinedResponse>? Responses { get; init; }

    /// <summary>The response that was picked, filled in: for the message that is being written.</summary>
    public PickedResponse? Picked { get; init; }

    /// <summary>What else another source of history knows.</summary>
    public SourceHistory? More { get; init; }

    /// <summary>How a queue stands, and has done.</summary>
    public QueueStatistics? QueueStatistics { get; init; }

    /// <summary>A page of queues.</summary>
    public QueuePage? Queues { get; init; }

    /// <summary>A page of the contacts that are for later, or were set aside.</summary>
    public ScheduledPage? Scheduled { get; init; }

    /// <summary>Where a contact stands in its line, and how long it will probably wait.</summary>
    public WaitEstimate? Estimate { get; init; }

    /// <summary>What an agent has done today.</summary>
    public AgentStatistics? AgentStatistics { get; init; }

    /// <summary>Why an agent is, or is not, offered something.</summary>
    public AgentOutlook? Outlook { get; init; }

    /// <summary>What a token stands for: to be shown, and kept nowhere.</summary>
    public RevealedValue? Revealed { get; init; }

    /// <summary>Who may do what in a chat, and when.</summary>
    public IReadOnlyList<ChatPermission>? Permissions { get; init; }
}
