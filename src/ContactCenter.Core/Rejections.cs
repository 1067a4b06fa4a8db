namespace ContactCenter;

/// <summary>
/// Every refusal the floor knows, by its stable code. The list is closed: a host may translate each of them.
/// </summary>
/// <remarks>The instances are immutable and safe for any thread; those about something carry a subject.</remarks>
public static class Rejections
{
    /// <summary>The move is not in the lifecycle's table for the present state.</summary>
    public static Rejection NotAllowed { get; } = new("not-allowed", "Not possible in the present state.");

    /// <summary>The one who asks may not ask this.</summary>
    public static Rejection NotPermitted { get; } = new("not-permitted", "Whoever asks may not do this.");

    /// <summary>The floor has no such agent.</summary>
    public static Rejection AgentUnknown { get; } = new("agent-unknown", "The floor has no such agent.");

    /// <summary>The floor has no such queue.</summary>
    public static Rejection QueueUnknown { get; } = new("queue-unknown", "The floor has no such queue.");

    /// <summary>The chat never was, is of another floor, or is closed and wrapped up.</summary>
    public static Rejection ChatUnknown { get; } = new("chat-unknown", "No such chat is open on this floor.");

    /// <summary>The offer never was, or was answered, missed or withdrawn.</summary>
    public static Rejection OfferGone { get; } = new("offer-gone", "This offer is no longer open.");

    /// <summary>The answer came at the deadline or after it.</summary>
    public static Rejection OfferExpired { get; } = new("offer-expired", "The offer ran out before it was answered.");

    /// <summary>The queue lets its offers be accepted or missed, not declined.</summary>
    public static Rejection DeclineNotAllowed { get; } =
        new("decline-not-allowed", "The queue does not let this offer be declined.");

    /// <summary>A decline that asks to be offered the contact again after no time, or after more than a day.</summary>
    public static Rejection RetryInvalid { get; } =
        new("retry-invalid", "Whoever declines can be asked again within a day.");

    /// <summary>An idle code the floor does not have, or that only the engine assigns.</summary>
    public static Rejection IdleCodeUnknown { get; } = new("idle-code-unknown", "No such idle code can be chosen.");

    /// <summary>An idle code that the agent's profile does not expose.</summary>
    public static Rejection IdleCodeNotExposed { get; } =
        new("idle-code-not-exposed", "The agent's profile does not offer this idle code.");

    /// <summary>Sign-out with an offer showing, a contact running or a wrap-up due.</summary>
    public static Rejection ContactsOpen { get; } =
        new("contacts-open", "Offers must be answered and contacts wrapped up first.");

    /// <summary>A message without a visible character.</summary>
    public static Rejection MessageEmpty { get; } = new("message-empty", "An empty message is not sent.");

    /// <summary>A text that passes the limit; the subject names the field and the limit.</summary>
    public static Rejection TextTooLong { get; } = new("text-too-long", "The text passes its limit.");

    /// <summary>A text with half a surrogate pair or a NUL, which no store keeps faithfully.</summary>
    public static Rejection TextMalformed { get; } = new("text-malformed", "The text is not well-formed Unicode.");

    /// <summary>The redaction policy drops messages that hold such data; the subject names the kind.</summary>
    public static Rejection MessageDropped { get; } =
        new("message-dropped", "The message held data that may not be sent, and was not delivered.");

    /// <summary>
    /// A redaction rule failed or ran out of its budget, and the subject names it; or the vault of tokens did
    /// (<c>vault</c>), or there was no time (<c>deadline</c>).
    /// </summary>
    public static Rejection RedactionFailed { get; } =
        new("redaction-failed", "The message could not be scanned, and was not delivered.");

    /// <summary>A token that stands for nothing: it has expired, its contact is gone, or it never did.</summary>
    public static Rejection TokenUnknown { get; } =
        new("token-unknown", "The token stands for nothing that is kept.");

    /// <summary>What a token stands for, asked without saying what for.</summary>
    public static Rejection PurposeRequired { get; } =
        new("purpose-required", "Who asks what a token stands for has to say what for.");

    /// <summary>The vault fails or is late.</summary>
    public static Rejection VaultUnavailable { get; } =
        new("vault-unavailable", "What the token stands for cannot be read now.");

    /// <summary>An id that reads as a card number, or something said of a contact that would be masked.</summary>
    public static Rejection IdHoldsCardData { get; } =
        new("id-holds-card-data", "It reads as card data, and is kept unmasked.");

    /// <summary>A conversation verb on a call, an e-mail or a social contact.</summary>
    public static Rejection NoConversation { get; } =
        new("no-conversation", "Contacts of this channel have no conversation here.");

    /// <summary>The chat has ended and takes no more messages.</summary>
    public static Rejection ChatEnded { get; } = new("chat-ended", "The chat has ended.");

    /// <summary>The floor has as many live contacts of the channel as it takes.</summary>
    public static Rejection ChannelFull { get; } =
        new("channel-full", "The floor has as many live contacts of this channel as it takes.");

    /// <summary>The chat has as many messages as one chat may have.</summary>
    public static Rejection ChatFull { get; } = new("chat-full", "The chat has as many messages as a chat may have.");

    /// <summary>A wrap-up without a reason, where the floor has reasons.</summary>
    public static Rejection ReasonRequired { get; } = new("reason-required", "A wrap-up needs a reason.");

    /// <summary>A wrap-up reason the floor does not have, or a reason that is no code.</summary>
    public static Rejection ReasonUnknown { get; } = new("reason-unknown", "No such reason can be given.");

    /// <summary>What a contact asks for cannot be read, or is out of bounds; the subject says what and where.</summary>
    public static Rejection WishesInvalid { get; } =
        new("wishes-invalid", "What the contact asks for cannot be read.");

    /// <summary>What is said of a contact is too much, or under no name; the subject says what.</summary>
    public static Rejection AttributesInvalid { get; } =
        new("attributes-invalid", "What is said of the contact cannot be kept.");

    /// <summary>The floor has no such policy to classify contacts by.</summary>
    public static Rejection ClassificationUnknown { get; } =
        new("classification-unknown", "The floor has no such classification.");

    /// <summary>More wrap-up reasons than the policy takes, or one twice.</summary>
    public static Rejection TooManyReasons { get; } =
        new("too-many-reasons", "More wrap-up reasons than the policy takes, or one of them twice.");

    /// <summary>The countdown to auto wrap-up may not be cancelled, or does not run.</summary>
    public static Rejection WrapUpNotExtendable { get; } =
        new("wrap-up-not-extendable", "No countdown to auto wrap-up runs that may be cancelled.");

    /// <summary>An answer to an effect that was answered before, ran late, or whose chat has moved on.</summary>
    public static Rejection EffectGone { get; } = new("effect-gone", "Nobody waits for this answer any more.");

    /// <summary>The same command id with other content.</summary>
    public static Rejection CommandIdConflict { get; } =
        new("command-id-conflict", "This command id was used for another request.");

    /// <summary>A command id older than the floor remembers; whether it had an effect is not known.</summary>
    public static Rejection CommandTooOld { get; } =
        new("command-too-old", "The command id is older than the floor remembers.");

    /// <summary>A command id whose own instant is more than a minute ahead of the floor's clock.</summary>
    public static Rejection CommandIdAhead { get; } =
        new("command-id-ahead", "The command id was made by a clock that is ahead of the floor's.");

    /// <summary>The mailbox or lane is full; try again.</summary>
    public static Rejection Busy { get; } = new("busy", "The floor is too busy to take this now.");

    /// <summary>The floor is not running.</summary>
    public static Rejection NotRunning { get; } = new("not-running", "The floor is not running.");

    /// <summary>A configuration that contradicts itself or the work in hand; the subject lists all errors.</summary>
    public static Rejection ConfigurationInvalid { get; } =
        new("configuration-invalid", "The configuration cannot hold.");

    /// <summary>An edit of a configuration that the host's file or code owns.</summary>
    public static Rejection ConfigurationOwnedByFile { get; } =
        new("configuration-owned-by-file", "The host's file owns the configuration; verbs do not edit it.");

    /// <summary>An edit that was made on another revision than the one in force.</summary>
    public static Rejection ConfigurationStale { get; } =
        new("configuration-stale", "Another revision of the configuration is in force by now.");

    /// <summary>A wire verb that is not understood; the subject names what was wrong.</summary>
    public static Rejection VerbMalformed { get; } = new("verb-malformed", "The verb is not understood.");

    /// <summary>The session a wire verb came through is closed.</summary>
    public static Rejection SessionClosed { get; } =
        new("session-closed", "The session was closed; nothing more is asked through it.");

    /// <summary>A transfer or an invitation to an agent who is not available.</summary>
    public static Rejection AgentUnavailable { get; } = new("agent-unavailable", "The agent is not available.");

    /// <summary>A transfer or an invitation to an agent who has no room for one more contact of the channel.</summary>
    public static Rejection AgentFull { get; } =
        new("agent-full", "The agent has no room for one more contact of this channel.");

    /// <summary>A transfer or an invitation to oneself, or to somebody the agent's profile does not reach.</summary>
    public static Rejection TargetNotPermitted { get; } =
        new("target-not-permitted", "The chat may not be given to this queue or agent.");

    /// <summary>The offer is still connecting and cannot be answered yet.</summary>
    public static Rejection OfferConnecting { get; } =
        new("offer-connecting", "The request is still connecting and cannot be answered yet.");

    /// <summary>A desk that accepts by itself, in another than the agent's first session.</summary>
    public static Rejection NotPrimarySession { get; } =
        new("not-primary-session", "Only the agent's first session accepts by itself.");

    /// <summary>The party has as many open sessions as it may have.</summary>
    public static Rejection SessionLimit { get; } =
        new("session-limit", "As many sessions are open as one party may have.");

    /// <summary>A whisper by a supervisor who does not monitor the chat.</summary>
    public static Rejection NotMonitoring { get; } =
        new("not-monitoring", "The supervisor does not monitor the chat.");

    /// <summary>A mark at a line that was not said yet.</summary>
    public static Rejection LineUnknown { get; } = new("line-unknown", "The chat has no such line yet.");

    /// <summary>A verb about a customer that names none.</summary>
    public static Rejection CustomerUnknown { get; } = new("customer-unknown", "The verb names no customer.");

    /// <summary>An erasure of a customer who is under legal hold.</summary>
    public static Rejection LegalHold { get; } =
        new("legal-hold", "The customer is under legal hold; nothing is destroyed.");

    /// <summary>A second erasure, or a hold, while what is kept of the customer is being destroyed.</summary>
    public static Rejection ErasureRunning { get; } =
        new("erasure-running", "What is kept of the customer is being destroyed already.");

    /// <summary>A second rescan while what is kept of conversations is read once more.</summary>
    public static Rejection RescanRunning { get; } =
        new("rescan-running", "What is kept of conversations is being read once more already.");

    /// <summary>A rescan for a rule that the floor does not have, or only in an older version.</summary>
    public static Rejection RuleOutdated { get; } =
        new("rule-outdated", "The floor has no such rule, or an older version of it.");

    /// <summary>As many customers are under legal hold as there may be.</summary>
    public static Rejection TooManyHolds { get; } =
        new("too-many-holds", "As many customers are under legal hold as there may be.");

    /// <summary>A source of history that the host has not added.</summary>
    public static Rejection SourceUnknown { get; } = new("source-unknown", "There is no such source of history.");

    /// <summary>Files on a floor that takes none.</summary>
    public static Rejection AttachmentsOff { get; } = new("attachments-off", "This floor takes no attachments.");

    /// <summary>More files than one message may have.</summary>
    public static Rejection TooManyFiles { get; } = new("too-many-files", "The message has more files than it may.");

    /// <summary>Files that are too large together.</summary>
    public static Rejection FilesTooLarge { get; } = new("files-too-large", "The files are too large together.");

    /// <summary>A file of a kind that the floor does not take; the subject is its place.</summary>
    public static Rejection ExtensionNotAllowed { get; } =
        new("extension-not-allowed", "Files of this kind are not taken.");

    /// <summary>A line that is no attachment, or whose file is gone.</summary>
    public static Rejection FileGone { get; } = new("file-gone", "There is no such attachment.");

    /// <summary>An attachment in which a rescan has found something.</summary>
    public static Rejection FileWithdrawn { get; } =
        new("file-withdrawn", "The attachment was withdrawn, and nothing of it is left.");

    /// <summary>A predefined response that there is not, or that is not for the contact at hand.</summary>
    public static Rejection ResponseUnknown { get; } =
        new("response-unknown", "There is no such response for this contact.");

    /// <summary>The source of predefined responses fails or is late, or the host has given none.</summary>
    public static Rejection ResponsesUnavailable { get; } =
        new("responses-unavailable", "The predefined responses cannot be read now.");

    /// <summary>A contact that somebody would take, and that does not wait any more.</summary>
    public static Rejection NotWaiting { get; } = new("not-waiting", "The contact does not wait any more.");

    /// <summary>
    /// The queue is closed by its opening hours; the subject is the instant at which it opens, in UTC, where it does.
    /// </summary>
    public static Rejection OutsideHours { get; } = new("outside-hours", "The queue is closed at this time.");

    /// <summary>As many contacts wait in the queue as may, and it does not overflow to one with room.</summary>
    public static Rejection QueueFull { get; } =
        new("queue-full", "As many contacts wait in the queue as may.");

    /// <summary>A contact that is to come in the past, or more than 90 days ahead.</summary>
    public static Rejection DueOutOfBounds { get; } =
        new("due-out-of-bounds", "A contact can be scheduled from now on, for 90 days at most.");

    /// <summary>All of them, in the order of this list.</summary>
    public static IReadOnlyList<Rejection> All { get; } =
    [
        NotAllowed, NotPermitted, AgentUnknown, QueueUnknown, ChatUnknown, OfferGone, OfferExpired,
        DeclineNotAllowed, RetryInvalid, IdleCodeUnknown, IdleCodeNotExposed, ContactsOpen, MessageEmpty,
        TextTooLong, TextMalformed, MessageDropped, RedactionFailed, TokenUnknown, PurposeRequired, VaultUnavailable,
        IdHoldsCardData, NoConversation, ChatEnded,
        ChannelFull, ChatFull, ReasonRequired, ReasonUnknown, WishesInvalid, AttributesInvalid, ClassificationUnknown,
        TooManyReasons, WrapUpNotExtendable, EffectGone,
        CommandIdConflict, CommandTooOld, CommandIdAhead, Busy, NotRunning, ConfigurationInvalid,
        ConfigurationOwnedByFile, ConfigurationStale, VerbMalformed, SessionClosed, AgentUnavailable, AgentFull,
        TargetNotPermitted, OfferConnecting, NotPrimarySession, SessionLimit, NotMonitoring, LineUnknown,
        CustomerUnknown, LegalHold, ErasureRunning, RescanRunning, RuleOutdated, TooManyHolds, SourceUnknown,
        AttachmentsOff, TooManyFiles,
        FilesTooLarge, ExtensionNotAllowed, FileGone, FileWithdrawn, ResponseUnknown, ResponsesUnavailable,
        NotWaiting, OutsideHours, QueueFull, DueOutOfBounds,
    ];
}
