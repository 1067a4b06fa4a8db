namespace ContactCenter.Redaction;

/// <summary>What stands between the name of a number and the number.</summary>
internal static class LinkingWords
{
    /// <summary>Says that the one is the other.</summary>
    public const string Links = """
        en: is, are, was, its, reads, says, equals, would be, should be, thats, were, being
        ko: 는, 은, 이, 가, 은요, 는요, 이고, 라고, 이라고, 입니다만
        ja: は, が, って, です, わ
        zh: 是, 为, 為, 就是, 就為, 應該是, 应该是
        es: es, son, sería, era
        fr: est, sont, c'est, cest, serait, était
        de: ist, lautet, sind, war, wäre, heißt
        it: è, sono, sarebbe, era
        pt: é, são, seria
        nl: is, zijn, luidt
        pl: to, jest, są, brzmi
        ru: это, есть, такой
        tr: şudur, şu, şöyle
        ar: هو, هي, هذا هو
        hi: है, हैं, हे
        vi: là
        id: adalah, ialah, yaitu
        th: คือ, เป็น
        sv: är, er, on
        cs: je
        """;

    public const string Fillers = """
        en: my, the, a, an, of, on, for, from, this, that, here, heres, please, pls, plz, number, numbers, no, nr, num
        en: code
        en: value, yes, yeah, ok, okay, sure, digit, digits, back, backside, side, and, or, so, enter, use, i think, it
        en: just
        en: as, following, follows, i have, we have, sir, madam, mam, thanks, three, 3, four, 4, last, in, to be
        en: security
        en: printed, written, behind, reverse, rear, front, then, also, set, i believe, with, your, his, her, our, me
        en: below
        en: three digit, 3 digit, four digit, 4 digit, 3 digits, three digits, three numbers, 3 numbers, 2 digit, date
        en: day
        en: until, till, through, by, month, year, mm, yy, mmyy, yyyy, mm yy, mm yyyy, new, current, old, correct
        en: actual, sorry, oops, now, well, first, next, rest, final
        ko: 번호, 숫자, 제, 저의, 저희, 내, 나의, 뒷면, 뒤, 자리, 세, 네, 삼, 코드, 그리고, 및, 여기, 있는, 적힌, 써 있는, 은요, 요, 을, 를, 로
        ko: 으로, 에, 의, 도, 네, 예, 이요, 에요, 예요, 이에요, 입니다, 이며, 고요, 번, 번이, 번은, 날짜, 년, 월, 일, 부터, 까지, 세 자리, 네 자리
        ko: 3 자리, 4 자리, 6 자리, 두 자리, 2 자리, 넷, 아 그리고, 그럼, 알려드릴게요, 드릴게요, 말씀드릴게요, 불러드릴게요, 보내드려요, 저는
        ko: 그, 다음, 그다음, 첫, 첫째, 둘째, 셋째, 넷째, 마지막, 처음, 앞, 이구요, 이고요, 구요
        ko: 이랑, 랑, 하고, 와, 과, 님, 값, 혹시, 아마, 그게, 그건, 이건, 이게, 건, 제가, 쓰는, 본인, 현재, 새
        ja: の, も, で, に, と, 番号, コード, 私, 僕, わたし, 俺, 裏, 裏面, 桁, 三桁, 3桁, 四桁, 4桁, こちら, これ, となります, になります
        ja: を, 記載, 数字, ですが, ですね, だと, なのですが, お願いします, 月, 年, 今, 私の, 僕の, それ, あと, そして, 下記, 以下, 次
        zh: 到, 至, 的, 我, 我的, 号, 號, 号码, 號碼, 码, 碼, 数字, 數字, 后面, 後面, 背面, 位, 三位, 这, 這, 它, 请, 請, 您, 你的, 那个, 这个, 這個, 如下
        zh: 和, 及, 与, 了, 呢, 啊, 日期, 年, 月, 都, 也, 说, 告诉你, 是的, 对, 嗯, 四位, 六位, 3位, 4位, 6位, 目前, 現在, 现在
        """;

    public const string EuropeanFillers = """
        es: el, la, mi, mis, los, las, del, de, en, por, tu, su, y, este, esta, número, nro, num, código, con, a, al
        es: atrás
        es: reverso, dorso, parte, trasera, trás, detrás, aquí, le, te, dígitos, números, cifras, que, fecha, mes, año
        es: o
        es: hasta, tres, 3, sí, favor, le doy, secreto, ahora, lo
        fr: le, la, les, mon, ma, mes, du, des, de, au, dos, et, votre, numéro, code, ce, chiffres, voilà, voici
        fr: derrière
        fr: jusqu'en, jusqu'à, jusqu'au, d, en, l, date, mois, année, trois, ici, pour, oui, suivant, verso, il, secret
        fr: personnel, fin, le voici
        de: der, die, das, mein, meine, meiner, meines, auf, vom, von, und, dem, den, hinten, lauten, steht, Nummer
        de: Code
        de: Ziffern, Rückseite, ein, eine, hier, also, zu, zum, zur, bitte, ja, für, Datum, Monat, Jahr, Ende, am, im
        de: drei
        de: dreistellige, dreistelliger, Zahl, wie folgt, folgende, bis, ab
        it: il, lo, la, i, le, mio, mia, di, del, della, sul, sulla, retro, e, numero, codice, cifre, in, questo, ecco
        it: il mio
        it: fino, a, nel, data, mese, anno, tre, qui, al, alla, dietro, si, l, d, mia, seguente, fine
        pt: o, a, os, as, meu, minha, do, da, dos, das, de, e, número, código, verso, trás, atrás, no, na, seu, sua
        pt: aqui
        pt: até, ao, dígitos, números, que, data, mês, ano, três, sim, esta, está, aqui está, segue, em
        nl: de, het, mijn, van, op, en, nummer, code, cijfers, achterkant, dit, hier, mij, datum, maand, jaar, drie, ja
        nl: voor
        nl: tot, t/m, in, m'n, uw, staat, eind
        pl: mój, moja, moje, mojej, mojego, kod, kodu, numer, na, i, do, odwrocie, cyfry, data, daty, miesiąc, rok, tak
        pl: oto
        pl: tu, trzy, z, a, tej, ten, właśnie, podaję
        ru: мой, моя, мои, моей, моего, код, номер, на, и, обороте, цифры, с, стороны, обратной, вот, моей, у, меня
        ru: дата
        ru: месяц, год, к, три, так, да, он, она, пожалуйста, следующий, года, по, от, такой, такая, для
        uk: мій, моя, моєї, код, номер, це, і, та, на, до
        tr: benim, bu, ve, arka, olan, numara*, kod*, arkadaki, yazan, şöyle, işte, evet, ay, yıl, tarih*, için, üç
        tr: haneli
        tr: kadar, arkasındaki, üzerindeki, şifrem, bana, ait
        sv: min, mitt, mina, på, och, av, nummer, siffror, baksidan, här, det, den, för
        da: min, mit, på, og, af, nummer, cifre, bagsiden, her, det, til
        fi: minun, kortin, numero, ja, se, on, tässä
        cs: můj, moje, mé, na, a, kód, číslo, karty, mojí
        hu: az, a, kártyám, én
        ro: meu, mea, al, a, este, cardului, și, codul, pe
        """;

    public const string FarFillers = """
        ar: رقم, رمز, الرمز, الرقم, الخاص, الخاصة, بي, لي, على, من, في, كود, الكود, و, ظهر, خلف, ال, هذا, هذه, تاريخ
        ar: شهر, سنة
        ar: حتى, صلاحية, نعم, حسنا, لدي, عندي, التالي, كالتالي, الثلاثة, لو سمحت
        hi: मेरा, मेरी, मेरे, का, की, के, को, में, नंबर, नम्बर, कोड, और, यह, ये, पीछे, अंक, पर, जी, हाँ, तारीख, महीना
        hi: साल, वाला, तीन
        hi: तक, संख्या, तो, ही, अभी
        vi: vào, đến, thẻ, của, tôi, mình, em, anh, chị, số, mã, và, cái
        vi: sau, mặt, ngày, tháng, năm, thì, này, đây, dạ, vâng, ở, trên
        vi: ba, cháu
        id: saya, kartu, nomor, kode, dan, di, ini, itu, belakang, angka, bulan, tahun, aku
        th: ของ, ผม, ฉัน, ดิฉัน, ครับ, ค่ะ, บัตร, เลข, รหัส, และ, หมายเลข, นี้, ด้านหลัง, เดือน, ปี
        he: שלי, של, הכרטיס, המספר, קוד, הוא, היא, זה
        """;

    /// <summary>Before the last digits of a card, by which people tell one from another.</summary>
    public const string Endings = """
        en: ending, ending in, ending with, ends in, ends with, that ends in, that ends with, last four, last 4
        es: terminada en, que termina en, acabada en, que acaba en
        fr: se terminant par, qui se termine par, finissant par, qui finit par
        de: endend auf, endet auf, mit der Endung, mit Endung
        it: che finisce con, che termina con, terminante con
        pt: terminado em, que termina em, com final
        nl: eindigend op, die eindigt op
        pl: kończąca się na, kończącej się na
        """;

    public const string Cards = """
        *: visa, mastercard, master card, amex, american express, discover, jcb, diners, maestro, unionpay, rupay, mir
        *: cb
        en: card, cards, credit card, debit card, credit, debit, payment card, bank card, cc, card number, ccn
        en: cardholder
        ko: 카드, 신용 카드, 체크 카드, 카드 번호, 직불 카드, 법인 카드, 비자, 마스터
        ja: カード, クレジットカード, クレカ, デビットカード, カード番号, キャッシュカード, クレジット
        zh: 卡, 信用卡, 银行卡, 銀行卡, 借记卡, 卡号, 卡號, 卡片, 提款卡, 储蓄卡, 金融卡
        es: tarjeta, tarjeta de crédito, tarjeta de débito, crédito, débito
        fr: carte, carte bancaire, carte de crédit, carte bleue, ma carte
        de: Karte, Kreditkarte, Bankkarte, EC-Karte, Debitkarte, Karten, Kreditkartennummer, Kartennummer, Girokarte
        it: carta, carta di credito, carta di debito, bancomat
        pt: cartão, cartão de crédito, cartão de débito
        nl: kaart, creditcard, bankpas, pas, betaalkaart, betaalpas, pinpas
        pl: karta, karty, kartą, kartę, karcie, karta kredytowa, karty kredytowej, karty płatniczej
        ru: карта, карты, карте, карту, картой, кредитка, кредитки, банковской, кредитной, кредитная
        tr: kart, kartı*, kartım*, kartin*, kredi kart*, banka kart*, kartta
        ar: البطاقة, بطاقة, بطاقتي, بطاقة الائتمان, لبطاقتي, للبطاقة, فيزا, الفيزا
        hi: कार्ड, क्रेडिट कार्ड, डेबिट कार्ड, एटीएम
        vi: thẻ tín dụng, thẻ ghi nợ, thẻ ngân hàng, thẻ của tôi, thẻ visa
        sv: kort, kortet, kreditkort
        da: kortet, kreditkort
        cs: karta, karty
        uk: картка, картки, карти
        """;
}
