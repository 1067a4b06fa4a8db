namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in German. What must be masked stands in brackets.</summary>
internal static class German
{
    public const string Lines = """
        cvv: Prüfziffer: [123]
        cvv: die Kartenprüfnummer ist [456]
        cvv: Sicherheitscode [789]
        cvv: [321] ist der CVV
        cvv: mein Sicherheitscode lautet [555]
        cvv: der CVC auf der Rückseite ist [204]
        cvv: Kartenpruefnummer? CVC [987]
        cvv: die drei Ziffern auf der Rückseite sind [642]
        exp: gültig bis [12/27]
        exp: Ablaufdatum: [08/2028]
        exp: die Karte läuft ab im [März 2027]
        exp: Gültigkeit [11/29]
        exp: Gültig bis Ende [05/30]
        exp: Verfallsdatum ist [0530]
        exp: [10/28] ist das Ablaufdatum
        pin: meine PIN ist [4821]
        pin: die Geheimzahl lautet [1234]
        pin: PIN: [9090]
        pin: [0007] ist meine PIN
        pin: die PIN der Karte ist [5512]
        none: Zimmer 123
        none: Wo finde ich den Sicherheitscode?
        none: Bestellung 1234 fehlt
        none: Der Gutschein ist gültig bis 12/27
        none: mein Reisepass läuft ab im März 2029
        none: wir sehen uns am 12/27
        none: das kostet 123 Euro
        none: PLZ 10115
        none: Rabattcode 1234
        none: ich habe 300 Sekunden gewartet
        none: das Angebot ist gültig bis 12/27
        none: Rechnungsnummer 4821
        none: 100 Punkte auf der Karte
        none: Hausnummer 456
        none: Die PIN wurde 3 mal falsch eingegeben
        """;
}
