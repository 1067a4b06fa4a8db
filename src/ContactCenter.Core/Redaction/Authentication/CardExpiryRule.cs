namespace ContactCenter.Redaction;

/// <summary>Finds the expiry of a card: a month and a year beside its name, or right behind a card number.</summary>
/// <remarks>
/// As 12/27, 12-2027, 1227, 2027-12, 2027年12月, Dec 2027 and the like, with words of some twenty languages. A full date
/// is none, nor is a date on which a trial, a coupon or a passport ends. Immutable and thread safe; one pass, linear in
/// the length of the text.
/// </remarks>
public sealed class CardExpiryRule : IRedactionRule, ICuedRule
{
    private const int Fewest = 2;

    private const Cue Words = Cue.Expiry | Cue.ExpiryHint;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.CardExpiry;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => Fewest;

    Cue ICuedRule.Words => Words;

    int ICuedRule.FewestDigitsWithoutWords => CardReading.MinDigits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        if (text.Context.PartOf == Kind)
        {
            ToldPart.Find(text, ref findings);
            return;
        }

        var characters = text.Characters;
        var isAsked = (text.Context.AskedFor & AskedFor.CardExpiry) != AskedFor.None;
        var isNamed = isAsked || text.Speaks(Words);
        var holdsCard = text.MostDigits >= CardReading.MinDigits && text.HoldsCard();
        var isBesideCard = holdsCard || characters.Contains(Masks.Star);
        if (!(isNamed || isBesideCard) || !FewDigits.HaveAtLeast(characters, Fewest))
        {
            return;
        }

        findings.Spend(characters.Length);
        if (isNamed)
        {
            var asked = isAsked ? Cue.Expiry : Cue.None;
            new CuedNumbers<ExpiryShape>(characters, default, CueWords.WithCards, asked).Find(ref findings);
        }

        if (!isBesideCard)
        {
            return;
        }

        if (holdsCard && text.HoldsMoreBehindCard())
        {
            foreach (var card in new BehindCards(characters))
            {
                findings.Spend(BehindCards.WorkPerNumber);
                if (card.ExpiryEnd > 0)
                {
                    findings.Add(card.ExpiryStart, card.ExpiryEnd - card.ExpiryStart);
                }
            }
        }

        BesideCards.Find(characters, isCode: false, ref findings);
        RunOnCard.FindBehind(text, isCode: false, ref findings);
    }
}
