using System.Security.Cryptography;

namespace ContactCenter.Redaction;

/// <summary>
/// The last messages of one conversation, as far as they bear upon the next: what was asked for, whether a card is
/// spoken of, and the parts of a number that is being told.
/// </summary>
/// <remarks>
/// Pure and bounded. Looking changes nothing; only what was committed moves it on. Digits are held here alone, in an
/// array that the collector never copies, and are wiped once nobody needs them. Not safe for more than one thread.
/// </remarks>
internal sealed class ConversationWindow
{
    /// <summary>How many messages back a part, a question or the name of a card counts.</summary>
    public const int Messages = 12;

    // An answer comes at once, or after a few words; one that was given may be repeated.
    private const int MessagesToAnswer = 8;
    private const int MessagesToRepeat = 2;

    // When digits are lost, and nobody can tell by them whether the number is complete.
    private const int UsualDigits = 16;

    private const AskedFor Codes = AskedFor.SecurityCode | AskedFor.CardExpiry | AskedFor.Pin;

    private readonly ToldParts _parts = new();
    private readonly Particulars _particulars = new();
    private int _count;
    private int _aboutCardsUntil;
    private int _askedAt;
    private int _askedUntil;
    private AskedFor _asked;
    private int _maskingUntil;

    /// <summary>A card number is being told, and its parts are masked as they come.</summary>
    public bool IsMasking => _count < _maskingUntil;

    /// <summary>Whether a card was spoken of.</summary>
    public bool IsAboutCards => _count < _aboutCardsUntil;

    /// <summary>What was asked for, and not answered yet.</summary>
    public AskedFor Asked => _count < _askedUntil ? _asked : AskedFor.None;

    /// <summary>Whether no digits are held and nothing is expected.</summary>
    public bool IsIdle => _parts.Count == 0 && !IsMasking && !IsAboutCards && Asked == AskedFor.None;

    /// <summary>How many digits are held.</summary>
    public int HeldDigits => _parts.Digits;

    /// <summary>What the conversation says of a message that is about to be judged.</summary>
    public Glance Look(ReadOnlySpan<char> text, Actor author)
    {
        Span<byte> digits = stackalloc byte[ToldParts.MostDigitsOfPart];
        try
        {
            var areDue = _particulars.AreDue(_count);
            var topic = Topic.Of(text, IsAboutCards || areDue);
            var fragment = Fragment.Of(text, digits, IsAboutCards || topic.IsAboutCards || _parts.Count > 0);
            var glance = new Glance
            {
                Fragment = fragment,
                Topic = topic,
                Asked = Asked,
                IsAboutCards = IsAboutCards,
                Matters = fragment.Exists
                    || topic.IsAboutCards
                    || topic.Asks != AskedFor.None
                    || (topic.IsAboutOthers && !IsIdle)
                    || areDue,
            };
            glance = fragment.MayBePart && fragment.Digits > 0
                ? Join(glance, digits[..fragment.Digits], author)
                : glance;
            return glance.PartOf == default && _particulars.AreIn(text, author, _count)
                ? glance with { Asked = glance.Asked | AskedFor.SecurityCode | AskedFor.CardExpiry }
                : glance;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digits);
        }
    }

    /// <summary>A message was committed.</summary>
    /// <param name="glance">What was seen of it.</param>
    /// <param name="text">The same text.</param>
    /// <param name="said">Who said it, and where it stands.</param>
    /// <param name="kept">How it was kept.</param>
    public void Advance(in Glance glance, ReadOnlySpan<char> text, Said said, RedactedText kept)
    {
        // A retry is no second message.
        if (_parts.Has(said))
        {
            return;
        }

        var isMasking = MasksAfter(glance, said.Author, kept);
        Pass();
        Listen(glance.Topic, said.Author, kept);
        _particulars.Advance(glance.Topic, said.Author, kept, EndsNumber(glance, kept), _count);
        Keep(glance, text, said, kept);
        _maskingUntil = !isMasking ? 0 : glance.IsMasking ? _count + Messages : _maskingUntil;
    }

    /// <summary>Whether the parts of a number are masked as they come, once that message is committed.</summary>
    public bool MasksAfter(in Glance glance, Actor author, RedactedText kept)
    {
        var isElsewhere = author.Kind == ActorKind.Customer
            ? glance is { Fragment.Exists: true, Topic.IsAboutOthers: true }
            : glance.Topic is { Asks: not AskedFor.None } or { IsAboutOthers: true }
                && (glance.Topic.Asks & AskedFor.CardNumber) == AskedFor.None;
        return !isElsewhere
            && !EndsNumber(glance, kept)
            && (glance.IsMasking ? Joins(glance, kept) : IsMasking);
    }

    /// <summary>A message was committed, or may have been, that bears upon nothing.</summary>
    public void Pass()
    {
        _count++;
        _parts.Expire(_count - Messages);
    }

    /// <summary>Whether the message was masked as the part that it is; a policy may have let it through.</summary>
    public static bool Joins(in Glance glance, RedactedText kept)
    {
        foreach (var finding in kept.Findings)
        {
            if (IsOfPart(finding, glance))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The message was refused, and what was said before of its number can be read no longer.</summary>
    public void Conceal(in Glance glance) => _parts.Hide(glance.Parts);

    /// <summary>Where those parts stand that can still be read, and are to be hidden with this message.</summary>
    public Said[] ToHide(in Glance glance) => _parts.Shown(glance.Parts);

    /// <summary>Takes up what a conversation was at when another process followed it.</summary>
    /// <param name="lines">Its last lines, as they were stored, in their order.</param>
    /// <param name="isMasking">Whether a number was being masked, as the log says.</param>
    public static ConversationWindow Rebuild(IEnumerable<(Said Said, string Text)> lines, bool isMasking)
    {
        var window = new ConversationWindow();
        foreach (var (said, text) in lines)
        {
            var glance = window.Look(text, said.Author);
            window.Advance(glance, text, said, RedactedText.FromStore(text));
            window.Recall(glance.Fragment, text, said.Author);
        }

        window._maskingUntil = isMasking ? window._count + Messages : 0;
        return window;
    }

    /// <summary>Wipes all digits.</summary>
    public void Clear() => _parts.Clear();

    // What was masked before tells by its form alone what it was: a number, its last part, or what goes with it.
    private void Recall(in Fragment fragment, ReadOnlySpan<char> text, Actor author)
    {
        var (stars, told) = (fragment.Stars, _parts.MostTold);
        if (CardMask.IsIn(text) || (stars > 0 && told >= CardReading.MinDigits && told - stars < UsualDigits - 1))
        {
            _particulars.Begin(author, _count);
        }
        else if (fragment.IsBare && stars > 0 && _particulars.AreDue(_count))
        {
            _particulars.Recall(stars, _count);
        }
    }

    private static bool IsOfPart(Finding finding, in Glance glance) =>
        finding.Kind == glance.PartOf
        && (finding.Kind != RedactionKind.CardNumber || finding.Rule == SplitNumberRule.RuleName);

    // The last part has come, or all of it at once.
    private static bool EndsNumber(in Glance glance, RedactedText kept)
    {
        foreach (var finding in kept.Findings)
        {
            if (finding.Rule != SplitNumberRule.RuleName && Truncation.IsOfCards(finding.Kind))
            {
                return true;
            }
        }

        return glance.EndsNumber;
    }

    private Glance Join(Glance glance, ReadOnlySpan<byte> told, Actor author)
    {
        var asked = glance.Asked | (glance.Topic.Asks & AskedFor.CardNumber);
        var isAsked = (asked & AskedFor.CardNumber) != AskedFor.None;
        if (isAsked && told.Length >= IssuerRanges.PrefixDigits)
        {
            // Of both that were asked for this is the longer one.
            glance = glance with { Asked = AskedFor.CardNumber };
        }

        var code = (glance.Asked & Codes) != AskedFor.None
            ? _parts.JoinCode(glance.Asked, told, author, _askedAt)
            : default;
        var joined = code.Exists
            ? code
            : _parts.JoinNumber(
                told,
                glance.Fragment.IsPrinted || _parts.Mends(glance.Fragment, author),
                author,
                glance.IsAboutCards || glance.Topic.IsAboutCards,
                isAsked);
        if (joined.Exists)
        {
            return glance with
            {
                PartOf = joined.Kind,
                Parts = joined.Parts,
                EndsNumber = joined.IsWhole,
                IsMasking = isAsked && !code.Exists && !joined.IsWhole,
            };
        }

        var total = _parts.Told + told.Length;
        if (IsMasking && _parts.HasUnknown && total <= CardReading.MaxDigits)
        {
            // Nobody knows the digits that another process has masked: what goes on as a number is one.
            var isWhole = total >= UsualDigits;
            return glance with
            {
                PartOf = RedactionKind.CardNumber,
                Parts = isWhole ? _parts.All : _parts.ShownTooMuch,
                EndsNumber = isWhole,
                IsMasking = !isWhole,
            };
        }

        // As many as a number has, and none before them: the rules know what it is.
        var isPart = _parts.Count > 0 || told.Length < UsualDigits;
        return isPart && (isAsked || IsMasking) && _parts.Begins(told)
            ? glance with
            {
                PartOf = RedactionKind.CardNumber,
                Parts = _parts.ShownTooMuch,
                IsMasking = true,
            }
            : glance;
    }

    private void Listen(in Topic topic, Actor author, RedactedText kept)
    {
        var isCustomer = author.Kind == ActorKind.Customer;
        if (topic.IsAboutCards)
        {
            _aboutCardsUntil = _count + Messages;
        }

        if (topic.Asks != AskedFor.None && !(isCustomer && topic.IsQuestion))
        {
            _asked = isCustomer ? Asked | topic.Asks : topic.Asks;
            _askedAt = _count;
            _askedUntil = _count + MessagesToAnswer;
        }
        else if (topic.IsAboutOthers && !isCustomer)
        {
            _asked = AskedFor.None;
            _parts.Clear();
        }

        foreach (var finding in kept.Findings)
        {
            if (finding.Kind.MustErase || finding.Kind == RedactionKind.CardExpiry)
            {
                _askedUntil = Math.Min(_askedUntil, _count + MessagesToRepeat);
            }
        }
    }

    private void Keep(in Glance glance, ReadOnlySpan<char> text, Said said, RedactedText kept)
    {
        var fragment = glance.Fragment;
        if (!fragment.Exists)
        {
            return;
        }

        var isPart = Joins(glance, kept);
        if (isPart)
        {
            _parts.Hide(glance.Parts);
        }

        if (EndsNumber(glance, kept))
        {
            _parts.Clear();
            _asked &= ~AskedFor.CardNumber;
        }
        else if (fragment.MayBePart && (isPart || kept.IsClean))
        {
            Add(fragment, text, said, isPart || fragment.Stars > 0);
        }
        else if (glance.Topic.IsAboutOthers)
        {
            _parts.Clear();
        }
    }

    private void Add(in Fragment fragment, ReadOnlySpan<char> text, Said said, bool isHidden)
    {
        if ((Asked & AskedFor.CardNumber) != AskedFor.None)
        {
            // Digit by digit it takes a while.
            (_askedUntil, _aboutCardsUntil) = (_count + MessagesToAnswer, _count + Messages);
        }

        Span<byte> digits = stackalloc byte[ToldParts.MostDigitsOfPart];
        Fragment.Of(text, digits, fragment.IsInWords);
        _parts.Add(said, _count, fragment, digits[..fragment.Digits], isHidden);
        CryptographicOperations.ZeroMemory(digits);
    }
}
