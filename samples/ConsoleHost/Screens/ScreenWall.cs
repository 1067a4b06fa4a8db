using ContactCenter;
using ContactCenter.Runtime;

namespace ConsoleHost.Screens;

/// <summary>The screens of several parties, interleaved in one terminal.</summary>
internal sealed class ScreenWall : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Cyan, yellow, green, magenta, blue, red.
    private static readonly int[] Colours = [36, 33, 32, 35, 34, 31];

    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _looking = [];
    private readonly Dictionary<Actor, Screen> _screens = [];

    /// <summary>Opens a screen for each party, in this order; whatever happens from now on is on them.</summary>
    internal static async Task<ScreenWall> OpenAsync(
        FloorHost floor, TimeProvider time, Terminal terminal, params Party[] parties)
    {
        var wall = new ScreenWall();
        var names = parties.ToDictionary(party => party.Actor, party => party.Name);
        foreach (var (index, party) in parties.Index())
        {
            var wording = new Wording(party, names);
            var screen = new Screen(party, Colours[index % Colours.Length], wording, terminal, time);
            wall._screens.Add(party.Actor, screen);
            wall._looking.Add(await screen.OpenAsync(floor, wall._closing.Token));
        }

        return wall;
    }

    /// <summary>Whose screen this is, for what they ask for themselves.</summary>
    internal Screen Of(Actor party) => _screens[party];

    /// <summary>Feeds end when their floor stops; until then they are read, and whoever stays on is cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        var all = Task.WhenAll(_looking);
        await Task.WhenAny(all, Task.Delay(Patience, TimeProvider.System, _closing.Token));
        await _closing.CancelAsync();
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }
}
