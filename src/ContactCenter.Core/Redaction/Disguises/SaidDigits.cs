namespace ContactCenter.Redaction;

/// <summary>
/// The digits that words have said so far, each with where it was said: "double four twenty-one" is 4, 4, 2, 1.
/// </summary>
/// <param name="digits">Room for them; of a word that multiplies there may be four at a time.</param>
/// <param name="start">Where the first word begins.</param>
internal ref struct SaidDigits(Span<(char Digit, int Start, int End)> digits, int start)
{
    // A word that multiplies the next: "double eight".
    internal const int Times = 100;

    private readonly Span<(char Digit, int Start, int End)> _digits = digits;
    private int _times = 1;
    private int _timesAt;
    private bool _isTens;

    internal int Count { get; private set; }

    /// <summary>Where the last word ends; what was said after it is no digit.</summary>
    internal int Last { get; private set; } = start;

    internal readonly ReadOnlySpan<(char Digit, int Start, int End)> Digits => _digits[..Count];

    /// <summary>How many of them are digits, and not what stands between two groups.</summary>
    internal readonly int Spoken
    {
        get
        {
            var count = 0;
            foreach (var digit in Digits)
            {
                count += digit.Digit == ' ' ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>The next word: a digit, a number below a hundred, or what multiplies the word after it.</summary>
    /// <returns>False where it belongs to no number: "double double" does not, however often it is said.</returns>
    internal bool TryTake(int value, int from, int to)
    {
        if (value > Times)
        {
            if (_times > 1)
            {
                return false;
            }

            (_times, _timesAt, _isTens) = (value - Times, from, false);
            return true;
        }

        if (_isTens && value is > 0 and < 10)
        {
            _digits[Count - 1] = ((char)('0' + value), from, to);
        }
        else if (value > 9)
        {
            Add((char)('0' + (value / 10)), from, to);
            Add((char)('0' + (value % 10)), from, to);
        }
        else
        {
            for (var begin = _times > 1 ? _timesAt : from; _times > 0; _times--)
            {
                Add((char)('0' + value), begin, to);
            }
        }

        (_times, _isTens, Last) = (1, value is >= 20 and < Times, to);
        return true;
    }

    /// <summary>What stands between two groups of a number.</summary>
    internal void Pause(int from, int to)
    {
        _isTens = false;
        Add(' ', from, to);
    }

    private void Add(char digit, int from, int to) => _digits[Count++] = (digit, from, to);
}
