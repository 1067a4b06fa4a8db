using System.Text.Json.Serialization;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Sessions;
using ContactCenter.Statistics;

namespace ContactCenter.Wire;

/// <summary>
/// The JSON form of what travels: camelCase, enumerations in kebab-case, ids as text, nothing that is null.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(AgentIdConverter), typeof(CustomerIdConverter), typeof(QueueNameConverter), typeof(ChatIdConverter),
        typeof(OfferIdConverter), typeof(CommandIdConverter), typeof(FeedPositionConverter), typeof(ActorConverter),
        typeof(RedactionKindConverter),
        typeof(KebabCaseConverter<Availability>), typeof(KebabCaseConverter<OfferState>),
        typeof(KebabCaseConverter<Channel>), typeof(KebabCaseConverter<ChatState>),
        typeof(KebabCaseConverter<LineKind>), typeof(KebabCaseConverter<FeedBatchKind>),
        typeof(KebabCaseConverter<OutcomeCase>), typeof(KebabCaseConverter<OfferKind>),
        typeof(KebabCaseConverter<ChatRole>), typeof(KebabCaseConverter<ChatAction>),
        typeof(KebabCaseConverter<PresenceState>), typeof(KebabCaseConverter<SessionEnd>),
        typeof(KebabCaseConverter<ContactList>), typeof(KebabCaseConverter<AttachmentState>),
        typeof(KebabCaseConverter<RonaCause>), typeof(KebabCaseConverter<RonaConsequence>),
        typeof(KebabCaseConverter<EstimateGap>),
    ])]
[JsonSerializable(typeof(Verb))]
[JsonSerializable(typeof(Frame))]
internal sealed partial class WireJson : JsonSerializerContext;
