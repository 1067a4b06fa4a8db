namespace ContactCenter.Redaction;

/// <summary>What else has a number, and what quantities are counted in.</summary>
internal static class OtherWords
{
    public const string Things = """
        en: room, rooms, order, ticket, invoice, reference, ref, zip, zipcode, zip code, postcode, postal code, street
        en: apt, apartment, suite, extension, ext, flight, seat, price, total, discount, booking, reservation, case
        en: tracking
        en: balance, page, step, version, error, floor, gate, bus, train, otp, one time, model, item, serial, amount
        en: charge
        en: charged, pay, paid, cost, costs, address, area, house, building, channel, chapter, line, lines, table, score
        en: discount code, promo code, coupon code, order number, room number, country code, area code, message, post
        en: map
        en: errors, failed, meeting, call, case number, ticket number, dial, text, sms, iso, pci, call us, call me
        ko: 주문, 주문 번호, 객실, 호실, 우편 번호, 주소, 할인, 금액, 예약, 예약 번호, 인증 번호, 회원 번호, 결제 금액, 운송장, 송장, 접수 번호
        ko: 오류, 에러, 사번, 학번, 상품, 모델, 수량, 원금, 배송, 와이파이, 현관, 도어락, 공동 현관, 택배, 출입문, 문의 번호, 승인 번호, 국번
        ja: 注文, 注文番号, 部屋, 号室, 郵便番号, 割引, 予約, 予約番号, 金額, 会員番号, 住所, 受付番号, 商品, 型番, 伝票番号, 追跡番号, 番地
        ja: エラー, ワンタイム, 承認番号
        zh: 错误, 錯誤, 订单, 訂單, 订单号, 房间, 房間, 邮编, 郵遞區號, 折扣, 金额, 金額, 预订, 地址, 单号, 快递, 短信, 簡訊, 手机验证码, 型号, 流水号, 编号, 授权码
        es: error, habitación, pedido, dirección, reserva, importe, factura, código postal, referencia, piso, calle
        es: total, precio
        fr: erreur, chambre, commande, réduction, remise, adresse, réservation, facture, montant, code postal, référence
        fr: prix, colis
        de: Fehler, Zimmer, Bestellung, Bestellnummer, Adresse, Rechnung, Buchung, Postleitzahl, Betrag, Preis
        de: Kundennummer
        de: Rechnungsnummer, Raum, Straße, Hausnummer, Vorgang, Auftrag
        it: errore, camera, stanza, ordine, indirizzo, fattura, prenotazione, cap, importo, prezzo, riferimento
        pt: erro, quarto, pedido, endereço, reserva, fatura, cep, valor, preço, referência, protocolo
        nl: fout, kamer, bestelling, adres, factuur, boeking, postcode, bedrag, prijs, bestelnummer, kenmerk
        pl: błąd, pokój, zamówienie, zamówienia, adres, faktura, rezerwacja, kod pocztowy, kwota, cena
        ru: ошибка, комната, заказ*, адрес, квартира, счет, бронь, индекс, сумма, цена, номер заказа, комнаты, дом, смс
        tr: hata, oda, sipariş*, adres*, fatura*, rezervasyon*, posta kodu, tutar, fiyat
        ar: خطأ, غرفة, الغرفة, طلب, الطلب, خصم, الخصم, عنوان, العنوان, فاتورة, حجز, المبلغ, السعر, الرمز البريدي
        hi: त्रुटि, कमरा, ऑर्डर, पता, बिल, बुकिंग, राशि, कीमत, ओटीपी, इलाके, क्षेत्र
        vi: lỗi, phòng, đơn hàng, giảm giá, địa chỉ, hóa đơn, đặt phòng, số tiền, giá, mã bưu điện, mã đơn
        """;

    public const string Units = """
        en: dollars, dollar, usd, eur, euro, euros, gbp, pounds, krw, won, yen, jpy, inr, rs, rupees, percent, bucks
        en: cents
        en: seconds, second, sec, secs, minutes, minute, mins, min, hours, hour, hrs, days, weeks, months, years, am, pm
        en: people, guests, pieces, items, times, customers, users, kg, km, miles, points, nights, rooms, orders, cards
        en: am
        ko: 원, 만원, 천원, 달러, 유로, 엔, 개, 명, 분, 초, 시간, 주, 개월, 퍼센트, 호, 동, 층, 회, 포인트, 마일, 시, 박, 장, 일
        ja: 円, ドル, ユーロ, 個, 名, 分, 秒, 時, 時間, 日, 号室, 階, 回, 人, 枚, ポイント, パーセント, 件
        zh: 元, 块, 塊, 美元, 个, 個, 人, 分钟, 分鐘, 秒, 小时, 天, 楼, 樓, 次, 张, 件, 号楼
        es: dólares, euros, pesos, minutos, segundos, horas, días, personas
        fr: euros, dollars, minutes, secondes, heures, jours, personnes
        de: Euro, Dollar, Minuten, Sekunden, Stunden, Tage, Tagen, Personen, Uhr
        it: euro, dollari, minuti, secondi, ore, giorni, persone
        pt: reais, euros, dólares, minutos, segundos, horas, dias, pessoas
        nl: euro, dollar, minuten, seconden, uur, dagen, personen
        pl: zł, złotych, euro, minut, sekund, godzin, dni, osób
        ru: рублей, руб, долларов, евро, минут, секунд, часов, дней, человек, рубля
        tr: lira, tl, euro, dolar, dakika, saniye, saat, gün, kişi
        ar: دولار, ريال, درهم, دقيقة, ثانية, ساعة, يوم, يورو, جنيه
        hi: रुपये, रुपए, मिनट, सेकंड, घंटे, दिन, लोग
        vi: đồng, nghìn, phút, giây, giờ, ngày, người, usd, k
        """;
}
