namespace ContactCenter.Redaction;

/// <summary>What people call the expiry of a card, what else expires, and the months.</summary>
internal static class ExpiryWords
{
    public const string Names = """
        en: exp, expiry, expiry date, exp date, expdate, expiration, expiration date, valid thru, valid through, thru
        en: mm yy, mm yyyy, good thru, good through, expiry month, valid thru date, date of expiry, date of expiration
        en: exp month
        en: expiring date
        ko: 유효 기간, 유효 기한, 유효 일자, 만료일, 만료 일자, 만료 날짜, 만료 월, 만기일, 만료 년월, 유효 년월, 만료 기간, 카드 만기
        ja: 有効期限, 有効期間, 有効年月, 使用期限, カード期限, 有効月, 有効日
        zh: 有效期, 有效期限, 有效日期, 有效期至, 到期日, 到期日期, 到期时间, 到期時間, 失效日期, 有效年月, 有效月年, 到期年月, 截止日期
        es: vencimiento, fecha de vencimiento, caducidad, fecha de caducidad, fecha de expiración, expiración
        es: fecha de exp
        es: venc, fecha venc, válida hasta, vto, fecha de vto
        fr: date d'expiration, expiration, date de validité, date expiration, date d'échéance, fin de validité
        fr: date d'exp, expire fin, échéance
        de: Gültigkeit, gültig bis, Ablaufdatum, Verfallsdatum, Gültigkeitsdatum, Ablauf, gueltig bis, Gültig bis Ende
        de: Kartenablauf, Verfall, Ablaufmonat, Gültigkeitsende
        it: scadenza, data di scadenza, data scadenza, scad, valida fino al, valida fino a
        pt: validade, data de validade, vencimento, data de vencimento, data de expiração, válido até, val, venc
        nl: vervaldatum, geldig tot, geldigheidsdatum, verloopdatum, geldig t/m, geldig tot en met, vervalt
        pl: data ważności, ważna do, ważność, termin ważności, data wygaśnięcia, ważne do, ważny do, daty ważności
        ru: срок действия, срок годности карты, действует до, действительна до, действителен до, годна до, срок карты
        ru: дата окончания, срок, срока действия, истекает, дата истечения, годен до
        uk: термін дії, дійсна до
        tr: son kullanma tarih*, skt, geçerlilik tarih*, son kullanma, geçerlilik süre*, son kullanım tarih*
        tr: son geçerlilik tarih*
        ar: تاريخ الانتهاء, تاريخ انتهاء, تاريخ انتهاء الصلاحية, انتهاء الصلاحية, صالحة حتى, الصلاحية, صلاحية, تنتهي في
        ar: تاريخ الصلاحية, تاريخ انتهاء البطاقة, صالحة لغاية, صلاحية البطاقة
        hi: समाप्ति तिथि, समाप्ति, वैधता, एक्सपायरी, एक्सपायरी डेट, वैध तक, वैलिडिटी, एक्सपाइरी, समाप्ति तारीख
        vi: ngày hết hạn, hết hạn, hạn sử dụng, hạn thẻ, hiệu lực đến, ngày hiệu lực, có giá trị đến, thời hạn, hạn dùng
        id: masa berlaku, berlaku hingga, berlaku sampai, tanggal kedaluwarsa, kedaluwarsa
        th: วันหมดอายุ, หมดอายุ, บัตรหมดอายุ
        sv: giltig till, utgångsdatum, giltigt till, giltighetstid
        da: udløbsdato, utløpsdato, gyldig til, udløber, utløper
        fi: voimassa, viimeinen voimassaolopäivä, vanhenee
        cs: platnost do, platnost, datum platnosti, platná do
        hu: lejárat, lejárati dátum
        ro: data expirării, expirare, valabil până la
        el: ημερομηνία λήξης, λήξη, ισχύει έως
        he: תוקף, בתוקף עד, תאריך תפוגה
        """;

    /// <summary>Said of cards, and of whatever else ends.</summary>
    public const string Hints = """
        en: expires, expire, expiring, valid until, valid till, expires on, expires in, expires end of, valid to
        en: good until
        ko: 만료, 만기
        ja: 期限
        zh: 到期, 有效至, 有效到
        es: caduca, vence, expira, caduca en, vence en, expira en, caduca el, vence el, caduca a finales de
        es: vence a fin de
        fr: expire, expire en, expire le, valable jusqu'au, valable jusqu'en, valide jusqu'au, valide jusqu'en, expirant
        de: läuft, läuft ab, gilt bis, verfällt, abläuft, läuft ab am, läuft ab im, Ablauf im
        it: scade, scade a, scade il, scade nel, valida fino, in scadenza
        pt: vence, expira, vence em, expira em, válido, caduca
        nl: verloopt, verloopt in, verloopt op, loopt af
        pl: wygasa, traci ważność, wygasa w
        ru: до, заканчивается, кончается
        tr: sona eriyor, bitiyor, geçerli
        ar: تنتهي, ينتهي, صالح حتى
        hi: समाप्त, तक वैध
        vi: hết hiệu lực
        """;

    /// <summary>Things whose expiry everybody may know.</summary>
    public const string Perishables = """
        en: trial, free trial, subscription, membership, offer, coupon, coupons, voucher, passport, licence, license
        en: permit
        en: warranty, lease, contract, plan, sale, deal, promo, promotion, ticket, tickets, certificate, insurance
        en: policy
        en: domain, discount, gift, medicine, milk, food, password, invitation, quote, reservation, booking, points
        en: miles
        en: session, guarantee, agreement, registration, course, visa status, product, batch, promo code, discount code
        ko: 쿠폰, 여권, 면허, 면허증, 보증, 계약, 체험, 구독, 회원권, 상품권, 이용권, 이벤트, 할인, 보험, 티켓, 멤버십, 식품, 우유, 포인트, 마일리지, 비자
        ja: クーポン, パスポート, 免許, 免許証, 保証, 契約, 試用, 体験, ポイント, 会員, 保険, チケット, キャンペーン, 商品, 賞味, 消費, ビザ, 定期
        zh: 优惠, 优惠券, 優惠券, 护照, 護照, 驾照, 駕照, 合同, 合約, 试用, 試用, 保修, 会员, 會員, 保险, 保險, 签证, 簽證, 积分, 門票, 门票, 药, 牛奶
        es: prueba, cupón, pasaporte, licencia, garantía, oferta, contrato, suscripción, póliza, seguro, membresía, bono
        es: plan, abono, carnet, descuento, promoción, visado
        fr: essai, coupon, passeport, permis, garantie, offre, contrat, abonnement, assurance, promotion, bail, bon
        de: Testphase, Probezeit, Probeabo, Gutschein, Reisepass, Führerschein, Garantie, Angebot, Vertrag, Abo, Rabatt
        de: Abonnement, Versicherung, Mitgliedschaft, Ausweis, Personalausweis, Aktion, Ticket, Visum, Pass
        it: prova, coupon, passaporto, patente, garanzia, offerta, contratto, abbonamento, assicurazione, buono, sconto
        pt: teste, cupom, cupão, passaporte, carteira, garantia, oferta, contrato, assinatura, seguro, promoção
        pt: desconto
        nl: proefperiode, coupon, paspoort, rijbewijs, garantie, aanbieding, contract, abonnement, verzekering
        nl: kortingscode
        nl: korting, bon, proef, lidmaatschap, actie
        pl: próbny, okres próbny, kupon, paszport, gwarancja, oferta, umowa, abonament, ubezpieczenie, prawo jazdy
        pl: bilet
        pl: subskrypcja, promocja, rabat, dowód
        ru: пробный, пробный период, купон, паспорт*, права, гаранти*, акци*, договор*, подписк*, страховк*, абонемент*
        ru: полис*, скидк*, предложение, билет*, виза, промокод*, сертификат*
        tr: deneme, kupon*, pasaport*, ehliyet*, garanti*, teklif*, sözleşme*, abonelik*, sigorta*, indirim*, kampanya*
        tr: üyelik*, bilet*
        ar: العرض, عرض, قسيمة, القسيمة, جواز, جواز السفر, ضمان, الضمان, عقد, العقد, اشتراك, الاشتراك, الرخصة, رخصة
        ar: التجربة
        hi: ऑफर, कूपन, पासपोर्ट, वारंटी, लाइसेंस, बीमा, सदस्यता, ट्रायल, टिकट, छूट, योजना, प्लान
        id: paspor, kupon, promo, garansi, kontrak, langganan, diskon, tiket, sim, voucher, penawaran
        vi: phiếu, hộ chiếu, bảo hành, hợp đồng, dùng thử, khuyến mãi, bảo hiểm, giấy phép, bằng lái, ưu đãi, gói
        """;

    /// <summary>The names of the twelve months, a line a month.</summary>
    public static readonly string[] Months =
    [
        "jan, january, januar, januari, janvier, janv, gennaio, gen, enero, ene, janeiro, ocak, stycznia, styczeń, "
            + "sty, январь, января, янв, يناير, जनवरी, มกราคม",
        "feb, february, februar, februari, février, févr, fév, febbraio, febrero, fevereiro, fev, şubat, luty, "
            + "lutego, lut, февраль, февраля, фев, فبراير, फरवरी, กุมภาพันธ์",
        "mar, march, märz, mär, maart, mrt, mars, marzo, março, mart, marzec, marca, "
            + "март, марта, мар, مارس, मार्च, มีนาคม",
        "apr, april, avril, avr, aprile, abril, abr, nisan, kwiecień, kwietnia, kwi, апрель, апреля, апр, أبريل, "
            + "ابريل, अप्रैल, เมษายน",
        "may, mai, mei, maggio, mag, mayo, maio, mayıs, maj, maja, май, мая, مايو, मई, พฤษภาคม",
        "jun, june, juni, juin, giugno, giu, junio, junho, haziran, czerwiec, czerwca, cze, июнь, июня, июн, يونيو, "
            + "जून, มิถุนายน",
        "jul, july, juli, juillet, juil, luglio, lug, julio, julho, temmuz, lipiec, lipca, lip, июль, июля, июл, "
            + "يوليو, जुलाई, กรกฎาคม",
        "aug, august, augustus, août, aou, agosto, ago, ağustos, sierpień, sierpnia, sie, август, августа, авг, "
            + "أغسطس, अगस्त, สิงหาคม",
        "sep, sept, september, septembre, settembre, set, septiembre, setembro, eylül, wrzesień, września, wrz, "
            + "сентябрь, сентября, сен, سبتمبر, सितंबर, सितम्बर, กันยายน",
        "oct, october, oktober, okt, octobre, ottobre, ott, octubre, outubro, out, ekim, październik, października, "
            + "paź, октябрь, октября, окт, أكتوبر, अक्टूबर, ตุลาคม",
        "nov, november, novembre, noviembre, novembro, kasım, listopad, listopada, lis, ноябрь, ноября, ноя, نوفمبر, "
            + "नवंबर, नवम्बर, พฤศจิกายน",
        "dec, december, dezember, dez, décembre, déc, dicembre, dic, diciembre, dezembro, aralık, grudzień, grudnia, "
            + "gru, декабрь, декабря, дек, ديسمبر, दिसंबर, दिसम्बर, ธันวาคม",
    ];
}
