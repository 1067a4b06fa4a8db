namespace ContactCenter.Redaction;

/// <summary>Finds the security code of a card: CVV, CVC, CID and what else it is called.</summary>
/// <remarks>
/// Three or four digits with its name before or behind them, in any of some twenty languages, or in the place that it
/// has behind a card number and an expiry; beside a card number also behind a mere "sec". <see cref="Confidence.Low"/>
/// means three digits right behind a card number, which may be an amount. Immutable and thread safe; one pass, linear
/// in the length of the text.
/// </remarks>
public sealed class SecurityCodeRule : IRedactionRule, ICuedRule
{
    private const int Fewest = 3;
    private const int MostDigits = 4;

    private const Cue Words = Cue.SecurityCode | Cue.SecurityHint;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.SecurityCode;

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
        var isAsked = (text.Context.AskedFor & AskedFor.SecurityCode) != AskedFor.None;
        var isNamed = isAsked || text.Speaks(Words);
        var holdsCard = text.MostDigits >= CardReading.MinDigits && text.HoldsCard();
        if (holdsCard)
        {
            // In one run with the number there need be no few digits by themselves.
            RunOnCard.FindBehind(text, isCode: true, ref findings);
        }

        var isBesideCard = holdsCard || characters.Contains(Masks.Star);
        if (!(isNamed || isBesideCard) || !FewDigits.MayBeIn(characters, Fewest, MostDigits))
        {
            return;
        }

        findings.Spend(characters.Length);
        if (isNamed)
        {
            var asked = isAsked ? Cue.SecurityCode : Cue.None;
            new CuedNumbers<SecurityCodeShape>(characters, default, CueWords.WithCards, asked).Find(ref findings);
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
                if (card.CodeEnd > 0)
                {
                    var confidence = card.ExpiryEnd > 0 ? Confidence.High : Confidence.Low;
                    findings.Add(card.CodeStart, card.CodeEnd - card.CodeStart, confidence);
                }
            }
        }

        BesideCards.Find(characters, isCode: true, ref findings);
        if (holdsCard || CardMask.EndOfNext(characters, 0) > 0)
        {
            BriefName.Find(characters, ref findings);
        }
    }
}
