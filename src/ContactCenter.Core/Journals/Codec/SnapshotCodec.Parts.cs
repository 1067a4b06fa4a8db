using ContactCenter.Chats;

namespace ContactCenter.Journals;

/// <summary>The parts that agents have in contacts, and how far lines have reached people.</summary>
internal static partial class SnapshotCodec
{
    private static void Write(RecordWriter to, Participation part)
    {
        to.Agent(part.Agent);
        to.Number(part.Offer);
        to.Byte((byte)part.Role);
        to.Byte((byte)part.State);
        to.Instant(part.Since);
        to.Number(part.AcceptedAt);
        to.Queue(part.AcceptedFrom == default ? default(QueueName?) : part.AcceptedFrom);
        to.Instant(part.WrapUpSince);
        to.Instant(part.WrapUpDueAt);
        to.Number(part.FirstLine);
        to.Number(part.FirstAside);
        to.Number(part.LastLine);
        Write(to, part.Mark);
        to.Flag(part.HoldsSlot);
        to.Flag(part.HoldsQueue);
        to.Flag(part.IsAsleep);
        Write(to, part.Interruption);
    }

    private static Participation ReadPart(ref RecordReader from)
    {
        var (agent, offer, role) = (from.Agent(), from.Number(), from.Choice<ChatRole>());
        var (state, since) = (from.Choice<ParticipationState>(), from.Instant());
        return new Participation(agent, offer, role, since)
        {
            State = state,
            AcceptedAt = from.Number(),
            AcceptedFrom = from.OptionalQueue().GetValueOrDefault(),
            WrapUpSince = from.Instant(),
            WrapUpDueAt = from.OptionalInstant(),
            FirstLine = from.SmallNumber(),
            FirstAside = from.SmallNumber(),
            LastLine = from.SmallNumber(),
            Mark = new Mark(from.SmallNumber(), from.SmallNumber()),
            HoldsSlot = from.Flag(),
            HoldsQueue = from.Flag(),
            IsAsleep = from.Flag(),
            Interruption = ReadInterruption(ref from),
        };
    }

    private static void Write(RecordWriter to, Interruption? interruption)
    {
        to.Flag(interruption is not null);
        if (interruption is not null)
        {
            to.Instant(interruption.Since);
            to.Period(interruption.Before);
        }
    }

    private static Interruption? ReadInterruption(ref RecordReader from) => from.Flag()
        ? new Interruption { Since = from.OptionalInstant(), Before = from.Period() }
        : null;

    private static void Write(RecordWriter to, Mark mark)
    {
        to.Number(mark.Delivered);
        to.Number(mark.Read);
    }
}
