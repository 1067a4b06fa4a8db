namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// What a contact centre of any size asks for and can do: 300 sets of needs out of 100 skills, and 300 kinds of agents.
/// Needs are not alike in number, agents are: of some skills there are too few, and that is who waits.
/// </summary>
public sealed class Trade
{
    public const int Kinds = 300;
    public const int Skills = 100;
    private const int SkillsOfAgent = 8;

    private readonly int[] _shares = new int[4096];

    public Trade()
    {
        var draw = new Draw(7);
        for (var kind = 0; kind < Kinds; kind++)
        {
            for (var skill = draw.Below(3); skill >= 0; skill--)
            {
                Needs[kind] |= UInt128.One << draw.Below(Skills);
            }

            CanDo[kind] = Needs[kind];
            while (UInt128.PopCount(CanDo[kind]) < SkillsOfAgent)
            {
                CanDo[kind] |= UInt128.One << draw.Below(Skills);
            }
        }

        // The hundredth need is asked for a third as often as the first.
        var (share, sum) = (0, Enumerable.Range(0, Kinds).Sum(Weight));
        for (var (kind, until) = (0, 0.0); kind < Kinds; kind++)
        {
            until += Weight(kind) / sum * _shares.Length;
            while (share < _shares.Length && share < until)
            {
                _shares[share++] = kind;
            }
        }
    }

    public UInt128[] Needs { get; } = new UInt128[Kinds];

    public UInt128[] CanDo { get; } = new UInt128[Kinds];

    public int Draw(ref Draw draw) => _shares[draw.Below(_shares.Length)];

    private static double Weight(int kind) => 1 / (1 + (kind / 50.0));
}
