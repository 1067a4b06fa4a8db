using System.Runtime.CompilerServices;

namespace ContactCenter.Redaction;

/// <summary>The table of words beside numbers, and what each of them says.</summary>
internal static class CueWords
{
    /// <summary>Changes with any of the words.</summary>
    public const string Version = "1";

    private const Cue Authentication = Cue.SecurityCode | Cue.SecurityHint | Cue.Expiry | Cue.ExpiryHint
        | Cue.Pin | Cue.PinHint | Cue.PinBlock;

    private static readonly (Cue Cue, string Words)[] Table =
    [
        (Cue.SecurityCode, SecurityCodeWords.Names),
        (Cue.SecurityCode, SecurityCodeWords.EuropeanNames),
        (Cue.SecurityCode, SecurityCodeWords.FarNames),
        (Cue.SecurityHint, SecurityCodeWords.Hints),
        (Cue.Expiry, ExpiryWords.Names),
        (Cue.ExpiryHint, ExpiryWords.Hints),
        (Cue.Perishable, ExpiryWords.Perishables),
        (Cue.Pin, PinWords.Names),
        (Cue.Pin | Cue.Postal, PinWords.PostalNames),
        (Cue.PinHint, PinWords.Hints),
        (Cue.Place, PinWords.Places),
        (Cue.FirstDigits, PinWords.FirstDigits),
        (Cue.PinBlock, PinWords.Blocks),
        (Cue.Link, LinkingWords.Links),
        (Cue.Filler, LinkingWords.Fillers),
        (Cue.Filler, LinkingWords.EuropeanFillers),
        (Cue.Filler, LinkingWords.FarFillers),
        (Cue.Card, LinkingWords.Cards),
        (Cue.LastDigits, LinkingWords.Endings),
        (Cue.Other, OtherWords.Things),
        (Cue.Unit, OtherWords.Units),
        (Cue.Passport, PersonalWords.Passports),
        (Cue.Licence, PersonalWords.Licences),
        (Cue.Account, PersonalWords.Accounts),
        (Cue.Bank, PersonalWords.Banks),
        (Cue.Routing, PersonalWords.Routings),
        (Cue.Phone, PersonalWords.Phones),
        (Cue.SocialSecurity, PersonalWords.SocialSecurity),
        (Cue.Resident, PersonalWords.Residents),
    ];

    /// <summary>The names of what goes with a card.</summary>
    /// <remarks>The longest word counts, as it does for who reads the text with all words.</remarks>
    public static WordTrie WithCards { get; } = Of(Authentication);

    /// <summary>Every word, with all that it says.</summary>
    public static WordTrie All { get; } = Of((Cue)uint.MaxValue);

    /// <summary>Only the words that say one of these things: to see soon that a text has none of them.</summary>
    public static WordTrie Of(Cue cues)
    {
        var trie = new WordTrie();
        foreach (var (cue, words) in Table)
        {
            if ((cue & cues) != Cue.None)
            {
                trie.Add(words, (uint)cue);
            }
        }

        return trie;
    }

    /// <summary>Which names of what goes with a card stand anywhere in a text: one look for all rules.</summary>
    /// <remarks>Not inlined: whoever asks does so of each message, and would grow by all that it takes.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Cue In(ReadOnlySpan<char> text) => (Cue)WithCards.ValuesIn(text) & Authentication;
}
