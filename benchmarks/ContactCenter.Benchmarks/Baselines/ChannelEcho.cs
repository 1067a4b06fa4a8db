using System.Threading.Channels;

namespace ContactCenter.Benchmarks.Baselines;

/// <summary>
/// The least that one writer behind a mailbox can cost: a bounded channel, a reader that does nothing, an answer.
/// </summary>
public sealed class ChannelEcho : IAsyncDisposable
{
    private readonly Channel<TaskCompletionSource<int>> _mailbox =
        System.Threading.Channels.Channel.CreateBounded<TaskCompletionSource<int>>(
            new BoundedChannelOptions(10_000) { SingleReader = true });

    private readonly Task _reading;

    public ChannelEcho() => _reading = Task.Run(ReadAsync);

    public async ValueTask<int> AskAsync()
    {
        var asked = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _mailbox.Writer.TryWrite(asked) ? await asked.Task : -1;
    }

    public async ValueTask DisposeAsync()
    {
        _mailbox.Writer.Complete();
        await _reading;
    }

    private async Task ReadAsync()
    {
        var answer = 0;
        while (await _mailbox.Reader.WaitToReadAsync())
        {
            while (_mailbox.Reader.TryRead(out var asked))
            {
                asked.SetResult(++answer);
            }
        }
    }
}
