using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace ContactCenter.Redaction;

/// <summary>The words by which people call a number something, in the languages of a contact centre.</summary>
/// <remarks>
/// Whole words where a word is short or common, stems where words are inflected, compounded or written without spaces.
/// </remarks>
internal static class NumberWords
{
    private const int LongestWord = 32;

    private static readonly FrozenDictionary<string, WordRole>.AlternateLookup<ReadOnlySpan<char>> Words =
        Build().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> CardStems = SearchValues.Create(
        [
            "card", "kart", "cart", "tarjeta", "kaart", "kort", "visa", "master", "maestro", "unionpay", "credit",
            "debit", "amex", "jcb", "discover", "diners", "mir", "pan", "cc", "ccn",
        ],
        StringComparison.OrdinalIgnoreCase);

    // Whether an ASCII word has a stem at all, which few have.
    private static readonly SearchValues<string> AsciiStems = SearchValues.Create(
        [
            "account", "tracking", "bestell", "konto", "gift", "barcode", "loyalty", "card", "karte", "carte", "carta",
            "kartu", "kartin", "tarjeta", "cartao", "kaart", "visa", "maestro", "unionpay", "credit", "number",
            "nummer", "numara", "digit",
        ],
        StringComparison.OrdinalIgnoreCase);

    // The first of them in the word decides, so what names another number comes first.
    private static readonly (string Stem, WordRole Role)[] Stems =
    [
        ("account", WordRole.Other), ("계좌", WordRole.Other), ("주문", WordRole.Other), ("송장", WordRole.Other),
        ("회원", WordRole.Other), ("전화", WordRole.Other), ("핸드폰", WordRole.Other), ("휴대폰", WordRole.Other),
        ("예약", WordRole.Other), ("접수", WordRole.Other), ("사업자", WordRole.Other), ("주민", WordRole.Other),
        ("口座", WordRole.Other), ("注文", WordRole.Other), ("電話", WordRole.Other), ("会員", WordRole.Other),
        ("予約", WordRole.Other), ("订单", WordRole.Other), ("账号", WordRole.Other), ("电话", WordRole.Other),
        ("tracking", WordRole.Other), ("bestell", WordRole.Other), ("konto", WordRole.Other),
        ("телефон", WordRole.Other), ("заказ", WordRole.Other), ("счет", WordRole.Other), ("счёт", WordRole.Other),
        ("gift", WordRole.Other), ("barcode", WordRole.Other), ("loyalty", WordRole.Other),
        ("kartennummer", WordRole.CardNumber), ("kartennr", WordRole.CardNumber), ("cardnumber", WordRole.CardNumber),
        ("card_number", WordRole.CardNumber), ("cardno", WordRole.CardNumber), ("카드번호", WordRole.CardNumber),
        ("카드넘버", WordRole.CardNumber), ("カード番号", WordRole.CardNumber), ("卡号", WordRole.CardNumber),
        ("卡號", WordRole.CardNumber), ("หมายเลขบัตร", WordRole.CardNumber), ("เลขบัตร", WordRole.CardNumber),
        ("card", WordRole.Card), ("karte", WordRole.Card), ("carte", WordRole.Card), ("carta", WordRole.Card),
        ("kartu", WordRole.Card), ("kartı", WordRole.Card), ("kartin", WordRole.Card), ("tarjeta", WordRole.Card),
        ("cartão", WordRole.Card), ("cartao", WordRole.Card), ("kaart", WordRole.Card), ("карт", WordRole.Card),
        ("Карт", WordRole.Card),
        ("카드", WordRole.Card), ("カード", WordRole.Card), ("クレカ", WordRole.Card), ("信用卡", WordRole.Card),
        ("银行卡", WordRole.Card), ("銀行卡", WordRole.Card), ("บัตร", WordRole.Card), ("بطاق", WordRole.Card),
        ("کارت", WordRole.Card), ("कार्ड", WordRole.Card), ("কার্ড", WordRole.Card), ("thẻ", WordRole.Card),
        ("visa", WordRole.Card), ("mastercard", WordRole.Card), ("maestro", WordRole.Card),
        ("unionpay", WordRole.Card), ("银联", WordRole.Card), ("은련", WordRole.Card),
        ("credit", WordRole.Card),
        ("番号", WordRole.Number), ("번호", WordRole.Number), ("넘버", WordRole.Number), ("หมายเลข", WordRole.Number),
        ("number", WordRole.Number), ("nummer", WordRole.Number), ("numara", WordRole.Number),
        ("номер", WordRole.Number), ("Номер", WordRole.Number), ("رقم", WordRole.Number), ("شماره", WordRole.Number),
        ("नंबर", WordRole.Number),
        ("নম্বর", WordRole.Number), ("号码", WordRole.Number), ("號碼", WordRole.Number), ("digit", WordRole.Number),
    ];

    /// <summary>Whether a card may be spoken of at all: most texts with numbers in them do not.</summary>
    public static bool SpeakOfCards(ReadOnlySpan<char> text) => text.ContainsAny(CardStems) || !Ascii.IsValid(text);

    /// <summary>What a word does for the number next to it.</summary>
    public static WordRole RoleOf(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return WordRole.None;
        }

        if (Words.TryGetValue(word, out var role))
        {
            return role;
        }

        var isAscii = Ascii.IsValid(word);
        if (isAscii && !word.ContainsAny(AsciiStems))
        {
            return WordRole.None;
        }

        var comparison = isAscii ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var (stem, roleOfStem) in Stems)
        {
            if (word.Contains(stem, comparison))
            {
                return roleOfStem;
            }
        }

        return WordRole.None;
    }

    private static FrozenDictionary<string, WordRole> Build()
    {
        var words = new Dictionary<string, WordRole>(StringComparer.OrdinalIgnoreCase);
        void Add(WordRole role, string list)
        {
            foreach (var word in list.Split(' '))
            {
                words.Add(word, role);
            }
        }

        Add(WordRole.Card, "cc amex jcb discover diners debit visa mastercard mir kort kartou kart karty karta");
        Add(WordRole.CardNumber, "pan ccnum ccn");
        Add(
            WordRole.Number,
            "no nr num nbr n° nº № numero número numéro numer nomor số");
        Add(
            WordRole.Filler,
            "is was are it its as my the a an full new correct complete whole actually called following entire this "
            + "de di da do del della der des la le el il es é è e ist est jest son saya adalah là है は 는 은 이 가 是 "
            + "هو هي của tôi");
        Add(
            WordRole.Other,
            "ac acc acct a/c ssn sn phone ph tel tele telephone mobile cell fax order ref reference case id ids uid "
            + "ticket imei imsi iccid sim usps ups fedex dhl isbn ean jan gtin upc sscc serial s/n invoice booking "
            + "reservation confirmation product sku ts t created_at iban vin member membership pedido commande "
            + "code otp zip passport license licence routing aba swift transaction txn trx session user guid uuid qty");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
