using System.Globalization;
using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>The value of a cell: words of its own, the number of words, or a number as computers write it.</summary>
internal sealed class CellText
{
    private const int MaxNumber = 40;

    // A spreadsheet keeps fifteen digits of a number: of a card's sixteen the last is a nought.
    private const int KeptDigits = 15;

    private readonly char[] _value = new char[MaxNumber];
    private bool _isShared;
    private bool _isNumber;
    private bool _isOpen;
    private int _length;

    internal void Begin(string? type) => (_isShared, _isNumber) = (type == "s", type is null or "n");

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
        if (_isShared && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return strings.Of(index);
        }

        var number = WithoutExponent(value) ?? value;
        return _isNumber ? WithCheckDigit(number) : number;
    }

    /// <summary>A whole number that is written as <c>4.1E+15</c> or <c>41.0</c>, in digits; else null.</summary>
    internal static string? WithoutExponent(string value) =>
        value.Length is > 2 and <= MaxNumber && value.AsSpan().ContainsAny('E', 'e', '.')
            && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : null;

    // The digit that is lost is known to whoever has the others, since it checks them.
    private static string WithCheckDigit(string number)
    {
        if (number.Length != KeptDigits + 1 || number[^1] != '0' || number.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return number;
        }

        return number[..KeptDigits] + LuhnSum.Of(number.AsSpan(0, KeptDigits)).CheckDigit;
    }
}
