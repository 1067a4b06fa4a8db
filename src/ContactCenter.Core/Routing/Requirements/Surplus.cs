namespace ContactCenter.Routing;

/// <summary>What it is worth to be beyond a threshold.</summary>
internal static class Surplus
{
    private const double MostOfAPoint = 1 - 1.0 / (1L << 40);

    /// <summary>d / (1 + d): nothing at the threshold, half a point at 1 beyond it, and never a whole point.</summary>
    /// <remarks>Additions and divisions alone, so that it is the same on every machine to the last bit.</remarks>
    internal static double Of(double distance)
    {
        if (distance <= 0)
        {
            return 0;
        }

        // A distance of two huge numbers overflows; rounding would make a whole point of a large one.
        var share = double.IsFinite(distance) ? distance / (1 + distance) : 1;
        return Math.Min(share, MostOfAPoint);
    }
}
