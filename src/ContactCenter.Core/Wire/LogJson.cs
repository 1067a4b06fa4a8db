using System.Text.Json.Serialization;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Wire;

/// <summary>The JSON form of events, for whoever looks into a log: written, and never read back.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(AgentIdConverter), typeof(CustomerIdConverter), typeof(QueueNameConverter), typeof(ActorConverter),
        typeof(DigestConverter), typeof(AttributesConverter), typeof(WishesConverter), typeof(PlaceConverter),
        typeof(ConfigurationConverter), typeof(EditConverter),
        typeof(KebabCaseConverter<AvailabilityTrigger>), typeof(KebabCaseConverter<Availability>),
        typeof(KebabCaseConverter<OfferTrigger>), typeof(KebabCaseConverter<Channel>),
        typeof(KebabCaseConverter<ChatTrigger>), typeof(KebabCaseConverter<ObserverTrigger>),
        typeof(KebabCaseConverter<OfferKind>), typeof(KebabCaseConverter<Diversion>),
        typeof(KebabCaseConverter<RonaCause>), typeof(KebabCaseConverter<RonaConsequence>),
        typeof(KebabCaseConverter<AuditAction>), typeof(KebabCaseConverter<SessionEnd>),
    ])]
[JsonSerializable(typeof(AgentActive))]
[JsonSerializable(typeof(AgentHeld))]
[JsonSerializable(typeof(AgentLetGo))]
[JsonSerializable(typeof(AsidePosted))]
[JsonSerializable(typeof(AsideShown))]
[JsonSerializable(typeof(AuditNoted))]
[JsonSerializable(typeof(AvailabilityChanged))]
[JsonSerializable(typeof(BotAsked))]
[JsonSerializable(typeof(BotEffectClosed))]
[JsonSerializable(typeof(CallbackAsked))]
[JsonSerializable(typeof(CardRedacted))]
[JsonSerializable(typeof(ChatClosed))]
[JsonSerializable(typeof(ChatDiverted))]
[JsonSerializable(typeof(ChatEnded))]
[JsonSerializable(typeof(ChatMoved))]
[JsonSerializable(typeof(ChatQueued))]
[JsonSerializable(typeof(ChatRequeued))]
[JsonSerializable(typeof(ChatSleeps))]
[JsonSerializable(typeof(ChatStarted))]
[JsonSerializable(typeof(ChatTransferred))]
[JsonSerializable(typeof(ConferenceReduced))]
[JsonSerializable(typeof(ConfigurationEdited))]
[JsonSerializable(typeof(ContactActivated))]
[JsonSerializable(typeof(ContactAged))]
[JsonSerializable(typeof(ContactCancelled))]
[JsonSerializable(typeof(ContactClassified))]
[JsonSerializable(typeof(ContactLabelled))]
[JsonSerializable(typeof(ContactOfferable))]
[JsonSerializable(typeof(ContactOverdue))]
[JsonSerializable(typeof(ContactPlaced))]
[JsonSerializable(typeof(ContactScheduled))]
[JsonSerializable(typeof(ContactSuspended))]
[JsonSerializable(typeof(ContactWished))]
[JsonSerializable(typeof(ContactWithheld))]
[JsonSerializable(typeof(ContactsErased))]
[JsonSerializable(typeof(CoolOffEnded))]
[JsonSerializable(typeof(ErasureBegan))]
[JsonSerializable(typeof(FileBlocked))]
[JsonSerializable(typeof(FileCleared))]
[JsonSerializable(typeof(FileDelivered))]
[JsonSerializable(typeof(FileDestroyed))]
[JsonSerializable(typeof(FileMasked))]
[JsonSerializable(typeof(FileRescanned))]
[JsonSerializable(typeof(FileSent))]
[JsonSerializable(typeof(FileWithdrawn))]
[JsonSerializable(typeof(FloorConfigured))]
[JsonSerializable(typeof(HoldSet))]
[JsonSerializable(typeof(HoursBegan))]
[JsonSerializable(typeof(HoursEnded))]
[JsonSerializable(typeof(LinesMarked))]
[JsonSerializable(typeof(LinesRescanned))]
[JsonSerializable(typeof(MaskingTurned))]
[JsonSerializable(typeof(MessagePosted))]
[JsonSerializable(typeof(MessageRedacted))]
[JsonSerializable(typeof(NoAgentRuleFired))]
[JsonSerializable(typeof(NoticeShown))]
[JsonSerializable(typeof(ObserverMoved))]
[JsonSerializable(typeof(OfferClosed))]
[JsonSerializable(typeof(OfferExpiring))]
[JsonSerializable(typeof(OfferMade))]
[JsonSerializable(typeof(OfferPresented))]
[JsonSerializable(typeof(OffersWidened))]
[JsonSerializable(typeof(PaceEased))]
[JsonSerializable(typeof(PartReleased))]
[JsonSerializable(typeof(PlaceRegained))]
[JsonSerializable(typeof(PositionAsked))]
[JsonSerializable(typeof(PresenceEnded))]
[JsonSerializable(typeof(PresenceLost))]
[JsonSerializable(typeof(QueueClosed))]
[JsonSerializable(typeof(QueuePaused))]
[JsonSerializable(typeof(QueueResumed))]
[JsonSerializable(typeof(RescanBegan))]
[JsonSerializable(typeof(RonaCounted))]
[JsonSerializable(typeof(SessionClosed))]
[JsonSerializable(typeof(SessionOpened))]
[JsonSerializable(typeof(SilenceNoticed))]
[JsonSerializable(typeof(StrategyFailed))]
[JsonSerializable(typeof(TransferCalledOff))]
[JsonSerializable(typeof(WaitRuleFired))]
[JsonSerializable(typeof(WorkInterrupted))]
[JsonSerializable(typeof(WorkResumed))]
[JsonSerializable(typeof(WrapUpCompleted))]
[JsonSerializable(typeof(WrapUpHeld))]
[JsonSerializable(typeof(WrapUpStarted))]
internal sealed partial class LogJson : JsonSerializerContext;
