using ContactCenter.Attachments;
using ContactCenter.Customers;
using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>What is kept of customers, and the files that have not arrived yet.</summary>
internal static partial class SnapshotCodec
{
    /// <summary>The last form of a state that knows nothing of attachments that are looked at again.</summary>
    private const byte WithoutRescannedFiles = 2;

    private static void WriteCustomers(RecordWriter to, Floor floor)
    {
        to.Texts([.. floor.OnHold.Select(customer => customer.Value).Order(StringComparer.Ordinal)]);
        to.Instant(floor.PurgeAt);
        to.Number(floor.Kept);
        var erasures = floor.Effects.Values.OfType<Erasure>().OrderBy(erasure => erasure.Number).ToArray();
        to.Number(erasures.Length);
        foreach (var erasure in erasures)
        {
            to.Number(erasure.Number);
            to.Customer(erasure.Customer);
            to.Instant(erasure.Before);
            to.Actor(erasure.By);
            to.Numbers(erasure.Chats.AsSpan());
            to.Number(erasure.Contacts);
            to.Number(erasure.Lines);
        }

        to.Flag(floor.Rescan is not null);
        if (floor.Rescan is { } rescan)
        {
            to.Number(rescan.Number);
            to.Instant(rescan.From);
            to.Number(rescan.UpTo);
            to.Actor(rescan.By);
            to.Number(rescan.Chat);
            to.Number(rescan.Lines);
            to.Number(rescan.Masked);
            to.Number(rescan.Unread);
        }

        to.Number(floor.LastAgents.Count);
        foreach (var last in floor.LastAgents)
        {
            to.Customer(last.Customer);
            to.Byte((byte)last.Channel);
            to.Agent(last.Agent);
            to.Instant(last.EndedAt);
        }
    }

    private static void ReadCustomers(ref RecordReader from, Floor floor)
    {
        floor.RestoreHistory(
            from.Texts().Select(CustomerId.Parse), from.OptionalInstant(), from.Number());
        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(new Erasure(
                from.Number(), from.OptionalCustomer().GetValueOrDefault(), from.Instant(), from.Actor())
            {
                Chats = from.Numbers(),
                Contacts = from.SmallNumber(),
                Lines = from.SmallNumber(),
            });
        }

        if (from.Flag())
        {
            floor.Restore(new RescanUnderWay(from.Number(), from.Instant(), from.Number(), from.Actor())
            {
                Chat = from.Number(),
                Lines = from.SmallNumber(),
                Masked = from.SmallNumber(),
                Unread = from.SmallNumber(),
            });
        }

        for (var left = from.Count(); left > 0; left--)
        {
            floor.Restore(new LastAgent(
                from.Customer(), from.Choice<Channel>(), from.Agent(), from.Instant()));
        }
    }

    private static void WriteFiles(RecordWriter to, Floor floor)
    {
        var files = floor.Effects.Values.OfType<Attachment>().OrderBy(file => file.Number).ToArray();
        to.Number(files.Length);
        foreach (var file in files)
        {
            to.Number(file.Number);
            to.Number(file.Chat);
            to.Actor(file.Author);
            to.Guid(file.File);
            to.Number(file.Length);
            to.Instant(file.DueAt);
            to.Byte((byte)file.State);
            to.Text(file.Code);
        }
    }

    private static void ReadFiles(ref RecordReader from, Floor floor)
    {
        for (var left = from.Count(); left > 0; left--)
        {
            floor.Add(new Attachment(
                from.Number(), from.Number(), from.Actor(), from.Guid(), from.Number(), from.OptionalInstant())
            {
                State = from.Choice<AttachmentState>(),
                Code = from.OptionalText(),
            });
        }
    }

    private static void WriteRescannedFiles(RecordWriter to, Floor floor)
    {
        if (floor.Rescan is { } rescan)
        {
            to.Number(rescan.File.Chat);
            to.Number(rescan.File.Line);
            to.Number(rescan.Files.Read);
            to.Number(rescan.Files.Masked);
            to.Number(rescan.Files.Withdrawn);
            to.Number(rescan.Files.NotJudged);
        }

        foreach (var file in floor.Effects.Values.OfType<Attachment>().OrderBy(file => file.Number))
        {
            to.Guid(file.Copy);
        }
    }

    private static void ReadRescannedFiles(ref RecordReader from, Floor floor)
    {
        if (floor.Rescan is { } rescan)
        {
            floor.Correct(rescan with
            {
                File = (from.Number(), from.SmallNumber()),
                Files = new RescannedFiles(
                    from.SmallNumber(), from.SmallNumber(), from.SmallNumber(), from.SmallNumber()),
            });
        }

        foreach (var file in floor.Effects.Values.OfType<Attachment>().OrderBy(file => file.Number).ToArray())
        {
            floor.Correct(file with { Copy = from.Guid() });
        }
    }
}
