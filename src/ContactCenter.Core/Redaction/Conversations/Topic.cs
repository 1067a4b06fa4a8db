namespace ContactCenter.Redaction;

/// <summary>What a message speaks of, as far as it tells what the next one may hold.</summary>
/// <param name="Asks">What of a card it names.</param>
/// <param name="IsAboutCards">It speaks of a card.</param>
/// <param name="IsAboutOthers">It names something else that has a number.</param>
/// <param name="IsQuestion">There is a question in it.</param>
/// <param name="IsAboutDetails">It speaks of a card's number and of what goes with it.</param>
/// <param name="NamesCode">It names a code, an expiry or a PIN by a word that means nothing else.</param>
internal readonly record struct Topic(
    AskedFor Asks, bool IsAboutCards, bool IsAboutOthers, bool IsQuestion, bool IsAboutDetails, bool NamesCode)
{
    private const uint ANumber = 1;
    private const uint Details = 2;

    private const Cue OfCards = Cue.Card | Cue.SecurityCode | Cue.Pin | Cue.Expiry;

    private const Cue OfOthers = Cue.Other | Cue.Perishable | Cue.Place | Cue.Passport | Cue.Licence | Cue.Account
        | Cue.Routing | Cue.Phone | Cue.SocialSecurity | Cue.Resident;

    // Apart from the words beside numbers: here a word need not stand next to anything.
    private static readonly WordTrie Numbers = new WordTrie()
        .Add(CardNumberWords.Names, ANumber).Add(CardNumberWords.Details, Details);
    private static readonly WordTrie Words = CueWords.Of(
        OfCards | OfOthers | Cue.SecurityHint | Cue.ExpiryHint | Cue.PinHint);

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="isAboutCards">A card was spoken of before, so that words of many meanings have this one.</param>
    public static Topic Of(ReadOnlySpan<char> text, bool isAboutCards)
    {
        var cues = (Cue)Words.ValuesIn(text);
        var named = Numbers.ValuesIn(text);
        var asks = named != 0 ? AskedFor.CardNumber : AskedFor.None;
        asks |= Asked(cues, Cue.SecurityCode, AskedFor.SecurityCode) | Asked(cues, Cue.Pin | Cue.PinHint, AskedFor.Pin);
        if ((cues & (Cue.Perishable | Cue.Passport | Cue.Licence)) == Cue.None)
        {
            asks |= Asked(cues, Cue.Expiry | Cue.ExpiryHint, AskedFor.CardExpiry);
        }

        if (isAboutCards || asks != AskedFor.None || (cues & Cue.Card) != Cue.None)
        {
            // Whoever logs in is sent a verification code as well.
            asks |= Asked(cues, Cue.SecurityHint, AskedFor.SecurityCode);
        }

        return new Topic(
            asks,
            (asks & AskedFor.CardNumber) != AskedFor.None || (cues & OfCards) != Cue.None,
            (cues & OfOthers) != Cue.None,
            text.ContainsAny('?', '\uFF1F', '\u061F'),
            (named & Details) != 0,
            (cues & (Cue.SecurityCode | Cue.Pin | Cue.PinHint | Cue.Expiry)) != Cue.None);
    }

    private static AskedFor Asked(Cue cues, Cue words, AskedFor what) =>
        (cues & words) != Cue.None ? what : AskedFor.None;
}
