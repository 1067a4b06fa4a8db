using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Journals;
using ContactCenter.Wire;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// The events of a log in the form that it has, beside the generated JSON that it is printed in: what readable JSON in
/// the database would take. The JSON leaves out which event it is.
/// </summary>
internal static class LogForms
{
    private const int Most = 20_000;

    public static async Task CompareAsync(IJournal journal, FloorId floor)
    {
        var events = await ReadAsync(journal, floor);
        var forms = events.ConvertAll(happened => LogJson.Default.GetTypeInfo(happened.GetType())!);
        var (written, binary) = (new ArrayBufferWriter<byte>(), new RecordWriter());
        using var json = new Utf8JsonWriter(written);
        var (asJson, asBinary) = (0L, 0L);
        await new Contest("An event of that log", events.Count).RunAsync(
            new Contestant("as JSON", count =>
            {
                asJson = 0;
                for (var index = 0; index < count; index++)
                {
                    written.ResetWrittenCount();
                    json.Reset();
                    JsonSerializer.Serialize(json, events[index], forms[index]);
                    asJson += written.WrittenCount;
                }

                return Task.CompletedTask;
            }),
            new Contestant("in binary form", count =>
            {
                asBinary = 0;
                for (var index = 0; index < count; index++)
                {
                    binary.Clear();
                    EventCodec.Write(binary, events[index]);
                    asBinary += binary.Length;
                }

                return Task.CompletedTask;
            }));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {asJson / (double)events.Count:F0} bytes an event as JSON, "
            + $"{asBinary / (double)events.Count:F0} in binary form"));
    }

    private static async Task<List<Event>> ReadAsync(IJournal journal, FloorId floor)
    {
        var events = new List<Event>();
        await foreach (var record in journal.ReadAsync(floor, after: 0, CancellationToken.None))
        {
            events.AddRange(BatchCodec.Read(record with { Payload = RecordSeal.Open(record) }).Events);
            if (events.Count >= Most)
            {
                break;
            }
        }

        return events;
    }
}
