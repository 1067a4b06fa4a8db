namespace ContactCenter.Runtime;

/// <summary>Whether the floor is this run's own, for as long as somebody is answered or looks on.</summary>
internal sealed partial class FloorRun
{
    private readonly ITimer _pulse;
    private int _isPulsing;

    /// <summary>Asked before whatever is answered without an append.</summary>
    internal Ownership Ownership { get; }

    /// <summary>Somebody looks on: an owner that was replaced leaves them, however still the floor is.</summary>
    internal void BeginPulse()
    {
        if (Interlocked.Exchange(ref _isPulsing, 1) == 0)
        {
            _pulse.Change(_runtime.Limits.OwnershipTrust, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task PulseAsync()
    {
        Interlocked.Exchange(ref _isPulsing, 0);
        if (HasFailed || !Follower.HasViewers)
        {
            return;
        }

        try
        {
            await Ownership.HoldsAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Asked again by the next beat; what is answered meanwhile is asked for itself.
        }

        BeginPulse();
    }

    private void Replaced()
    {
        Failed(new FloorStoppedException($"Floor {_id} is written by another owner."));
        _writer.GiveUp();
    }
}
