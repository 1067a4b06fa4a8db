using System.Text.Json.Serialization;
using ContactCenter.Floors;
using ContactCenter.Runtime;

namespace ContactCenter.Wire;

/// <summary>What the floor sends: its <c>type</c> says what it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OutcomeFrame), "outcome")]
[JsonDerivedType(typeof(FeedFrame), "feed")]
internal abstract record Frame;

/// <summary>What became of a verb.</summary>
/// <param name="CommandId">The verb's; null where it had none, or where it was not understood.</param>
internal sealed record OutcomeFrame(
    CommandId? CommandId, OutcomeCase Outcome, VerbReply? Reply = null, Rejection? Rejection = null) : Frame;

/// <summary>What a viewer is shown.</summary>
internal sealed record FeedFrame(
    FeedBatchKind Kind,
    FeedPosition Position,
    long Previous,
    DateTimeOffset ServerTime,
    IReadOnlyList<FeedItem> Items) : Frame;

/// <summary>The three cases of an outcome.</summary>
internal enum OutcomeCase : byte
{
    /// <summary>It happened.</summary>
    Accepted,

    /// <summary>It was refused.</summary>
    Rejected,

    /// <summary>It may have happened: the same command id sent again tells.</summary>
    Unknown,
}
