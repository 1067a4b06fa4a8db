using System.Threading.Channels;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>
/// Where commands wait for the one writer: bounded, in order, each stamped as it is admitted. Full means busy.
/// </summary>
internal sealed class Mailbox(FloorClock clock, int capacity)
{
    /// <summary>Wakes the writer for something that is not in the mailbox: an alarm, or the end.</summary>
    private static readonly Mail Wake = new(default);

    private readonly Lock _gate = new();
    private readonly Channel<Mail> _channel = System.Threading.Channels.Channel.CreateBounded<Mail>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    internal bool TryAdmit(Mail mail)
    {
        // Stamp and place go together: a later place never has an earlier stamp.
        lock (_gate)
        {
            mail.At = clock.Now;
            return _channel.Writer.TryWrite(mail);
        }
    }

    /// <summary>Rings the bell. A full mailbox needs no bell: the writer is at it.</summary>
    internal void Ring() => _channel.Writer.TryWrite(Wake);

    internal bool IsClosed { get; private set; }

    internal void Close()
    {
        IsClosed = true;
        _channel.Writer.TryComplete();
    }

    /// <summary>Ends once everything that was here before has been answered.</summary>
    internal async Task FlushAsync()
    {
        var last = new Mail(new Envelope(new ContinueOffering()));
        if (TryAdmit(last))
        {
            await last.Task.ConfigureAwait(false);
        }
    }

    internal ValueTask<bool> WaitAsync() => _channel.Reader.WaitToReadAsync();

    internal bool TryPeek(out Mail? mail)
    {
        while (_channel.Reader.TryPeek(out mail))
        {
            if (mail != Wake)
            {
                return true;
            }

            _channel.Reader.TryRead(out _);
        }

        return false;
    }

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
