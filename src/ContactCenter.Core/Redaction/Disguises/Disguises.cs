using System.Buffers;

namespace ContactCenter.Redaction;

/// <summary>Reads a text once more, with what machines and people make of digits turned back into digits.</summary>
/// <remarks>
/// Escapes, base64, hexadecimal, words, look-alikes, numbers backwards; a disguise in a disguise, no deeper.
/// </remarks>
internal static class Disguises
{
    private const int Depth = 2;

    // A number in hexadecimal has two digits for each of its own, and letters only for some of its gaps.
    private const int FewestInHexadecimal = 8;

    // What digits in one piece cannot be a disguise without: the tag of a chip's data, an exponent.
    private static readonly SearchValues<string> Marks =
        SearchValues.Create(["5A0", "E1", "E+1"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What is known of a whole text, and so of each stretch of it.</summary>
    public const TextTraits OfText = TextTraits.Named | TextTraits.CodeInWords | TextTraits.Reversed;

    /// <summary>Whether there may be any in a text, as another look at it shows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="traits">What that look has shown.</param>
    /// <param name="longestRun">The most digits in one piece, as far as anybody knows.</param>
    public static bool AreIn(ReadOnlySpan<char> text, TextTraits traits, int longestRun) =>
        (traits & (TextTraits.Encoded | TextTraits.Spelled | TextTraits.CodeInWords | TextTraits.Reversed)) != 0
            || ((traits & (TextTraits.Dense | TextTraits.Named)) != TextTraits.None
                && text.ContainsAny(Escapes.Signs))
            || ((traits & TextTraits.Dense) != TextTraits.None
                && (LookAlikes.AreIn(text)
                    || Reversal.IsAnnounced(text)
                    || (longestRun >= FewestInHexadecimal && EncodedTokens.MayBeHexadecimal(text))
                    || (longestRun >= Exponents.FewestDecimals && text.ContainsAny(Marks))));

    /// <summary>Reads it, if there is anything in disguise.</summary>
    /// <param name="text">The text as rules read it.</param>
    /// <param name="traits">What is known of it.</param>
    /// <param name="reading">Takes the reading.</param>
    /// <param name="room">As large, for what is in between.</param>
    public static bool TryRead(
        ReadOnlySpan<char> text, TextTraits traits, ref DisguiseText reading, ref DisguiseText room)
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
        var fewest = (traits & TextTraits.CodeInWords) != 0 ? SpelledDigits.FewestOfCode : CardReading.MinDigits;
        SpelledDigits.Read(reading, ref room, fewest);
        isDisguised |= Take(ref reading, ref room);
        if ((traits & TextTraits.Reversed) != 0 || Reversal.IsAnnounced(reading.Characters))
        {
            Reversal.Read(reading, ref room);
            isDisguised |= Take(ref reading, ref room);
        }

        return isDisguised;
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
