using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using ContactCenter.Runtime;

namespace ContactCenter.Wire;

/// <summary>
/// The one JSON form of verbs, outcomes and feeds, whatever carries it: WebSocket, SignalR, a queue.
/// </summary>
/// <remarks>
/// A field that a verb does not have is ignored, so a newer client may talk to an older floor; a field that is there
/// twice is refused, for two readers could read it differently. Safe for any thread.
/// </remarks>
public static class WireFormat
{
    /// <summary>The longest frame that is read, in bytes.</summary>
    public const int MaxFrame = 65_536;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>
    /// As generated, and letters of all scripts as they are: escaped, a Korean message is twice as long. What HTML
    /// minds stays escaped.
    /// </summary>
    private static readonly WireJson Json = new(new JsonSerializerOptions(WireJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    private static readonly FrozenDictionary<string, JsonTypeInfo> Contracts =
        Json.Verb.PolymorphismOptions!.DerivedTypes.ToFrozenDictionary(
            verb => (string)verb.TypeDiscriminator!, verb => Json.GetTypeInfo(verb.DerivedType)!);

    /// <summary>Reads a verb that a client sent. Never throws, whatever the bytes are.</summary>
    /// <param name="utf8">One frame; at most <see cref="MaxFrame"/> bytes.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="bad">
    /// <c>verb-malformed</c> with the field that was wrong as its subject: the name it should have, never what the
    /// frame held.
    /// </param>
    public static bool TryParseVerb(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out Verb? verb, [NotNullWhen(false)] out Rejection? bad)
    {
        Verb? read = null;
        var wrong = utf8.Length > MaxFrame ? "frame" : Read(utf8, out read);
        verb = wrong is null ? read : null;
        bad = wrong is null ? null : Rejections.VerbMalformed.About(wrong);
        return verb is not null;
    }

    /// <summary>The frame that tells what became of a verb.</summary>
    /// <param name="id">The verb's command id, so that the client knows what is answered.</param>
    /// <param name="outcome">What became of it.</param>
    public static ReadOnlyMemory<byte> Serialize(CommandId id, Outcome<VerbReply> outcome)
    {
        var to = id.IsNone ? default(CommandId?) : id;
        return Write(outcome switch
        {
            { IsAccepted: true } => new OutcomeFrame(to, OutcomeCase.Accepted, Reply: outcome.Value),
            { Rejection: { } rejection } => new OutcomeFrame(to, OutcomeCase.Rejected, Rejection: rejection),
            _ => new OutcomeFrame(to, OutcomeCase.Unknown),
        });
    }

    /// <summary>The frame that refuses what was no verb.</summary>
    /// <param name="rejection">Why.</param>
    public static ReadOnlyMemory<byte> Serialize(Rejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return Write(new OutcomeFrame(null, OutcomeCase.Rejected, Rejection: rejection));
    }

    /// <summary>The frame that shows a viewer one batch of their feed.</summary>
    /// <param name="batch">The batch.</param>
    public static ReadOnlyMemory<byte> Serialize(FeedBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Write(new FeedFrame(batch.Kind, batch.Position, batch.Previous, batch.ServerTime, batch.Items));
    }

    private static byte[] Write(Frame frame) => JsonSerializer.SerializeToUtf8Bytes(frame, Json.Frame);

    /// <summary>Reads a verb, or says what is wrong with it.</summary>
    private static string? Read(ReadOnlySpan<byte> utf8, out Verb? verb)
    {
        verb = null;
        JsonTypeInfo? contract = null;
        try
        {
            var frame = JsonElement.Parse(utf8, Strict);
            if (frame.ValueKind != JsonValueKind.Object)
            {
                return "frame";
            }

            if (!frame.TryGetProperty("verb", out var name)
                || name.ValueKind != JsonValueKind.String
                || !Contracts.TryGetValue(name.GetString()!, out contract))
            {
                return "verb";
            }

            if (contract.Properties.FirstOrDefault(
                field => IsRequired(field) && !frame.TryGetProperty(field.Name, out _)) is { } missing)
            {
                return missing.Name;
            }

            verb = (Verb)frame.Deserialize(contract)!;
            return verb.FieldOutOfBounds;
        }
        catch (JsonException malformed)
        {
            return FieldAt(malformed.Path, contract) ?? "frame";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return "frame";
        }
    }

    private static bool IsRequired(JsonPropertyInfo field) =>
        field.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    /// <summary>
    /// The field that a path leads to. The path itself would repeat whatever names the client has chosen.
    /// </summary>
    private static string? FieldAt(string? path, JsonTypeInfo? contract) =>
        contract?.Properties.FirstOrDefault(
            field => path == "$." + field.Name
                || path?.StartsWith($"$.{field.Name}[", StringComparison.Ordinal) == true)?.Name;
}
