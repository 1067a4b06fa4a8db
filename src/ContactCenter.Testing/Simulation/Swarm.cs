using System.Globalization;

namespace ContactCenter.Testing;

/// <summary>
/// The temper of one run. Each seed draws its own mix of activities and faults, some of them not at all: what only
/// happens when something else does not is found too.
/// </summary>
internal sealed class Swarm
{
    private readonly Activity[] _activities = Enum.GetValues<Activity>();
    private readonly int[] _upTo;

    /// <param name="draw">What the mix is drawn from.</param>
    /// <param name="size">How large the floor is; null for a small one.</param>
    internal Swarm(Draw draw, FloorSize? size = null)
    {
        AgentCount = draw.Below(10) switch
        {
            < 6 => draw.Between(1, 4),
            < 9 => draw.Between(5, 12),
            _ => draw.Between(20, 32),
        };
        CustomerCount = draw.Between(2, 40);
        NonsensePercent = draw.Of(0, 2, 5, 20);
        AppendFaultPercent = draw.Of(0, 0, 0, 1, 3);
        LeftoverWaitsPercent = draw.Of(0, 0, 50, 90);
        IdPercent = draw.Of(50, 90, 100);

        _upTo = new int[_activities.Length];
        var total = 0;
        foreach (var activity in _activities)
        {
            total += Usual(activity) * (IsEssential(activity) ? draw.Of(1, 1, 2, 4)
                : IsSweeping(activity) ? draw.Of(0, 0, 0, 0, 1, 2)
                : draw.Of(0, 1, 1, 2, 4));
            _upTo[(int)activity] = total;
        }

        if (size is not null)
        {
            (AgentCount, CustomerCount) = size;
            (IsLarge, Queues) = (true, [.. Queues, .. Enumerable.Range(1, draw.Between(10, 34)).Select(NameOf)]);
        }
    }

    internal int AgentCount { get; }

    internal int CustomerCount { get; }

    /// <summary>
    /// There are too many agents and contacts to ask all of them before each step; and everybody serves a few of many
    /// queues.
    /// </summary>
    internal bool IsLarge { get; }

    /// <summary>The queues that there can be.</summary>
    internal string[] Queues { get; } = ["billing", "sales", "calls", "letters", "posts", "claims"];

    /// <summary>How many of the queues somebody serves.</summary>
    internal int ServedPercent => IsLarge ? 10 : 70;

    /// <summary>How often whoever asks, or what they ask about, is wrong.</summary>
    internal int NonsensePercent { get; }

    /// <summary>How often the journal gives no answer, whether it has written or not.</summary>
    internal int AppendFaultPercent { get; }

    /// <summary>How often what is left over waits while others ask.</summary>
    internal int LeftoverWaitsPercent { get; }

    /// <summary>How often a caller protects a command by an id.</summary>
    internal int IdPercent { get; }

    internal Activity Next(Draw draw)
    {
        var drawn = draw.Below(_upTo[^1]);
        var next = 0;
        while (drawn >= _upTo[next])
        {
            next++;
        }

        return _activities[next];
    }

    private static string NameOf(int queue) => string.Create(CultureInfo.InvariantCulture, $"queue-{queue}");

    /// <summary>Without these nothing would happen at all.</summary>
    private static bool IsEssential(Activity activity) =>
        activity is Activity.SignIn or Activity.GoAvailable or Activity.Start or Activity.Accept or Activity.Pass;

    /// <summary>
    /// What changes all of a floor, or makes it anew, costs as much as hundreds of other steps, and on no real floor is
    /// it the order of the day: many runs have none of it, some have much.
    /// </summary>
    private static bool IsSweeping(Activity activity) =>
        activity is Activity.Reconfigure or Activity.Flood or Activity.Crash or Activity.Outage or Activity.Snapshot;

    private static int Usual(Activity activity) => activity switch
    {
        Activity.Accept => 64,
        Activity.Pick => 32,
        Activity.Start or Activity.GoAvailable or Activity.Pass => 40,
        Activity.Post or Activity.End or Activity.WrapUp or Activity.SignIn => 24,
        Activity.BotAnswers or Activity.Resend or Activity.HoldWrapUp or Activity.Race or Activity.Transfer
            or Activity.Invite => 12,
        Activity.AskForAgent or Activity.Decline or Activity.Observe or Activity.Connect or Activity.Disconnect
            or Activity.Present => 8,
        Activity.Reconfigure or Activity.Crash => 3,
        Activity.Snapshot or Activity.Flood or Activity.Outage => 1,
        _ => 4,
    };
}
