namespace ContactCenter.Transcripts;

/// <summary>Whose conversation is written down.</summary>
/// <param name="Name">How the customer wants to be addressed, redacted; null if that is not known.</param>
/// <param name="WrittenAt">When the transcript is made, on the floor's clock.</param>
internal sealed record TranscriptHead(ChatId Chat, CustomerId Customer, string? Name, DateTimeOffset WrittenAt);
