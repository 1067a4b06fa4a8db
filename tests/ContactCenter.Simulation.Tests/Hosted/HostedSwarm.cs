using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>What can go on in one step around a running floor.</summary>
internal enum HostedActivity
{
    BeginChat,
    Say,

    /// <summary>Somebody who heard no answer says the same under the same id.</summary>
    SayAgain,

    /// <summary>What was sent a while ago arrives.</summary>
    ComeLate,

    /// <summary>Agents are there, accept, and wrap up.</summary>
    Work,
    End,
    Erase,
    Wait,

    /// <summary>The wall clock is set forward or back.</summary>
    SetClock,
    Configure,

    /// <summary>The next append fails in one way or another.</summary>
    GoWrong,
    TakeOver,
    Die,
}

/// <summary>Which of it goes on in one run, and how often: some of what goes wrong, all of it, or little.</summary>
internal sealed class HostedSwarm
{
    private readonly (HostedActivity Activity, int UpTo)[] _activities;

    internal HostedSwarm(Draw draw)
    {
        LatePercent = draw.Of(0, 15, 40);
        var total = 0;
        _activities = [.. Enum.GetValues<HostedActivity>().Select(activity => (activity, total += Weigh(activity)))];

        int Weigh(HostedActivity activity) => activity switch
        {
            HostedActivity.BeginChat => 8,
            HostedActivity.Say => 14,
            HostedActivity.ComeLate or HostedActivity.Work or HostedActivity.End or HostedActivity.Wait => 4,
            HostedActivity.SayAgain or HostedActivity.GoWrong => draw.Of(0, 4, 8),
            HostedActivity.Erase => draw.Of(0, 4, 4),
            HostedActivity.SetClock => draw.Of(0, 2, 6),
            HostedActivity.Configure => draw.Of(0, 0, 1, 4),
            _ => draw.Of(0, 2, 2, 4),
        };
    }

    /// <summary>How often a message arrives after those that were sent later.</summary>
    internal int LatePercent { get; }

    internal HostedActivity Next(Draw draw)
    {
        var drawn = draw.Below(_activities[^1].UpTo);
        return _activities.First(one => drawn < one.UpTo).Activity;
    }
}
