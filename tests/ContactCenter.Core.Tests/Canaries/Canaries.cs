using System.Text;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Canaries;

/// <summary>Card numbers that belong to nobody, of every scheme and as people write them.</summary>
internal static class Canaries
{
    private static readonly (string Prefix, int Length)[] Schemes =
    [
        ("4539", 16), ("5424", 16), ("2345", 16), ("3714", 15), ("3643", 14), ("3530", 16), ("6011", 16), ("6229", 16),
        ("6250", 19), ("6759", 16), ("2202", 16), ("6521", 16), ("5061", 19), ("9792", 16), ("9411", 16),
    ];

    /// <summary>One number of each scheme, as digits.</summary>
    internal static IReadOnlyList<string> Numbers { get; } =
        [.. Schemes.Select((one, index) => Cards.Number(one.Prefix, one.Length, new Dice((ulong)index + 7)))];

    /// <summary>How people write one: bare, in groups, in full-width digits, with what nobody sees between.</summary>
    internal static IReadOnlyList<Func<string, string>> Forms { get; } =
    [
        number => number,
        number => Grouped(number, " "),
        number => Grouped(number, "-"),
        number => Cards.InDigitsFrom(0xFF10, number),
        number => Grouped(number, "\u200B"),
    ];

    /// <summary>How programs write one.</summary>
    internal static IReadOnlyList<Func<string, string>> Escapes { get; } =
    [
        number => string.Concat(number.Select(digit => $"%{(int)digit:X2}")),
        number => string.Concat(number.Select(digit => $"\\u{(int)digit:x4}")),
        number => string.Concat(number.Select(digit => $"&#{(int)digit};")),
        number => string.Concat(number.Select(digit => $"&#x{(int)digit:X};")),
        number => Convert.ToBase64String(Encoding.ASCII.GetBytes(number)),
    ];

    /// <summary>All that is put where an id stands: every scheme bare, and one of each other form.</summary>
    internal static IReadOnlyList<string> Ids { get; } =
    [
        .. Numbers,
        .. Forms.Skip(1).Select((form, index) => form(Numbers[index])),
        .. Numbers.Take(4).Select(number => $"7-{number}-12"),
        .. Escapes.Select((escape, index) => escape(Numbers[index])),
    ];

    /// <summary>All that is put where words stand: the same, and every scheme in every form among words.</summary>
    internal static IReadOnlyList<string> Texts { get; } =
    [
        .. Ids,
        .. from form in Forms
           from some in Numbers.Chunk(5)
           select "card " + string.Join(" and card ", some.Select(form)),
        .. from escape in Escapes
           from some in Numbers.Chunk(5)
           select "card " + string.Join(" and card ", some.Select(escape)),
        $"1 of 2, {Numbers[0]}, 12/29",
        $"{Numbers[1]} {new string('x', 9_000)}",
        $"{Numbers[2]} \ud800",
        $"{Numbers[3]} \0",
        $"boom {Numbers[4]}",
    ];

    /// <summary>What goes with a card and is kept in no form, with what of it must be nowhere.</summary>
    internal static IReadOnlyDictionary<string, string> Particulars { get; } = new Dictionary<string, string>
    {
        ["my cvv 7391, thanks"] = "cvv 7391",
        ["the pin is 8264 I think"] = "pin is 8264",
        ["pin block 0412AC89ABCDEF67"] = "0412AC89ABCDEF67",
        [";4539578763621486=29121010000012345678?"] = "29121010000012345",
    };

    /// <summary>As they stand on the card.</summary>
    private static string Grouped(string number, string separator)
    {
        int[] groups = number.Length switch
        {
            14 => [4, 6, 4],
            15 => [4, 6, 5],
            19 => [6, 13],
            _ => [4, 4, 4, 4],
        };
        return Cards.Grouped(number, separator, groups);
    }
}
