using System.Buffers;
using System.Text;

namespace ContactCenter.Texts;

/// <summary>
/// What somebody types to find a text in a list: a part of it in any case, or, in Korean, the initial consonants of
/// its syllables, as people there search their telephones.
/// </summary>
internal static class TextSearch
{
    private const int SyllablesOfAnInitial = 588;

    // The nineteen initials in the order of the syllables.
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    // An input method joins two consonants that are typed in a row where they could close a syllable.
    private const string Clusters = "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ";
    private const string ClusterParts = "ㄱㅅㄴㅈㄴㅎㄹㄱㄹㅁㄹㅂㄹㅅㄹㅌㄹㅍㄹㅎㅂㅅ";

    private static readonly SearchValues<char> Clustered = SearchValues.Create(Clusters);

    /// <summary>Whether a text is found by what somebody typed; a blank search finds everything.</summary>
    /// <remarks>
    /// Takes time in proportion to the product of both lengths at worst: whoever lets strangers search bounds them.
    /// </remarks>
    internal static bool Matches(string? search, string? text)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return true;
        }

        if (text is null)
        {
            return false;
        }

        var wanted = HangulText.Composed(search.Trim());
        var within = HangulText.Composed(text);
        return Finds(wanted, within)
            || (wanted.AsSpan().ContainsAny(Clustered) && Finds(TakenApart(wanted), within));
    }

    private static bool Finds(ReadOnlySpan<char> search, ReadOnlySpan<char> text)
    {
        if (InitialAhead(search) == search.Length)
        {
            return text.Contains(search, StringComparison.OrdinalIgnoreCase);
        }

        for (var start = 0; start + search.Length <= text.Length; start++)
        {
            if (IsAt(search, text.Slice(start, search.Length)))
            {
                return true;
            }
        }

        return false;
    }

    // A pair of surrogates lies within one stretch, so it is compared as the letter that it is.
    private static bool IsAt(ReadOnlySpan<char> search, ReadOnlySpan<char> text)
    {
        while (!search.IsEmpty)
        {
            var plain = InitialAhead(search);
            if (!text[..plain].Equals(search[..plain], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            if (plain == search.Length)
            {
                return true;
            }

            var wanted = Jamo(search[plain]);
            if (wanted != Jamo(text[plain]) && wanted != InitialOf(text[plain]))
            {
                return false;
            }

            search = search[(plain + 1)..];
            text = text[(plain + 1)..];
        }

        return true;
    }

    private static int InitialAhead(ReadOnlySpan<char> search)
    {
        var at = 0;
        while (at < search.Length && Jamo(search[at]) < 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>Which initial stands here by itself, in either of its two codes; -1 for none.</summary>
    private static int Jamo(char letter) => letter switch
    {
        >= '\u1100' and <= '\u1112' => letter - '\u1100',
        >= '\u3131' and <= '\u314E' => Initials.IndexOf(letter, StringComparison.Ordinal),
        _ => -1,
    };

    private static int InitialOf(char letter) =>
        letter is >= '\uAC00' and <= '\uD7A3' ? (letter - '\uAC00') / SyllablesOfAnInitial : -1;

    private static string TakenApart(string search)
    {
        var apart = new StringBuilder(search.Length + 8);
        foreach (var letter in search)
        {
            var cluster = Clusters.IndexOf(letter, StringComparison.Ordinal);
            _ = cluster < 0 ? apart.Append(letter) : apart.Append(ClusterParts, 2 * cluster, 2);
        }

        return apart.ToString();
    }
}

/// <summary>Brings texts into the one form in which they are compared.</summary>
file static class HangulText
{
    /// <summary>
    /// The composed form. A process without culture data composes no letter but those of Hangul, for which the code
    /// points are computed.
    /// </summary>
    internal static string Composed(string text)
    {
        foreach (var letter in text)
        {
            if (!IsComposedByItself(letter))
            {
                return Syllables(Wording.IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : text);
            }
        }

        return text;
    }

    // Latin, Hangul, ideographs and their punctuation: what nearly every text is made of.
    private static bool IsComposedByItself(char letter) => letter is
        < '\u0300' or (>= '\u2010' and <= '\u2027') or (>= '\u3000' and <= '\u3029') or (>= '\u3131' and <= '\u318E')
        or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFFEE');

    private static string Syllables(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var before = composed.Length > 0 ? composed[^1] : '\0';
            var joined = letter switch
            {
                >= '\u1161' and <= '\u1175' when before is >= '\u1100' and <= '\u1112' =>
                    '\uAC00' + ((((before - '\u1100') * 21) + (letter - '\u1161')) * 28),
                >= '\u11A8' and <= '\u11C2' when IsOpen(before) => before + (letter - '\u11A7'),
                _ => 0,
            };
            if (joined == 0)
            {
                composed.Append(letter);
            }
            else
            {
                composed[^1] = (char)joined;
            }
        }

        return composed.ToString();
    }

    // A syllable without a final consonant has room for one.
    private static bool IsOpen(char letter) =>
        letter is >= '\uAC00' and <= '\uD7A3' && (letter - '\uAC00') % 28 == 0;
}
