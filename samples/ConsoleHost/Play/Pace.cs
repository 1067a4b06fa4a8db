using ContactCenter.Testing;

namespace ConsoleHost.Play;

/// <summary>
/// The floor's clock, moved by hand. The floor cannot tell: its timers fire when the clock passes them, whether the
/// hours between took a second or an hour.
/// </summary>
internal sealed class Pace(ManualTimeProvider clock, double? speed)
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly long _began = TimeProvider.System.GetTimestamp();

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Lets time pass until an instant: at once, or as slowly as was asked for.</summary>
    internal async ValueTask ReachAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (speed is { } factor)
        {
            // Measured from the beginning, or the many short waits that come out too long would add up.
            var wait = ((at - _start) / factor) - TimeProvider.System.GetElapsedTime(_began);
            if (wait > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }
        }

        if (at > Now)
        {
            clock.Advance(at - Now);
        }
    }
}
