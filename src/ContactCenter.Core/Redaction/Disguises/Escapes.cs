using System.Globalization;

namespace ContactCenter.Redaction;

/// <summary>Undoes the ways in which machines write a character: %34, &amp;#52; and \u0034.</summary>
internal static class Escapes
{
    private const int MostEntityDigits = 7;

    public static void Read(in DisguiseText text, ref DisguiseText reading)
    {
        var characters = text.Characters;
        for (var i = 0; i < characters.Length;)
        {
            var length = LengthAt(characters[i..], out var character);
            if (length == 0)
            {
                reading.Keep(text, i++);
            }
            else
            {
                reading.Write(character, text, i, i + length);
                i += length;
            }
        }
    }

    private static int LengthAt(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        return text switch
        {
            ['%', ..] => OfCode(text, 1, 2, out character),
            ['\\', 'u' or 'U', ..] => OfCode(text, 2, 4, out character),
            ['\\', 'x' or 'X', ..] => OfCode(text, 2, 2, out character),
            ['\\', 'n' or 'r' or 't', ..] => Blank(2, out character),
            ['&', '#', 'x' or 'X', ..] => OfEntity(text, 3, NumberStyles.AllowHexSpecifier, out character),
            ['&', '#', ..] => OfEntity(text, 2, NumberStyles.None, out character),
            ['&', 'n', 'b', 's', 'p', ';', ..] => Blank(6, out character),
            _ => 0,
        };
    }

    private static int Blank(int length, out char character)
    {
        character = ' ';
        return length;
    }

    private static int OfCode(ReadOnlySpan<char> text, int start, int digits, out char character)
    {
        character = default;
        if (text.Length < start + digits
            || !int.TryParse(
                text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return 0;
        }

        return Fold(code, out character) ? start + digits : 0;
    }

    private static int OfEntity(ReadOnlySpan<char> text, int start, NumberStyles style, out char character)
    {
        character = default;
        var digits = text[start..].IndexOf(';');
        return digits is > 0 and <= MostEntityDigits
            && int.TryParse(text.Slice(start, digits), style, CultureInfo.InvariantCulture, out var code)
            && Fold(code, out character)
            ? start + digits + 1
            : 0;
    }

    private static bool Fold(int code, out char character)
    {
        character = code switch
        {
            >= 0x20 and < 0x7F => (char)code,
            '\n' or '\r' or '\t' or 0xA0 => ' ',
            >= 0xFF10 and <= 0xFF19 => (char)(code - 0xFF10 + '0'),
            _ => default,
        };
        return character != default;
    }
}
