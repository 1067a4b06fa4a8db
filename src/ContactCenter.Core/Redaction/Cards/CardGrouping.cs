namespace ContactCenter.Redaction;

/// <summary>How the digits of a number are grouped, and what stands between the groups.</summary>
internal ref struct CardGrouping
{
    private const int BitsPerSize = 5;
    private const int MostGroupsInShape = 6;

    // Group sizes, five bits each.
    private const int ThreeFours = (4 << 10) | (4 << 5) | 4;
    private const int ThreeFoursAndOne = (ThreeFours << 5) | 1;
    private const int ThreeFoursAndTwo = (ThreeFours << 5) | 2;
    private const int ThreeFoursAndThree = (ThreeFours << 5) | 3;
    private const int FourFours = (ThreeFours << 5) | 4;
    private const int AmericanExpress = (4 << 10) | (6 << 5) | 5;
    private const int Diners = (4 << 10) | (6 << 5) | 4;
    private const int Thirteen = (4 << 15) | (3 << 10) | (3 << 5) | 3;
    private const int ThirteenInThree = (4 << 10) | (4 << 5) | 5;
    private const int Nineteen = (FourFours << 5) | 3;
    private const int NineteenInTwo = (6 << 5) | 13;

    private int _shape;
    private int _second;
    private bool _sameButLast;
    private bool _sameButFirst;
    private int _digits;
    private ReadOnlySpan<char> _pause;

    public CardGrouping()
    {
        _sameButLast = true;
        _sameButFirst = true;
        HasSameGaps = true;
        IsPaced = true;
    }

    public int Count { get; private set; }

    public int First { get; private set; }

    public int Last { get; private set; }

    /// <summary>How many groups of four lead up to the number by the same gap.</summary>
    public int FoursBefore { get; set; }

    /// <summary>What stands between the first two groups.</summary>
    public ReadOnlySpan<char> Gap { get; private set; }

    /// <summary>Whether the same stands between all groups.</summary>
    public bool HasSameGaps { get; private set; }

    /// <summary>Whether the digits stand by one or two, with another gap behind each four: "4 1 1 1, 1 1 …".</summary>
    public bool IsPaced { get; private set; }

    public readonly bool IsSolid => Count == 1;

    /// <summary>Whether all groups but the last have one size, as when someone counts digits off.</summary>
    public readonly bool IsEven => _sameButLast;

    /// <summary>Whether every group has four digits.</summary>
    public readonly bool IsFours => Count > 1 && _sameButLast && First == 4 && Last == 4;

    /// <summary>Whether it could be a large number with its thousands marked.</summary>
    public readonly bool IsThousands => Count > 2 && _sameButFirst && _second == 3 && First <= 3;

    /// <summary>Grouped as cards are printed: 4-4-4-4, 4-6-5, 4-6-4, 4-4-4-4-3, 6-13 and their kin.</summary>
    public readonly bool IsPrinted => _shape is FourFours or AmericanExpress or Diners
        or Nineteen or NineteenInTwo or Thirteen or ThirteenInThree
        or ThreeFours or ThreeFoursAndOne or ThreeFoursAndTwo or ThreeFoursAndThree;

    /// <summary>Whether a known print can still come of it. All of them begin with four or six digits.</summary>
    public readonly bool MayBecomePrinted => Count < MostGroupsInShape && First is 4 or 6;

    public void AddGroup(int size)
    {
        _sameButLast &= Count < 2 || Last == First;
        _sameButFirst &= Count < 2 || size == _second;
        First = Count == 0 ? size : First;
        _second = Count == 1 ? size : _second;
        Last = size;
        IsPaced &= size == First && size <= 2;
        _digits += size;
        _shape = Count < MostGroupsInShape ? (_shape << BitsPerSize) | size : 0;
        Count++;
    }

    public void AddGap(ReadOnlySpan<char> gap)
    {
        if (Count == 1)
        {
            Gap = gap;
        }

        var isSame = gap.SequenceEqual(Gap);
        HasSameGaps &= isSame;
        if (_digits == 4 && !isSame)
        {
            _pause = gap;
        }
        else
        {
            IsPaced &= _digits % 4 == 0 ? gap.SequenceEqual(_pause) : isSame;
        }
    }
}
