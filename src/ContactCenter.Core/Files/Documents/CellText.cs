using System.Globalization;

namespace ContactCenter.Files;

/// <summary>The value of a cell: words of its own, the number of words, or a number as computers write it.</summary>
internal sealed class CellText
{
    private const int MaxNumber = 40;

    private readonly char[] _value = new char[MaxNumber];
    private bool _isShared;
    private bool _isOpen;
    private int _length;

    internal void Begin(string? type) => _isShared = type == "s";

    internal void BeginValue() => (_isOpen, _length) = (true, 0);

    /// <summary>Takes what may be a number; what is too long for one is not taken, nor what comes after it.</summary>
    internal bool TryTake(ReadOnlySpan<char> characters)
    {
        if (!_isOpen || characters.Length > MaxNumber - _length)
        {
            return false;
        }

        characters.CopyTo(_value.AsSpan(_length));
        _length += characters.Length;
        return true;
    }

    /// <returns>What the cell shows.</returns>
    internal string? EndValue(SharedStrings strings)
    {
        if (!_isOpen)
        {
            return null;
        }

        _isOpen = false;
        var value = new string(_value, 0, _length);
        return _isShared && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? strings.Of(index)
            : WithoutExponent(value) ?? value;
    }

    /// <summary>A whole number that is written as <c>4.1E+15</c> or <c>41.0</c>, in digits; else null.</summary>
    internal static string? WithoutExponent(string value) =>
        value.Length is > 2 and <= MaxNumber && value.AsSpan().ContainsAny('E', 'e', '.')
            && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : null;
}
