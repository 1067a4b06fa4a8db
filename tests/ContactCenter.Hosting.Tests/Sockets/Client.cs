using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace ContactCenter.Hosting.Tests.Sockets;

/// <summary>
/// Somebody at a screen, who knows nothing of the engine but its JSON. Reads frames as they come, answers and feed
/// apart, and keeps each as it was.
/// </summary>
internal sealed class Client : IAsyncDisposable
{
    internal const string Person = "X-Person";

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonElement> _answers = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _feed = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();
    private readonly List<string> _frames = [];

    /// <summary>Stops a test that hangs; says nothing about how long anything takes.</summary>
    private readonly CancellationTokenSource _hang = new(TimeSpan.FromMinutes(1));
    private Task _reading = Task.CompletedTask;

    private Client()
    {
    }

    /// <summary>Where this screen stands in the feed: given back on the next connection.</summary>
    internal string? Position { get; private set; }

    /// <summary>Everything that came over this socket, to the end of what was read.</summary>
    internal IReadOnlyList<string> Frames
    {
        get
        {
            lock (_frames)
            {
                return [.. _frames];
            }
        }
    }

    internal static async Task<Client> ConnectAsync(Uri address, string person, string? from)
    {
        var client = new Client { Position = from };
        client._socket.Options.SetRequestHeader(Person, person);
        await client._socket.ConnectAsync(address, client._hang.Token);
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>Asks a verb, which must be accepted, and gives what came back.</summary>
    internal async Task<JsonElement> AskAsync(string verb, object? fields = null, string? commandId = null)
    {
        var answer = await AnswerAsync(verb, fields, commandId);
        Assert.True(answer.Text("outcome") == "accepted", answer.ToString());
        return answer.GetProperty("reply");
    }

    /// <summary>Asks a verb, and gives its outcome, whatever it is.</summary>
    internal async Task<JsonElement> AnswerAsync(string verb, object? fields = null, string? commandId = null)
    {
        commandId ??= Guid.CreateVersion7().ToString();
        await SendVerbAsync(verb, fields, commandId);
        var answer = await AnswerAsync();
        Assert.Equal(commandId, answer.Text("commandId"));
        return answer;
    }

    internal Task SendVerbAsync(string verb, object? fields, string commandId)
    {
        var frame = JsonSerializer.SerializeToNode(fields ?? new { })!.AsObject();
        frame["verb"] = verb;
        frame["commandId"] = commandId;
        return SendAsync(frame.ToJsonString());
    }

    /// <summary>Sends what may be no verb at all.</summary>
    internal Task SendAsync(string frame) => _socket.SendAsync(
        Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, _hang.Token);

    /// <summary>The next answer.</summary>
    internal async Task<JsonElement> AnswerAsync() => await _answers.Reader.ReadAsync(_hang.Token);

    /// <summary>The next batch of the feed, which follows from the one before it.</summary>
    internal async Task<JsonElement> BatchAsync()
    {
        var batch = await _feed.Reader.ReadAsync(_hang.Token);
        var position = batch.Text("position");
        if (batch.Text("kind") == "deltas")
        {
            var (epoch, sequence) = Parse(Position!);
            Assert.Equal(sequence, batch.GetProperty("previous").GetInt64());
            Assert.Equal(epoch, Parse(position).Epoch);
            Assert.True(Parse(position).Sequence > sequence);
        }

        Position = position;
        return batch;
    }

    /// <summary>The first batch, which must be a snapshot.</summary>
    internal async Task<IReadOnlyList<JsonElement>> SnapshotAsync()
    {
        var batch = await BatchAsync();
        Assert.Equal(("snapshot", 0), (batch.Text("kind"), batch.GetProperty("previous").GetInt64()));
        return [.. batch.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Reads on until such an item is shown, batch by whole batch; all that was shown up to there.</summary>
    internal async Task<IReadOnlyList<JsonElement>> ShownUntilAsync(Func<JsonElement, bool> found)
    {
        var shown = new List<JsonElement>();
        while (!shown.Exists(item => found(item)))
        {
            var batch = await BatchAsync();
            Assert.Equal("deltas", batch.Text("kind"));
            shown.AddRange(batch.GetProperty("items").EnumerateArray());
        }

        return shown;
    }

    /// <summary>Reads on until such an item is shown, and gives it.</summary>
    internal async Task<JsonElement> SeeAsync(Func<JsonElement, bool> found) =>
        (await ShownUntilAsync(found)).First(found);

    /// <summary>The line goes dead, without a word.</summary>
    internal async Task DropAsync()
    {
        _socket.Abort();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _socket.Dispose();
        _hang.Dispose();
    }

    private static (long Epoch, long Sequence) Parse(string position)
    {
        var parts = position.Split('.');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private async Task ReadAsync()
    {
        try
        {
            using var frame = new MemoryStream();
            var buffer = new byte[4096];
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _hang.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                frame.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take(Encoding.UTF8.GetString(frame.ToArray()));
                    frame.SetLength(0);
                }
            }
        }
        catch (Exception gone) when (
            gone is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // A line that went dead between two reads is disposed to the next. Whoever still waits is told below.
        }

        _answers.Writer.TryComplete();
        _feed.Writer.TryComplete();
    }

    private void Take(string text)
    {
        lock (_frames)
        {
            _frames.Add(text);
        }

        var frame = JsonElement.Parse(text);
        var to = frame.Text("type") == "feed" ? _feed : _answers;
        Assert.True(to.Writer.TryWrite(frame));
    }
}
