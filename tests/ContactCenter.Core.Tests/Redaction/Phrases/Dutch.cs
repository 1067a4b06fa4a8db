namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Dutch. What must be masked stands in brackets.</summary>
internal static class Dutch
{
    public const string Lines = """
        cvv: beveiligingscode [123]
        cvv: de cvc is [456]
        cvv: mijn CVC-code is [789]
        cvv: [321] is de beveiligingscode
        cvv: veiligheidscode: [555]
        cvv: de drie cijfers op de achterkant zijn [204]
        cvv: cvc code van mijn kaart [987]
        exp: geldig tot [12/27]
        exp: vervaldatum [08/2028]
        exp: de kaart verloopt in [maart 2027]
        exp: vervaldatum is [11/29]
        exp: geldig tot en met [0530]
        exp: mijn creditcard verloopt [10/28]
        exp: [05/30] is de vervaldatum
        pin: mijn pincode is [4821]
        pin: pincode [1234]
        pin: pin: [9090]
        pin: [0007] is mijn pincode
        pin: de pin is [5512]
        none: kamer 123
        none: waar staat de beveiligingscode?
        none: bestelling 1234 is er niet
        none: de bon is geldig tot 12/27
        none: mijn paspoort verloopt 03/2029
        none: tot 12/27
        none: het kost 123 euro
        none: postcode 1012
        none: kortingscode 1234
        none: ik wachtte 300 seconden
        none: de aanbieding is geldig tot 12/27
        none: factuur 4821
        none: 100 punten op de kaart
        none: huisnummer 456
        none: pincode 3 keer fout
        """;
}
