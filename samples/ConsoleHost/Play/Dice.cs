namespace ConsoleHost.Play;

/// <summary>What a die is thrown for.</summary>
internal enum Throw
{
    Gap,
    Typing,
    Missing,
    Answering,
    Returning,
    WrappingUp,
    Reason,
    Retrying,
}

/// <summary>
/// Chance from a seed. A throw depends on what it is for and whom it is about, not on the throws before it: the same
/// offer is missed on every run, whatever else happens.
/// </summary>
internal readonly struct Dice(int seed)
{
    /// <summary>A number from 0 to <paramref name="sides"/> - 1.</summary>
    internal int Roll(Throw what, long about, int sides, int step = 0)
    {
        var bits = Mix(((ulong)(uint)seed << 32) | ((ulong)(uint)what << 24));
        bits = Mix(bits ^ (ulong)about);
        bits = Mix(bits ^ (ulong)(uint)step);
        return (int)(((bits >> 32) * (ulong)(uint)sides) >> 32);
    }

    /// <summary>A time between two, in whole milliseconds.</summary>
    internal TimeSpan Between(Throw what, long about, double least, double most, int step = 0)
    {
        var range = (int)((most - least) * 1_000) + 1;
        return TimeSpan.FromMilliseconds((int)(least * 1_000) + Roll(what, about, range, step));
    }

    // The finalizer of SplitMix64: every bit of the input moves half of the bits of the output.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
