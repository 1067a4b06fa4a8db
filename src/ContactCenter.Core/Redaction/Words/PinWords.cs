namespace ContactCenter.Redaction;

/// <summary>What people call the PIN of a card.</summary>
internal static class PinWords
{
    public const string Names = """
        en: pin, pin number, pin no, atm pin, card pin, debit pin, credit pin, bank pin, 4 digit pin, four digit pin
        en: personal identification number, pins, atm code, upin, mpin, upi pin
        ko: 핀 번호, 핀 넘버, 핀 코드, pin 번호, 카드 비밀번호, 카드 비번, 카드의 비밀번호, 계좌 비밀번호, 계좌 비번, 통장 비밀번호, 통장 비번
        ko: 결제 비밀번호, 결제 비번, 출금 비밀번호, 체크카드 비밀번호, 신용카드 비밀번호, 카드 패스워드, atm 비밀번호
        ja: 暗証番号, 暗証, ピン番号, ピンコード, pin番号, pinコード, 暗唱番号, カードの暗証番号, キャッシュカードの暗証番号
        zh: 取款密码, 取款密碼, 支付密码, 支付密碼, 交易密码, 交易密碼, 卡密码, 卡密碼, 银行卡密码, 信用卡密码, 信用卡密碼, 提款密碼, 提款密码
        zh: 个人识别码, 個人識別碼, 个人密码, 個人密碼, pin码, pin碼, 卡的密码, 储蓄卡密码, 提款卡密碼, 卡片密碼, 卡片密码, 预借现金密码
        es: clave secreta, número secreto, clave del cajero, clave de la tarjeta, clave de cajero, nip, código pin
        es: número pin
        es: código secreto, contraseña de la tarjeta, contraseña del cajero, clave de mi tarjeta, pin de la tarjeta
        fr: code pin, code secret, code confidentiel, code de la carte, code de ma carte, code carte, code bancaire, nip
        fr: code de carte bancaire, code de ma carte bancaire, code personnel, code de la carte bancaire
        de: Geheimzahl, PIN-Nummer, Geheimnummer, Geheimcode, Karten-PIN, Bank-PIN, EC-PIN, PIN der Karte, Kartenpin
        it: codice pin, codice segreto, codice bancomat, pin bancomat, codice personale, pin della carta, numero pin
        pt: código pin, código secreto, senha do cartão, senha do meu cartão, senha da conta, senha do banco
        nl: pasjescode, pincode van mijn pas, geheime code, bankpin
        pl: kod pin, numer pin, kodem pin, pin do karty, kodu pin, pinem
        ru: пин, пин-код*, пинкод*, пина, код пин, пароль от карты, пароль карты, секретный код
        uk: пін, пін-код, пінкод
        tr: pin kod*, pin numara*, kart şifre*, kartımın şifre*, banka şifre*, bankamatik şifre*, kartın şifre*
        ar: الرقم السري, رقم سري, رقم التعريف الشخصي, الرمز السري, رمز سري, رقمي السري, رمز بين, رقم pin, رمز pin
        ar: الرقم السري للبطاقة, رمز الصراف, البين كود, بن كود
        hi: पिन, पिन नंबर, एटीएम पिन, पिन नम्बर, गुप्त पिन, एटीएम का पिन, कार्ड का पिन, पिन संख्या
        vi: mã pin, số pin, mật khẩu thẻ, mã số pin, mã atm, mật khẩu atm, mã pin thẻ
        id: nomor pin, pin atm, kode pin, pin kartu
        th: รหัสพิน, พิน, รหัสบัตร, รหัสเอทีเอ็ม, รหัส atm, รหัส pin, รหัสกดเงิน
        sv: pinkod, pinkoden, kortkod
        da: pinkode, pinkoden, pinkode til kortet
        fi: tunnusluku, pin-koodi, pinkoodi
        cs: pin kód, pin ke kartě
        hu: pin kód, pinkód
        he: קוד סודי, קוד אישי
        """;

    /// <summary>The same words mean the code of a place in India.</summary>
    public const string PostalNames = """
        en: pin code, pincode, area pin, postal pin
        hi: पिन कोड, पिनकोड
        """;

    /// <summary>Passwords of anything; four to six digits right behind one are taken for that of a card.</summary>
    public const string Hints = """
        en: passcode
        ko: 비밀번호, 비번
        zh: 密码, 密碼
        es: clave, contraseña
        it: codice della carta
        pt: senha, minha senha
        tr: şifre, şifrem, şifresi, şifremiz, parola
        ar: كلمة السر, كلمة المرور
        hi: पासवर्ड
        vi: mật khẩu, mật mã
        ru: пароль
        pl: hasło
        de: Kennwort der Karte
        """;

    /// <summary>Said of an address, in which a PIN is the code of the place.</summary>
    public const string Places = """
        en: city, town, village, district, state, locality, area, street, address, postal, landmark, location, colony
        hi: शहर, गाँव, जिला, राज्य, इलाके, क्षेत्र, पता
        """;

    public const string FirstDigits = """
        en: first two digits, first 2 digits, first two, first 2
        ko: 앞 두 자리, 앞 2 자리, 앞에 두 자리, 앞자리 두 자리, 앞의 두 자리, 처음 두 자리, 앞 두 자리는, 앞 2 자리는, 앞 두 글자
        ja: 最初の2桁, 上2桁, 上二桁, 頭2桁, 先頭2桁
        zh: 前两位, 前兩位, 前2位, 前二碼
        es: primeros dos dígitos, dos primeros dígitos
        fr: deux premiers chiffres
        de: ersten zwei Ziffern, ersten beiden Ziffern
        """;

    public const string Blocks = """
        en: pin block, encrypted pin block, pin blocks, pinblk, epb
        ko: 핀 블록, 핀 블럭, pin 블록, pin 블럭
        ja: pin ブロック, ピンブロック
        zh: pin 块, pin 塊, pin 密文, 密码块
        es: bloque pin, bloque de pin, bloque del pin
        fr: bloc pin, bloc de pin
        it: blocco pin, blocco del pin
        pt: bloco pin, bloco de pin, bloco do pin
        nl: pin blok
        pl: blok pin, bloku pin
        ru: пин-блок, пинблок, pin-блок, пин блока
        tr: pin bloğu, pin blok
        ar: كتلة pin, كتلة الرقم السري
        hi: पिन ब्लॉक
        vi: khối pin
        sv: pin-blocket
        """;
}
