using System.Net.WebSockets;
using ContactCenter.Runtime;
using ContactCenter.Wire;

namespace ContactCenter.Hosting.Tests.Sockets;

/// <summary>The server's end of one socket: the feed goes down, verbs come up, answers go down between.</summary>
internal sealed class Connection(WebSocket socket, FloorHost floor, Session session) : IAsyncDisposable
{
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>Until either way is over: then so is the other.</summary>
    internal async Task RunAsync(FeedPosition? from, CancellationTokenSource over)
    {
        var down = PumpDownAsync(from, over.Token);
        var up = PumpUpAsync(over.Token);
        await Task.WhenAny(down, up);
        await over.CancelAsync();
        try
        {
            await Task.WhenAll(down, up);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client went away, or the server stops.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        _sending.Dispose();
    }

    private async Task PumpDownAsync(FeedPosition? from, CancellationToken cancellationToken)
    {
        await foreach (var batch in floor.Feeds.SubscribeAsync(session, from, cancellationToken))
        {
            await SendAsync(WireFormat.Serialize(batch), cancellationToken);
        }
    }

    private async Task PumpUpAsync(CancellationToken cancellationToken)
    {
        // One byte more than is read: what fills it is too long, and is told so.
        var buffer = new byte[WireFormat.MaxFrame + 1];
        while (await ReceiveAsync(buffer, cancellationToken) is { } length)
        {
            if (!WireFormat.TryParseVerb(buffer.AsSpan(0, length), out var verb, out var bad))
            {
                await SendAsync(WireFormat.Serialize(bad), cancellationToken);
                continue;
            }

            var outcome = await floor.DispatchAsync(session, verb, cancellationToken);
            await SendAsync(WireFormat.Serialize(verb.CommandId, outcome), cancellationToken);
        }
    }

    /// <summary>One whole frame, of which no more is kept than fits; null once the client has closed.</summary>
    private async Task<int?> ReceiveAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        for (var length = 0; ;)
        {
            // What does not fit overwrites the last byte.
            var place = buffer.AsMemory(Math.Min(length, buffer.Length - 1));
            var part = await socket.ReceiveAsync(place, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length = Math.Min(length + part.Count, buffer.Length);
            if (part.EndOfMessage)
            {
                return length;
            }
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }
}
