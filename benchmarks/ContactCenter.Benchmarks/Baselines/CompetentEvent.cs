using System.Text.Json.Serialization;

namespace ContactCenter.Benchmarks.Baselines;

/// <summary>What the competent floor writes down: one flat event, its serializer generated.</summary>
internal sealed class CompetentEvent
{
    public string Type { get; set; } = string.Empty;

    public long Sequence { get; set; }

    public DateTimeOffset At { get; set; }

    public long Chat { get; set; }

    public long Offer { get; set; }

    public string? Agent { get; set; }

    public string? Customer { get; set; }

    public string? Queue { get; set; }

    public string? Text { get; set; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CompetentEvent))]
internal sealed partial class CompetentJson : JsonSerializerContext;
