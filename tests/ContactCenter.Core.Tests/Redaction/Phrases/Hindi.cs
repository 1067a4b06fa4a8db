namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Hindi. What must be masked stands in brackets.</summary>
internal static class Hindi
{
    public const string Lines = """
        cvv: मेरा सीवीवी [123] है
        cvv: सीवीवी नंबर [456]
        cvv: सुरक्षा कोड [789] है
        cvv: [321] मेरा सीवीवी है
        cvv: CVV है [555]
        cvv: कार्ड के पीछे के तीन अंक [204]
        cvv: सीवीवी [१२३] है
        exp: समाप्ति तिथि [12/27]
        exp: एक्सपायरी [08/2028]
        exp: एक्सपायरी डेट [11/29] है
        exp: कार्ड की वैधता [मार्च 2027]
        exp: वैधता [0530]
        exp: [05/30] समाप्ति तिथि है
        exp: expiry [10/28] है
        pin: मेरा पिन [4821] है
        pin: एटीएम पिन [1234]
        pin: पिन नंबर [9090] है
        pin: [0007] मेरा पिन है
        pin: कार्ड का पिन [5512]
        none: कमरा 123
        none: सीवीवी कहाँ है?
        none: ऑर्डर 1234 नहीं आया
        none: कूपन की वैधता 12/27
        none: पासपोर्ट की समाप्ति तिथि 03/2029
        none: 12/27 को मिलते हैं
        none: कीमत 123 रुपये
        none: पिन कोड 560001
        none: छूट कोड 1234
        none: 300 सेकंड इंतज़ार किया
        none: ऑफर 12/27 तक वैध
        none: बिल 4821
        none: 100 अंक मिले
        none: मकान 456
        none: पिन 3 बार गलत डाला
        """;
}
