using System.Globalization;
using System.Text;
using ContactCenter.Chats;
using ContactCenter.Transcripts;

namespace ContactCenter.Tests.Transcripts;

/// <summary>Lines of a conversation, and what they look like written down.</summary>
internal static class Conversation
{
    internal static DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 12, TimeSpan.Zero);

    internal static TranscriptHead Head { get; } =
        new(ChatId.Parse("main/chat-7"), "c-77", "김아나", Start + Times.Minutes(60));

    internal static TranscriptLine Said(string text, Actor? by = null, int sequence = 1) => new(
        sequence, Start + Times.Seconds(sequence - 1), LineKind.Message, by ?? Actor.Customer("c-77"), text,
        IsRedacted: false, Notice: null);

    internal static TranscriptLine Noticed(string notice, string? subject = null, int sequence = 1) => new(
        sequence, Start + Times.Seconds(sequence - 1), LineKind.Notice, People.Mina, string.Empty,
        IsRedacted: false, notice, subject);

    internal static Task<string> Text(params TranscriptLine[] lines) => Written(TranscriptFormat.Text, Head, lines);

    internal static Task<string> Json(params TranscriptLine[] lines) => Written(TranscriptFormat.Json, Head, lines);

    internal static Task<string> Html(params TranscriptLine[] lines) => Written(TranscriptFormat.Html, Head, lines);

    internal static async Task<string> Written(
        TranscriptFormat format, TranscriptHead head, TranscriptLine[] lines, string culture = "en")
    {
        using var stream = new MemoryStream();
        await TranscriptWriter.WriteAsync(
            head, lines.ToAsyncEnumerable(), format, new CultureInfo(culture), stream, CancellationToken.None);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }
}
