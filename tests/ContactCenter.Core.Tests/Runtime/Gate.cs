using ContactCenter.Journals;

namespace ContactCenter.Tests.Runtime;

/// <summary>Holds up whoever comes to it until it is opened.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody has come.</summary>
    internal Task Reached => _reached.Task;

    internal void Open() => _opened.TrySetResult();

    internal Task PassAsync()
    {
        _reached.TrySetResult();
        return _opened.Task;
    }

    /// <summary>The same for an append.</summary>
    internal async ValueTask<bool> PassAsync(JournalAppend append, Func<ValueTask<bool>> write)
    {
        await PassAsync();
        return await write();
    }
}
