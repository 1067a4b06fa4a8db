using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Wire;

/// <summary>Records of the log as JSON: for whoever looks into a journal, and for feeds to other systems.</summary>
/// <remarks>The log holds no text that people wrote, and neither does this.</remarks>
public static class LogFormat
{
    private static readonly JsonWriterOptions Readable = new()
    {
        // For people and files, not for a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One record as one line: its sequence, its instant, the command it answers, and its events.</summary>
    /// <param name="record">As the journal gives it.</param>
    /// <exception cref="JournalFormatException">It is torn, damaged, or of a version that is not known.</exception>
    public static string Write(in JournalRecord record)
    {
        var batch = BatchCodec.Read(record with { Payload = RecordSeal.Open(record) });
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, Readable))
        {
            Write(writer, batch);
        }

        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Batch batch)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", batch.Sequence);
        writer.WriteString("at", batch.At);
        if (!batch.Id.IsNone)
        {
            writer.WriteString("command", batch.Id.Value);
        }

        writer.WriteStartArray("events");
        foreach (var happened in batch.Events)
        {
            Write(writer, happened);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Event happened)
    {
        var type = happened.GetType();
        writer.WriteStartObject();
        writer.WriteString("event", JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));
        foreach (var field in JsonSerializer.SerializeToElement(happened, LogJson.Default.GetTypeInfo(type)!)
            .EnumerateObject())
        {
            field.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
