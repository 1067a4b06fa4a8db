namespace ContactCenter.Testing;

/// <summary>Where what a log says and what a floor is come apart.</summary>
internal sealed class Differences
{
    internal List<Violation> Found { get; } = [];

    internal void Compare<TId, T>(string invariant, string what, TId of, T says, T isReally)
        where T : IEquatable<T>
    {
        if (!says.Equals(isReally))
        {
            Tell(invariant, what, of, says, isReally);
        }
    }

    internal void Compare<TId, T>(string invariant, string what, TId of, T? says, T? isReally)
        where T : struct
    {
        if (!EqualityComparer<T?>.Default.Equals(says, isReally))
        {
            Tell(invariant, what, of, says, isReally);
        }
    }

    private void Tell<TId, T>(string invariant, string what, TId of, T says, T isReally) =>
        Found.Add(new Violation(invariant, $"{what} {of}: the log says {says}, the floor {isReally}"));
}
