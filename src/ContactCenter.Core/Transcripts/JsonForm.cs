using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ContactCenter.Chats;

namespace ContactCenter.Transcripts;

/// <summary>One JSON object, in the names and forms that the wire has.</summary>
internal sealed class JsonForm(Page page) : ITranscriptForm
{
    // Letters of all scripts as they are: escaped, a Korean conversation is twice as long.
    private static readonly JsonWriterOptions AsWritten = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly Utf8JsonWriter _json = new(page.Content, AsWritten);

    /// <inheritdoc/>
    public void Open(TranscriptHead head)
    {
        _json.WriteStartObject();
        _json.WriteString("chat"u8, head.Chat.ToString());
        _json.WriteString("customer"u8, head.Customer.Value);
        WriteUnlessNull("name", head.Name);
        _json.WriteString("writtenAt"u8, head.WrittenAt);
        _json.WriteStartArray("lines"u8);
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Add(TranscriptLine line)
    {
        _json.WriteStartObject();
        _json.WriteNumber("sequence"u8, line.Sequence);
        _json.WriteString("at"u8, line.At);
        _json.WriteString("kind"u8, NameOf(line.Kind));
        _json.WriteString("author"u8, line.Author.ToString());
        WriteUnlessNull("name", line.Name);
        _json.WriteString("text"u8, line.Text);
        _json.WriteBoolean("redacted"u8, line.IsRedacted);
        WriteUnlessNull("notice", line.Notice);
        WriteUnlessNull("subject", line.Subject);
        if (line.FileLength is { } length)
        {
            _json.WriteNumber("fileLength"u8, length);
        }

        _json.WriteEndObject();

        // Into the page, not to the stream.
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Close()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static string NameOf(LineKind kind) => kind switch
    {
        LineKind.Message => "message",
        LineKind.Notice => "notice",
        LineKind.Whisper => "whisper",
        LineKind.File => "file",
        LineKind.Note => "note",
        LineKind.AgentNotice => "agent-notice",
        LineKind.WithdrawnFile => "withdrawn-file",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of line that has no name."),
    };

    private void WriteUnlessNull(string field, string? text)
    {
        if (text is not null)
        {
            _json.WriteString(field, text);
        }
    }
}
