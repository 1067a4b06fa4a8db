namespace ContactCenter.Redaction;

/// <summary>What people call the numbers of documents, accounts and telephones.</summary>
internal static class PersonalWords
{
    public const string Passports = """
        en: passport, passport number, passport no, travel document, passport nr, passport num
        ko: 여권, 여권 번호
        ja: パスポート, 旅券, 旅券番号, パスポート番号
        zh: 护照, 護照, 护照号, 护照号码, 護照號碼
        es: pasaporte, número de pasaporte
        fr: passeport, numéro de passeport
        de: Reisepass, Reisepassnummer, Passnummer, mein Pass, Pass-Nr
        it: passaporto, numero di passaporto
        pt: passaporte, número do passaporte
        nl: paspoort, paspoortnummer
        pl: paszport, paszportu, numer paszportu
        ru: паспорт*, загранпаспорт*, номер паспорта
        tr: pasaport*
        ar: جواز السفر, جواز سفر, رقم الجواز, جواز
        hi: पासपोर्ट, पासपोर्ट नंबर
        vi: hộ chiếu, số hộ chiếu
        """;

    public const string Licences = """
        en: driver licence, driver license, drivers licence, drivers license, driving licence, driving license, dl
        en: dl number
        en: licence number, license number, dln, driver's lic, drivers lic, driver licence number, driver license number
        ko: 운전 면허, 운전 면허증, 면허 번호, 면허증 번호, 운전 면허 번호, 면허증, 운전 면허증 번호
        ja: 運転免許, 運転免許証, 免許証, 免許証番号, 免許番号, 運転免許証番号
        zh: 驾照, 駕照, 驾驶证, 駕駛執照, 驾驶证号, 驾照号
        es: licencia de conducir, permiso de conducir, licencia de manejo, carnet de conducir
        fr: permis de conduire, numéro de permis
        de: Führerschein, Führerscheinnummer
        it: patente, patente di guida
        pt: carteira de motorista, cnh, carta de condução
        nl: rijbewijs, rijbewijsnummer
        pl: prawo jazdy, prawa jazdy
        ru: водительское удостоверение, водительские права, водительского удостоверения
        tr: ehliyet*, sürücü belge*
        ar: رخصة القيادة, رخصة قيادة
        hi: ड्राइविंग लाइसेंस
        vi: bằng lái, giấy phép lái xe, bằng lái xe
        """;

    public const string Accounts = """
        en: account, account number, account no, acct, acct no, acct number, bank account, checking account
        en: savings account
        en: bank account number, a/c, ac no, ac number, deposit account, acc no, acc number, checking, savings
        ko: 계좌, 계좌 번호, 입금 계좌, 환불 계좌, 통장, 통장 번호, 은행 계좌, 가상 계좌, 송금 계좌
        ja: 口座, 口座番号, 普通預金, 当座預金, 銀行口座, 振込先
        zh: 账号, 帳號, 银行账号, 銀行帳號, 账户, 帳戶, 銀行帳戶, 卡户
        es: cuenta, número de cuenta, cuenta bancaria, cuenta corriente, clabe
        fr: compte, numéro de compte, compte bancaire, rib
        de: Konto, Kontonummer, Bankkonto, Kto, Kto-Nr
        it: conto, conto corrente, numero di conto
        pt: conta, número da conta, conta corrente, conta bancária
        nl: rekening, rekeningnummer, bankrekening
        pl: konto, konta, numer konta, rachunek, numer rachunku
        ru: счёт*, счет, счета, номер счета, расчетный счет
        tr: hesap, hesap numara*
        ar: حساب, رقم الحساب, الحساب البنكي
        hi: खाता, खाता संख्या, खाता नंबर, अकाउंट नंबर
        vi: tài khoản, số tài khoản, stk
        """;

    public const string Banks = """
        ko: 신한, 신한 은행, 국민, 국민 은행, 우리 은행, 하나 은행, 농협, 농협 은행, 기업 은행, 카카오뱅크, 카뱅, 토스뱅크, 케이뱅크, 새마을금고
        ko: 우체국, 신협, 수협, 수협 은행, 부산 은행, 대구 은행, 광주 은행, 전북 은행, 경남 은행, 제주 은행, sc 제일 은행, 제일 은행, 씨티 은행
        ko: 산업 은행, 외환 은행, 하나, 우리, 기업, 국민은행 계좌, 은행, 저축 은행, 축협, iM뱅크
        ja: 三菱UFJ, みずほ, 三井住友, ゆうちょ, りそな, 銀行
        zh: 工商银行, 建设银行, 农业银行, 中国银行, 招商银行, 银行, 銀行, 工行, 建行, 农行, 招行
        """;

    public const string Routings = """
        en: routing, routing number, routing no, aba, aba number, aba routing, rtn, transit number
        en: routing transit number
        en: aba routing number, bank routing, routing num, routing code, wire routing
        es: número de ruta, número de enrutamiento
        """;

    public const string Phones = """
        en: phone, phone number, telephone, tel, mobile, mobile number, cell, cell phone, cellphone, fax, call, call me
        en: text
        en: contact number, whatsapp, ph, phone no, mobile no, reach me, desk, office, home phone, work phone, contact
        en: mob
        en: call me at, reach me at, call us at, text me at, dial, callback, call back, telephone number
        ko: 전화, 전화 번호, 휴대폰, 휴대 전화, 핸드폰, 연락처, 폰, 휴대폰 번호, 핸드폰 번호, 팩스, 문자
        ja: 電話, 電話番号, 携帯, 携帯番号, 連絡先, ファックス, 携帯電話
        zh: 电话, 電話, 手机, 手機, 电话号码, 手机号, 手机号码, 手機號碼, 联系方式, 电话号, 联系电话, 聯絡電話
        es: teléfono, móvil, celular, tel, número de teléfono, fijo, llámame, llámeme, fax
        fr: téléphone, portable, mobile, tél, numéro de téléphone, fixe, appelez-moi
        de: Telefon, Handy, Telefonnummer, Handynummer, Tel, Mobil, Mobilnummer, Rufnummer, Festnetz
        it: telefono, cellulare, tel, cell, numero di telefono
        pt: telefone, celular, telemóvel, tel, número de telefone, whatsapp
        nl: telefoon, mobiel, telefoonnummer, gsm, tel
        pl: telefon, telefonu, komórka, numer telefonu, tel, kom
        ru: телефон*, мобильн*, номер телефона, тел, сотовый
        tr: telefon*, cep*, tel, gsm, cep telefon*
        ar: هاتف, الهاتف, رقم الهاتف, جوال, الجوال, موبايل, رقم الجوال
        hi: फोन, मोबाइल, फ़ोन, फोन नंबर, मोबाइल नंबर
        vi: điện thoại, số điện thoại, sđt, di động
        """;

    public const string SocialSecurity = """
        en: ssn, social security, social security number, social security no, ss number, social, ss no, soc sec
        en: last 4 of ssn
        es: seguro social, número de seguro social
        """;

    public const string Residents = """
        en: rrn, resident registration number, resident number, resident registration, frn
        en: foreigner registration number
        en: alien registration number, arc number, foreigner number, registration number
        ko: 주민 번호, 주민 등록 번호, 주민등록, 주민, 외국인 등록 번호, 외국인 번호, 외국인 등록, 거소 신고 번호, 국내 거소 신고 번호, 민번, 주번
        """;
}
