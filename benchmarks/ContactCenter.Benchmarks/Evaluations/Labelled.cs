using System.Text.Json.Serialization;

namespace ContactCenter.Benchmarks.Evaluations;

/// <summary>A line of a corpus: one text, or the messages of one conversation.</summary>
public sealed record LabelledLine(
    string? Text, LabelledSpan[]? Spans, string? Tier, string? Domain, LabelledMessage[]? Messages);

/// <summary>One message of a conversation.</summary>
public sealed record LabelledMessage(string Author, string Text, LabelledSpan[]? Spans);

/// <summary>What people or generators say is in a text, in UTF-16 units, the end excluded.</summary>
public sealed record LabelledSpan(int Start, int End, string Type, string? Group)
{
    [JsonIgnore]
    public bool IsNumber => Type == "PAN";

    /// <summary>What goes with a card.</summary>
    [JsonIgnore]
    public bool IsCode => Type is "CVV" or "EXPIRY" or "PIN";

    /// <summary>A card's number, or what goes with a card.</summary>
    [JsonIgnore]
    public bool IsOfCards => IsCalledNumber || IsCode || Type is "TRACK1" or "TRACK2" or "PIN_BLOCK";

    /// <summary>What people call a card number, whether its check digit holds or not.</summary>
    [JsonIgnore]
    public bool IsCalledNumber => Type is "PAN" or "PAN_SUSPECT";

    /// <summary>What may be masked without being a false hit.</summary>
    [JsonIgnore]
    public bool IsCardData => IsCalledNumber || Type is "CARD_FRAGMENT" or "CARD_NUMBER" or "TRACK1" or "TRACK2";
}
