namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Italian. What must be masked stands in brackets.</summary>
internal static class Italian
{
    public const string Lines = """
        cvv: codice di sicurezza [123]
        cvv: il codice di sicurezza è [456]
        cvv: il mio cvv è [789]
        cvv: [321] è il codice di sicurezza
        cvv: cvc: [555]
        cvv: le tre cifre sul retro sono [204]
        cvv: il codice di sicurezza della carta è [987]
        exp: scadenza [12/27]
        exp: la carta scade il [08/2028]
        exp: data di scadenza: [marzo 2027]
        exp: scade [11/29]
        exp: scadenza [0530]
        exp: valida fino al [10/28]
        exp: [05/30] è la scadenza
        pin: il mio pin è [4821]
        pin: codice pin: [1234]
        pin: il codice segreto è [9090]
        pin: pin della carta [0007]
        pin: pin bancomat [55121]
        none: camera 123
        none: dove trovo il codice di sicurezza?
        none: ordine 1234 non arrivato
        none: il buono scade il 12/27
        none: il passaporto scade il 03/2029
        none: ci vediamo il 12/27
        none: costa 123 euro
        none: cap 00185
        none: codice sconto 1234
        none: ho aspettato 300 secondi
        none: la garanzia scade 12/27
        none: fattura 4821
        none: 100 punti sulla carta
        none: interno 456
        none: il pin è bloccato da 3 giorni
        """;
}
