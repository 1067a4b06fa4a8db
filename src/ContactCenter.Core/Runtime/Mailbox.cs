using System.Threading.Channels;

namespace ContactCenter.Runtime;

/// <summary>
/// Where commands wait for the one writer: bounded, in order, each stamped as it is admitted. Full means busy.
/// </summary>
internal sealed class Mailbox(FloorClock clock, int capacity)
{
    private readonly Lock _gate = new();

    // Whoever admits counts at the gate anyway; a channel that has no bound of its own gives to one reader unlocked.
    private readonly Channel<Mail> _channel = System.Threading.Channels.Channel.CreateUnbounded<Mail>(
        new UnboundedChannelOptions { SingleReader = true });

    private long _admitted;
    private long _taken;

    internal bool IsClosed { get; private set; }

    /// <param name="mail">What is asked.</param>
    /// <param name="evenIfFull">
    /// For what must not be lost, and of which there is no more at a time than effects under way and connections.
    /// </param>
    internal bool TryAdmit(Mail mail, bool evenIfFull)
    {
        // Stamp and place go together: a later place never has an earlier stamp.
        lock (_gate)
        {
            if (IsClosed || (!evenIfFull && _admitted - Volatile.Read(ref _taken) >= capacity))
            {
                return false;
            }

            mail.At = clock.Now;
            _admitted++;
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

    internal void Take()
    {
        _channel.Reader.TryRead(out _);
        Volatile.Write(ref _taken, _taken + 1);
    }

    /// <summary>The instant, if nothing is waiting: whatever comes after this is stamped no earlier.</summary>
    internal DateTimeOffset? NowIfEmpty()
    {
        lock (_gate)
        {
            return _admitted == _taken ? clock.Now : null;
        }
    }
}
