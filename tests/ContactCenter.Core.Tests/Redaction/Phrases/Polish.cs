namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Polish. What must be masked stands in brackets.</summary>
internal static class Polish
{
    public const string Lines = """
        cvv: kod zabezpieczający [123]
        cvv: kod CVV to [456]
        cvv: mój cvc: [789]
        cvv: [321] to kod cvv
        cvv: kod bezpieczeństwa karty [555]
        cvv: trzy cyfry z tyłu karty: [204]
        cvv: kod bezpieczenstwa to [987]
        exp: data ważności [12/27]
        exp: ważna do [08/2028]
        exp: karta ważna do [11/29]
        exp: data waznosci: [marzec 2027]
        exp: termin ważności [0530]
        exp: karta wygasa [10/28]
        exp: [05/30] to data ważności
        pin: mój pin to [4821]
        pin: kod pin: [1234]
        pin: pin do karty [9090]
        pin: PIN [0007]
        pin: [5512] to mój pin
        none: pokój 123
        none: gdzie jest kod zabezpieczający?
        none: zamówienie 1234 nie dotarło
        none: kupon ważny do 12/27
        none: paszport ważny do 03/2029
        none: do zobaczenia 12/27
        none: cena 123 zł
        none: kod pocztowy 00950
        none: kod rabatowy 1234
        none: czekałem 300 sekund
        none: oferta ważna do 12/27
        none: faktura 4821
        none: mam 100 punktów na karcie
        none: mieszkanie 456
        none: pin wpisany 3 razy źle
        """;
}
