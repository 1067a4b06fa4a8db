using System.Buffers;

namespace ContactCenter.Redaction;

/// <summary>Reads a text once more, with what machines and people make of digits turned back into digits.</summary>
/// <remarks>
/// Escapes, base64, hexadecimal, words, look-alikes, numbers backwards; a disguise in a disguise, no deeper.
/// </remarks>
internal static class Disguises
{
    private const int Depth = 2;

    // A number in hexadecimal is a run of twice as many digits.
    private const int FewestInHexadecimal = CardReading.MinDigits * 2;

    // What a disguise of many digits cannot do without: escapes, the tag of a chip's data, an exponent,
    // being announced.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["5A0", "backward", "reverse", "E1", "E+1"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there may be any in a text, as another look at it shows.</summary>
    public static bool AreIn(ReadOnlySpan<char> text, TextTraits traits) =>
        (traits & (TextTraits.Encoded | TextTraits.Spelled)) != TextTraits.None
            || ((traits & (TextTraits.Dense | TextTraits.Named)) != TextTraits.None
                && text.ContainsAny(Escapes.Signs))
            || ((traits & TextTraits.Dense) != TextTraits.None
                && (text.ContainsAny(Words)
                    || text.ContainsAny(['逆', '倒', '反', '꾸'])
                    || LookAlikes.MayBeIn(text)
                    || HoldsRun(text)));

    /// <summary>Reads it, if there is anything in disguise.</summary>
    /// <param name="text">The text as rules read it.</param>
    /// <param name="isReversed">Whether it is shown from right to left.</param>
    /// <param name="reading">Takes the reading.</param>
    /// <param name="room">As large, for what is in between.</param>
    public static bool TryRead(
        ReadOnlySpan<char> text, bool isReversed, ref DisguiseText reading, ref DisguiseText room)
    {
        reading.Copy(text);
        var isDisguised = false;
        for (var depth = 0; depth < Depth; depth++)
        {
            var before = isDisguised;
            if (reading.Characters.ContainsAny(Escapes.Signs))
            {
                Escapes.Read(reading, ref room);
                isDisguised |= Take(ref reading, ref room);
            }

            EncodedTokens.Read(reading, ref room);
            isDisguised |= Take(ref reading, ref room);
            if (isDisguised == before)
            {
                break;
            }
        }

        Exponents.Read(reading, ref room);
        isDisguised |= Take(ref reading, ref room);
        LookAlikes.Read(reading, ref room);
        isDisguised |= Take(ref reading, ref room);
        SpelledDigits.Read(reading, ref room);
        isDisguised |= Take(ref reading, ref room);
        if (isReversed || Reversal.IsAnnounced(reading.Characters))
        {
            Reversal.Read(reading, ref room);
            isDisguised |= Take(ref reading, ref room);
        }

        return isDisguised;
    }

    private static bool HoldsRun(ReadOnlySpan<char> text)
    {
        for (var i = FewestInHexadecimal / 2; i < text.Length; i += FewestInHexadecimal / 2)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var start = i;
                while (start > 0 && char.IsAsciiDigit(text[start - 1]))
                {
                    start--;
                }

                i = DigitRuns.EndOf(text, i);
                if (i - start >= FewestInHexadecimal)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Take(ref DisguiseText reading, ref DisguiseText room)
    {
        var hasChanged = room.HasChanged;
        if (hasChanged)
        {
            var former = reading;
            reading = room;
            room = former;
        }

        room.Clear();
        return hasChanged;
    }
}
