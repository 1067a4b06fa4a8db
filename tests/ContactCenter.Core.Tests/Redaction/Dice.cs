namespace ContactCenter.Tests.Redaction;

/// <summary>Dice that fall the same way in every run.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public int Roll(int sides)
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (int)((_state >> 33) % (ulong)sides);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Roll(from.Count)];
}
