using System.Globalization;
using System.Runtime.CompilerServices;

namespace ContactCenter.Testing;

/// <summary>Words for what does not hold; they are only put together when it does not, for mostly it does.</summary>
[InterpolatedStringHandler]
internal ref struct Words
{
    private DefaultInterpolatedStringHandler _words;

    public Words(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        _words = isNeeded
            ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture)
            : default;
    }

    public void AppendLiteral(string value) => _words.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _words.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => _words.AppendFormatted(value, format);

    public override string ToString() => _words.ToStringAndClear();
}
