namespace ContactCenter.Redaction;

/// <summary>What people call the security code of a card, and what they say who have forgotten the name.</summary>
internal static class SecurityCodeWords
{
    public const string Names = """
        *: cvv, cvv2, cv2, cvc, cvc2, cvn, cvn2, csc, cvd, cav2, c v v, c v c, cvv cvc, cvc cvv, c v v 2, ccv
        *: cvv code, cvv number, cvv is, cvc code, cvc number, cvc is
        *: cid, card cvv, card cvv2, card cvc, card cvc2, card csc, card cid
        en: security code, security number, security digits, sec code, card verification code, card verification number
        en: card verification value, card validation code, card security code, card security, signature panel code
        en: code on the back, code on back, 3 digits on the back, three digits on the back, digits on the back
        en: code at the back, digits at the back, code behind the card, code from the back, 3 digits on back
        en: last three on back, last 3 on back, three numbers on the back, 3 numbers on the back, numbers on the back
        en: last three on the back, last 3 on the back, number on the signature strip, code on the front
        ko: 보안 코드, 보안 번호, 보안 숫자, 씨브이씨, 씨브이브이, 시브이씨, 시브이브이, 카드 인증 코드, 카드 검증 코드, 카드 검증 번호
        ko: 카드 확인 코드, 뒷면 세 자리, 뒷면 3 자리, 뒷면의 세 자리, 뒷면의 3 자리, 뒤 세 자리, 뒤 3 자리, 뒤에 세 자리, 뒤에 3 자리
        ko: 뒷면 숫자, 뒷면 코드, 뒷면 번호, 뒷면에 있는 숫자, 뒷면에 적힌 숫자, 뒷면에 있는 세 자리, 뒷면에 있는 3 자리, 뒷면에 적힌 3 자리
        ko: 뒷면에 적힌 세 자리, 뒷면 끝 세 자리, 뒷면 끝 3 자리, 시큐리티 코드, 카드 뒤 숫자, 카드 뒷자리 3 자리, 카드 뒤 3 자리 숫자, 앞면 네 자리
        ja: セキュリティコード, セキュリティーコード, セキュリティ番号, セキュリティーナンバー, セキュリティナンバー, カード確認番号, カード検証番号
        ja: カード検証コード, カード確認コード, 裏面の3桁, 裏面の三桁, 裏の3桁, 裏の三桁, 裏面3桁, 裏面の数字, 裏の数字, 裏面の番号, 裏の番号
        ja: 裏面に記載の3桁, 裏面の下3桁, 裏面下3桁, セキュコ
        zh: 安全码, 安全碼, 安全代码, 安全代碼, 卡安全码, 安全号, 背面三位, 背面三位数, 背面后三位, 背面後三碼, 背面3位, 背面末三位, 背面末三碼
        zh: 背面三碼, 卡背三位, 背面的三位数, 背面的三位數, 背面的3位数, 后三位安全码, 背面数字, 背面數字, 签名栏三位, 卡片背面三位, 卡片验证码, 信用卡验证码
        zh: 信用卡驗證碼, 卡片驗證碼, 检查码, 檢查碼, 背面三位数字, 背面的3位数字
        """;

    public const string EuropeanNames = """
        es: código de seguridad, codigo seguridad, cod de seguridad, clave de seguridad, número de seguridad
        es: dígitos de seguridad, código del reverso, código de atrás, tres dígitos de atrás, 3 dígitos de atrás
        es: tres números de atrás, 3 números de atrás, tres dígitos del reverso, 3 dígitos del reverso
        es: código de la parte trasera, código de detrás, tres cifras del reverso, código de verificación de la tarjeta
        fr: code de sécurité, code sécurité, cryptogramme, cryptogramme visuel, numéro de sécurité, chiffres au dos
        fr: code au dos, code de vérification de la carte, numéro au dos, trois chiffres au verso, 3 chiffres au verso
        fr: crypto au dos, trois derniers chiffres au dos, 3 derniers chiffres au dos, code au verso
        de: Prüfziffer, Kartenprüfziffer, Kartenprüfnummer, Prüfnummer, Sicherheitscode, Sicherheitsnummer
        de: Kartensicherheitscode, Kreditkartenprüfnummer, Kreditkartenprüfziffer, Kartenprüfcode
        de: Kartenvalidierungscode
        de: Ziffern auf der Rückseite, Code auf der Rückseite, Zahl auf der Rückseite, Nummer auf der Rückseite
        de: Zahlen auf der Rückseite, Prüfcode, Sicherheitskode, Ziffern hinten, Zahlen hinten
        it: codice di sicurezza, codice sicurezza, cod sicurezza, numero di sicurezza, cifre sul retro, codice sul retro
        it: numero sul retro, tre numeri sul retro, codice di verifica della carta, cifre dietro, codice dietro
        pt: código de segurança, código segurança, cod de segurança, número de segurança, dígitos atrás do cartão
        pt: código atrás do cartão, dígitos do verso, código do verso, números atrás do cartão, código verificador
        pt: números do verso, três dígitos de trás, 3 dígitos de trás, código no verso, dígitos no verso
        nl: beveiligingscode, veiligheidscode, kaartverificatiecode, cijfers op de achterkant, code op de achterkant
        nl: cijfers achterop, code achterop, kaartcode, getal op de achterkant
        pl: kod zabezpieczając*, kod bezpieczeństwa, kod zabezpieczenia, numer zabezpieczający, cyfry z tyłu, kod z tyłu
        pl: trzy cyfry z tyłu, 3 cyfry z tyłu, trzy cyfry na odwrocie, 3 cyfry na odwrocie, cyfry na odwrocie
        pl: kod na odwrocie, kod weryfikacyjny karty, cyfry z tyłu karty, kodem bezpieczeństwa
        ru: код* безопасност*, код* карты, защитн* код*, проверочн* код карты, код на обороте, цифры на обороте, цвв
        ru: свв
        ru: цифр* на обратной стороне, код на обратной стороне, цифры сзади, код сзади, цифры с обратной стороны
        ru: код с обратной стороны, сививи, сививи код, цифры с оборота, код с оборота, сивиси
        uk: код безпеки, код карти, код на звороті, цифри на звороті
        tr: güvenlik kod*, güvenlik numara*, kart doğrulama kod*, arka yüzündeki kod*, arkasındaki kod*, cvvm, cvvim
        tr: cvvsi, cvcm, cvcim, cvcsi, cvv kod*, cvc kod*
        tr: arkasındaki 3 rakam*, arkasındaki üç rakam*, arkasındaki 3 hane*, arkasındaki üç hane*, arkasındaki numara*
        tr: arka yüzündeki 3 rakam*, arka yüzdeki 3 hane*, arka yüzündeki üç hane*, arka yüzündeki numara*
        sv: säkerhetskod*, kortets säkerhetskod
        da: sikkerhedskode*, kontrolcifre*, sikkerhetskode*
        fi: turvakoodi, tarkistusnumero, turvaluku
        cs: bezpečnostní kód, kontrolní kód karty, ověřovací kód karty
        hu: biztonsági kód*
        ro: cod de securitate, codul de securitate
        el: κωδικός ασφαλείας
        """;

    public const string FarNames = """
        ar: رمز الأمان, رمز أمان, رمز الحماية, كود الأمان, رقم الأمان, كود الحماية, رمز التحقق من البطاقة, سي في في
        ar: الأرقام خلف البطاقة, الرقم خلف البطاقة, الارقام الثلاثة خلف البطاقة, الرمز خلف البطاقة, رمز CVV
        ar: الأرقام الثلاثة على ظهر البطاقة, الرقم على ظهر البطاقة, الرمز على ظهر البطاقة, كود التحقق للبطاقة
        hi: सीवीवी, सीवीसी, सुरक्षा कोड, सिक्योरिटी कोड, सुरक्षा नंबर, सुरक्षा संख्या, कार्ड के पीछे का नंबर
        hi: पीछे के तीन अंक
        hi: कार्ड के पीछे के तीन अंक, पीछे के 3 अंक, कार्ड के पीछे के 3 अंक, पीछे लिखे तीन अंक, पीछे का कोड
        vi: mã bảo mật, mã an toàn, số bảo mật, mã bảo vệ, 3 số mặt sau, ba số mặt sau, 3 số phía sau, ba số phía sau
        vi: 3 số sau lưng thẻ, mã mặt sau, mã sau thẻ, 3 số cuối mặt sau, ba số cuối mặt sau, mã số bảo mật
        id: kode keamanan, kode pengaman, 3 angka di belakang, tiga angka di belakang, angka di belakang kartu
        ms: kod keselamatan
        th: รหัสความปลอดภัย, รหัสหลังบัตร, เลขหลังบัตร, ซีวีวี, ตัวเลขหลังบัตร, เลขสามตัวหลังบัตร, เลข 3 ตัวหลังบัตร
        he: קוד אבטחה, קוד הביטחון, שלוש ספרות בגב הכרטיס, ספרות בגב הכרטיס
        """;

    /// <summary>Names of many things; of three digits, or next to a card, they are this one.</summary>
    public const string Hints = """
        en: verification code, verification number, validation code, 3 digit code, three digit code, 3 digit number
        en: three digit number, number on the back, number at the back, 4 digit code, four digit code, back code
        en: three digits, 3 digits, card code
        ko: 확인 코드, 세 자리 숫자, 3 자리 숫자, 세 자리 번호, 3 자리 번호, 뒤 숫자, 카드 코드, 검증 번호
        ja: 確認コード, 認証コード, 認証番号, 確認番号, 3桁の数字, 三桁の数字, 3桁の番号, 3桁のコード
        zh: 验证码, 驗證碼, 校验码, 校驗碼, 后三位, 後三碼, 末三碼, 末三位, 三位数字, 三位數字
        es: código de verificación, código verificador, código de validación, tres dígitos, 3 dígitos, 3 números
        fr: code de vérification, code de validation, 3 chiffres, trois chiffres
        de: Prüfwert, Verifizierungscode, 3-stellige Code, dreistelliger Code, dreistellige Zahl, 3 Ziffern
        de: drei Ziffern
        de: dreistellige Nummer, 3-stellige Zahl, 3-stellige Nummer, dreistellige Code
        it: codice di verifica, tre cifre, 3 cifre, codice di controllo
        pt: código de verificação, três dígitos, 3 dígitos, 3 números
        nl: controlecode, verificatiecode, drie cijfers, 3 cijfers, controlegetal
        pl: kod weryfikacyjny, trzy cyfry, 3 cyfry
        ru: проверочн* код*, код проверки, код подтверждения, три цифры, 3 цифры
        tr: doğrulama kod*, 3 haneli kod*, üç haneli kod*
        ar: رمز التحقق, كود التحقق, الأرقام الثلاثة, ثلاثة أرقام
        hi: सत्यापन कोड, वेरिफिकेशन कोड, तीन अंक, 3 अंक, तीन अंकों का कोड
        vi: mã xác thực, mã xác minh, mã kiểm tra, 3 số, ba số
        """;
}
