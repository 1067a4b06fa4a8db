namespace ContactCenter.Tests.Floors;

/// <summary>Every one of these with every one of those.</summary>
internal static class Pairs
{
    internal static TheoryData<TFirst, TSecond> Of<TFirst, TSecond>(
        IEnumerable<TFirst> ones, IReadOnlyCollection<TSecond> others)
    {
        var pairs = new TheoryData<TFirst, TSecond>();
        foreach (var (one, other) in from one in ones from other in others select (one, other))
        {
            pairs.Add(one, other);
        }

        return pairs;
    }
}
