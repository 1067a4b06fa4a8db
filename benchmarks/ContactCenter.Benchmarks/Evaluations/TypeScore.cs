namespace ContactCenter.Benchmarks.Evaluations;

/// <summary>What came out for the labels of one type in single texts.</summary>
public readonly record struct TypeScore(int Labels, int Covered, int Exact)
{
    public TypeScore With(bool isCovered, bool isExact) =>
        new(Labels + 1, Covered + (isCovered ? 1 : 0), Exact + (isExact ? 1 : 0));

    public override string ToString() =>
        Score.Of($"labels={Labels} recall={Covered}/{Labels} exact={Exact}/{Labels}");
}
