using System.Threading.Channels;

namespace ContactCenter.Runtime;

/// <summary>
/// Where commands wait for the one writer: bounded, in order, each stamped as it is admitted. Full means busy.
/// </summary>
internal sealed class Mailbox(FloorClock clock, int capacity)
{
    private readonly Lock _gate = new();
    private readonly Channel<Mail> _channel = System.Threading.Channels.Channel.CreateBounded<Mail>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    internal bool IsClosed { get; private set; }

    internal bool TryAdmit(Mail mail)
    {
        // Stamp and place go together: a later place never has an earlier stamp.
        lock (_gate)
        {
            mail.At = clock.Now;
            return _channel.Writer.TryWrite(mail);
        }
    }

    internal void Close()
    {
        lock (_gate)
        {
            IsClosed = true;
            _channel.Writer.TryComplete();
        }
    }

    internal bool TryPeek(out Mail? mail) => _channel.Reader.TryPeek(out mail);

    internal void Take() => _channel.Reader.TryRead(out _);

    /// <summary>The instant, if nothing is waiting: whatever comes after this is stamped no earlier.</summary>
    internal DateTimeOffset? NowIfEmpty()
    {
        lock (_gate)
        {
            return TryPeek(out _) ? null : clock.Now;
        }
    }
}
