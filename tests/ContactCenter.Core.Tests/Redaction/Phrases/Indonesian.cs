namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Indonesian. What must be masked stands in brackets.</summary>
internal static class Indonesian
{
    public const string Lines = """
        cvv: kode cvv saya [123]
        cvv: kode keamanan adalah [456]
        cvv: cvv kartu saya [789]
        cvv: [321] adalah kode keamanan
        cvv: kode keamanan: [555]
        exp: masa berlaku [12/27]
        exp: berlaku hingga [08/2028]
        exp: kartu berlaku sampai [11/29]
        exp: masa berlaku kartu [0530]
        exp: kedaluwarsa [10/28]
        pin: pin saya [4821]
        pin: nomor pin adalah [1234]
        pin: pin atm [123456]
        pin: [0007] adalah pin saya
        pin: kode pin: [5512]
        none: kamar 123
        none: di mana kode keamanan?
        none: pesanan 1234 belum sampai
        none: kupon berlaku hingga 12/27
        none: paspor berlaku hingga 03/2029
        none: sampai jumpa 12/27
        none: harga 123 ribu
        none: kode pos 10110
        none: kode promo 1234
        none: saya tunggu 300 detik
        none: promo berlaku hingga 12/27
        none: faktur 4821
        none: saya punya 100 poin
        none: nomor rumah 456
        none: salah pin 3 kali
        """;
}
