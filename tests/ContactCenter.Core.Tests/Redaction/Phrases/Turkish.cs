namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Turkish. What must be masked stands in brackets.</summary>
internal static class Turkish
{
    public const string Lines = """
        cvv: güvenlik kodu [123]
        cvv: güvenlik kodum [456]
        cvv: CVV'm [789]
        cvv: [321] güvenlik kodum
        cvv: cvc kodu: [555]
        cvv: kartın arkasındaki üç hane [204]
        cvv: GÜVENLİK KODU [987]
        exp: son kullanma tarihi [12/27]
        exp: son kullanma tarihi: [08/2028]
        exp: SKT [11/29]
        exp: geçerlilik tarihi [Mart 2027]
        exp: son kullanma [0530]
        exp: kartımın son kullanma tarihi [10/28]
        exp: [05/30] son kullanma tarihi
        pin: pin kodum [4821]
        pin: kart şifrem [1234]
        pin: şifrem [9090]
        pin: PIN: [0007]
        pin: kartımın şifresi [5512]
        none: oda 123
        none: güvenlik kodu nerede?
        none: sipariş 1234 gelmedi
        none: kuponun son kullanma tarihi 12/27
        none: pasaportumun geçerlilik tarihi 03/2029
        none: 12/27 görüşürüz
        none: fiyat 123 lira
        none: posta kodu 34000
        none: indirim kodu 1234
        none: 300 saniye bekledim
        none: kampanya 12/27 son
        none: fatura 4821
        none: kartta 100 puan var
        none: daire 456
        none: şifremi 3 kez yanlış girdim
        """;
}
