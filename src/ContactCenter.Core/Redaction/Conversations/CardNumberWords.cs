namespace ContactCenter.Redaction;

/// <summary>What people say who ask for the number of a card, or begin to tell it.</summary>
internal static class CardNumberWords
{
    public const string Names = """
        en: card number, card no, card numbers, credit card number, debit card number, number of your card, long number
        en: number on your card, number on the card, number on the front, numbers on the front, digits on the front
        en: 16 digits, sixteen digits, 16 digit number, sixteen digit number, 15 digits, first digits, card digits
        en: groups of four, groups of 4, blocks of four, blocks of 4, four at a time, 4 at a time, four digits at a time
        en: four digits at once, rest of the card, rest of your card, rest of the number, card starts with
        en: card begins with, card ends with, pan, ccn, card num
        ko: 카드 번호, 카드 넘버, 카드의 번호, 긴 번호, 앞면 번호, 앞면 숫자, 앞면의 번호, 열여섯 자리, 16 자리, 네 자리씩, 4 자리씩, 카드 앞면
        ko: 나머지 번호, 나머지 숫자, 번호 전체
        ja: カード番号, カードの番号, カードナンバー, 表面の番号, 16桁, 十六桁, 4桁ずつ, 四桁ずつ, 残りの番号, 残りの数字
        zh: 卡号, 卡號, 卡号码, 卡片号码, 卡片號碼, 卡的号码, 16位, 十六位, 四位一组, 四位一組, 正面的号码, 正面的號碼, 剩下的号码
        es: número de tarjeta, número de la tarjeta, número de su tarjeta, número de tu tarjeta, 16 dígitos
        es: dieciséis dígitos, de cuatro en cuatro, grupos de cuatro, números de la tarjeta
        fr: numéro de carte, numéro de la carte, numéro de votre carte, 16 chiffres, seize chiffres, groupes de quatre
        fr: quatre par quatre, numéro de ta carte
        de: Kartennummer, Kreditkartennummer, Nummer der Karte, Nummer Ihrer Karte, 16 Ziffern, Viererblöcken
        de: Vierergruppen, sechzehnstellige Nummer, 16-stellige Nummer, vordere Nummer
        it: numero della carta, numero di carta, numero della sua carta, 16 cifre, sedici cifre, gruppi di quattro
        pt: número do cartão, número do seu cartão, número de cartão, 16 dígitos, dezesseis dígitos, grupos de quatro
        nl: kaartnummer, creditcardnummer, nummer van de kaart, 16 cijfers, groepjes van vier, groepen van vier
        pl: numer karty, numeru karty, numer twojej karty, 16 cyfr, szesnaście cyfr, po cztery cyfry
        ru: номер* карт*, номер вашей карты, 16 цифр, шестнадцать цифр, по четыре цифры
        uk: номер картки, номер карти, 16 цифр
        tr: kart numara*, kartınızın numara*, 16 hane*, on altı hane*, dörder dörder
        ar: رقم البطاقة, رقم بطاقتك, رقم الكارت, رقم الفيزا, 16 رقم, ستة عشر رقما
        hi: कार्ड नंबर, कार्ड का नंबर, कार्ड नम्बर, कार्ड संख्या, 16 अंक, सोलह अंक
        vi: số thẻ, số của thẻ, 16 số, mười sáu số, số trên thẻ
        id: nomor kartu, 16 digit, nomor kartu kredit
        th: หมายเลขบัตร, เลขบัตร, เลขหน้าบัตร, เลข 16 หลัก
        sv: kortnummer, kortnumret, 16 siffror
        da: kortnummer, kortnummeret, kortets nummer, 16 cifre
        fi: kortin numero, korttinumero, 16 numeroa
        cs: číslo karty, čísla karty, 16 číslic
        hu: kártyaszám*, kártya száma, 16 számjegy
        ro: numărul cardului, număr de card
        el: αριθμό κάρτας, αριθμός κάρτας, αριθμό της κάρτας
        he: מספר כרטיס, מספר הכרטיס
        """;

    /// <summary>What people say who ask for the number and for what goes with it.</summary>
    public const string Details = """
        en: card details, card information, card info, card data, details of your card, details of the card
        ko: 카드 정보, 카드의 정보, 카드 상세 정보
        ja: カード情報, カードの情報
        zh: 卡信息, 卡片信息, 信用卡信息, 卡片資訊
        es: datos de la tarjeta, datos de tu tarjeta, datos de su tarjeta
        fr: informations de carte, informations de la carte, données de la carte, coordonnées de la carte
        de: Kartendaten, Kreditkartendaten
        it: dati della carta
        pt: dados do cartão
        nl: kaartgegevens, creditcardgegevens
        pl: dane karty
        ru: данные карты
        tr: kart bilgi*
        """;
}
