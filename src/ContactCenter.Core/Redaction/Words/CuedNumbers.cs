namespace ContactCenter.Redaction;

/// <summary>Finds values that are told from other numbers by the words before or behind them.</summary>
/// <remarks>
/// One walk over the words of the sentences in which a name stands, without looking back. A name leads to the next
/// value unless too much stands in between; a value waits for a name right behind it.
/// </remarks>
/// <param name="text">The whole text.</param>
/// <param name="shape">The form of the values.</param>
/// <param name="words">All words that name such a value, or may mean it, among others or alone.</param>
/// <param name="asked">What was asked for, as if it stood before the text; nothing by default.</param>
internal ref struct CuedNumbers<TShape>(ReadOnlySpan<char> text, TShape shape, WordTrie words, Cue asked = Cue.None)
    where TShape : ICuedShape
{
    private const int WorkPerToken = 4;
    private const int MostWorkPerWord = 32;

    // One unknown word, or four characters of a script without spaces, is what people put in between at most.
    private const int MostDoubt = 4;
    private const int Nobody = -1;

    // Who answers a question may say some words first.
    private const int MostDoubtInAnswer = 4 * MostDoubt;

    // What is said of a value may stand beside its name.
    private const Cue Neutral = Cue.Filler | Cue.Card | Cue.FirstDigits | Cue.Bank | Cue.LastDigits;

    private const Cue Subjects = Cue.Card | Cue.Perishable | Cue.Place;

    private readonly ReadOnlySpan<char> _text = text;
    private NamedSentences _sentences = new(text, words, shape.Names | shape.Hints);

    // What the name said, and how much doubt has come since.
    private Cue _said = asked;
    private int _doubt;
    private bool _isLinked;
    private bool _isAnswer = asked != Cue.None;

    // A value whose name may still come, and the name if it has come and nothing has confirmed it.
    private int _waiting = Nobody;
    private int _waitingEnd;
    private Cue _saidBehind;
    private bool _isLinkedBehind;

    private Cue _subject;
    private bool _wasUnknown;
    private bool _isEnding;

    public void Find(ref FindingList findings)
    {
        var reader = new WordReader(_text);
        while ((!IsIdle || TrySkip(ref reader, ref findings)) && reader.MoveNext())
        {
            findings.Spend(WorkPerToken + Math.Min(MostWorkPerWord, reader.End - reader.Start));
            switch (reader.Token)
            {
                case WordToken.Mask:
                    Forget();
                    break;
                case WordToken.Sign when _text[reader.Start] is not ('(' or '+'):
                    TakeSign(_text[reader.Start], ref findings);
                    break;
                case WordToken.Number when _isEnding:
                    // The last digits of a card say which it is: "the cvv for the card ending 4444 is …".
                    break;
                default:
                    if (TakeValue(reader, ref findings) is var end and > 0)
                    {
                        reader.End = end;
                    }
                    else if (reader.Token != WordToken.Sign)
                    {
                        TakeWord(reader, ref findings);
                    }

                    break;
            }

            _wasUnknown = reader.Token == WordToken.Unknown;
            _isEnding = (reader.Cue & Cue.LastDigits) != Cue.None && _subject == Cue.Card;
        }

        Confirm(ref findings);
    }

    // Whether nothing that was read so far has a bearing on what comes.
    private readonly bool IsIdle =>
        _waiting == Nobody && (_said == Cue.None || _doubt > (_isAnswer ? MostDoubtInAnswer : MostDoubt));

    private readonly bool IsNamed => (_said & shape.Names) != Cue.None;

    private readonly bool Leads => _said != Cue.None && (_doubt == 0
        || (IsNamed && (_isLinked || (_said & Cue.SecurityCode) != Cue.None) && _doubt <= MostDoubt)
        || (_isAnswer && _doubt <= MostDoubtInAnswer));

    // On to the next sentence with a name; false where there is none.
    private bool TrySkip(ref WordReader reader, ref FindingList findings)
    {
        var next = _sentences.Next(reader.End, ref findings);
        if (next > reader.End)
        {
            reader.End = next;
            _subject = Cue.None;
            _wasUnknown = false;
        }

        return next >= 0;
    }

    private int TakeValue(in WordReader reader, ref FindingList findings)
    {
        if (reader.Token == WordToken.Known && (reader.Cue & (shape.Names | shape.Hints)) != Cue.None)
        {
            return Nobody;
        }

        if (Leads && shape.EndOf(_text, reader.Start, _said | (_subject & Cue.Card)) is var end and > 0)
        {
            if (_isAnswer && findings.Overlap(reader.Start, end))
            {
                // Of a card number, which was asked for too.
                return end;
            }

            findings.Add(reader.Start, end - reader.Start, IsNamed ? Confidence.High : Confidence.Medium);
            Forget();
            return end;
        }

        if (shape.EndOf(_text, reader.Start, Cue.None) is var free and > 0)
        {
            Forget();
            _waiting = reader.Start;
            _waitingEnd = free;
            return free;
        }

        return Nobody;
    }

    private void TakeWord(in WordReader reader, ref FindingList findings)
    {
        var cue = reader.Cue;
        if ((cue & (shape.Names | shape.Hints)) != Cue.None)
        {
            if (shape.IsNamedBy(cue, _subject, _wasUnknown))
            {
                TakeName(cue, ref findings);
                return;
            }

            cue = Cue.Other;
        }

        if ((cue & Subjects) != Cue.None)
        {
            _subject = (cue & Cue.Card) != Cue.None ? Cue.Card : cue & Subjects;
        }

        if ((cue & Cue.Link) != Cue.None)
        {
            _isLinked = true;
            _isLinkedBehind = true;
        }
        else if ((cue & Neutral) != Cue.None)
        {
            _said |= _said == Cue.None ? Cue.None : cue & Neutral;
        }
        else if (reader.Token == WordToken.Known && (cue & Cue.Unit) == Cue.None)
        {
            Forget();
        }
        else
        {
            var isLetter = reader.End - reader.Start == 1;
            _doubt += isLetter && Letters.ClassOf(_text[reader.Start]) == LetterClass.Unspaced ? 1 : MostDoubt;
            _isLinked = false;
            _waiting = Nobody;
        }
    }

    private void TakeName(Cue cue, ref FindingList findings)
    {
        // Two names of one thing: "CVV (the 3 digits on the back)".
        _said = Leads ? _said | cue : cue;
        _doubt = 0;
        _isLinked = false;
        if (_waiting == Nobody || _saidBehind != Cue.None)
        {
            return;
        }

        _saidBehind = cue;
        if (_isLinkedBehind)
        {
            Confirm(ref findings);
        }
    }

    private void TakeSign(char sign, ref FindingList findings)
    {
        switch (sign)
        {
            case ':' or '=' or '\u2192' or '>' or '"':
                _isLinked = true;
                break;
            case '.' or '!' or '?' or ';' or '\n' or '\r' or '\u3002':
                Confirm(ref findings);
                _waiting = Nobody;
                _subject = Cue.None;
                break;
            default:
                break;
        }
    }

    // The name stood behind the value, and no other value came for it.
    private void Confirm(ref FindingList findings)
    {
        if (_waiting == Nobody || _saidBehind == Cue.None)
        {
            return;
        }

        if (shape.EndOf(_text, _waiting, _saidBehind | (_subject & Cue.Card)) == _waitingEnd)
        {
            var isNamed = (_saidBehind & shape.Names) != Cue.None;
            findings.Add(_waiting, _waitingEnd - _waiting, isNamed ? Confidence.High : Confidence.Medium);
            Forget();
        }

        _waiting = Nobody;
    }

    private void Forget()
    {
        _said = Cue.None;
        _doubt = 0;
        _isLinked = false;
        _isAnswer = false;
        _waiting = Nobody;
        _saidBehind = Cue.None;
        _isLinkedBehind = false;
    }
}
