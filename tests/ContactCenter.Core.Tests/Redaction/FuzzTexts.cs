namespace ContactCenter.Tests.Redaction;

/// <summary>Texts that nobody would think of: any characters, pieces of what rules look for, mistakes.</summary>
internal sealed class FuzzTexts(ulong seed)
{
    private const int Characters = 0x10000;

    private static readonly string[] Pieces =
    [
        "4", "1111", "4111", "5555 5555", "378282246310005", "4111111111111111", "6221260000000000", "30569309025904",
        "411111", "0005", "12", "12/27", "1227", "123", "*", "******", "********", " ", "-", "\n", ".", ", ",
        "2027年12月", "１", "４１１１", "٤", "𝟒", "\u200B", "\u0301", "\u202E", "\uD835", "\uDFD2", "é", "카",
        "x", "+", "=", "^", ";", "?", "%34%31", "&#52;", "\\u0034", "&nbsp;",
        "%E2%80%8B", "\\u200b", "&zwj;", "\\ud835\\udfdc",
        "NDExMTExMTExMTExMTExMQ==", "5A08", "34313131313131313131313131",
        "four one ", "double eight ", "오일공오 ", "영영에 ", "五一〇五", "4OO1 ", "backwards ", "거꾸로 ",
        "my card number is ", "카드번호는 ", "cvv ", "security code: ", "보안코드 ", "exp ", "유효기간 ", "pin ", "비밀번호 ",
        "暗証番号", "PIN block ", "2412345678FFFFFF", "%B4111111111111111^DOE/J^2712101?", ";4111111111111111=27121010?",
        "DE89370400440532013000", "900101-1234567", "078-05-1120", "010-1234-5678", "+1 650 253 0000", "a@b.example",
        "https://example.org/", "order ", "account ", "passport M12345678", "then ", "the first is ", " is ", "thanks",
    ];

    private static readonly string[] Sentences =
    [
        "my card is 4111-1111 1111 1111, exp 12/27, cvv 123 thanks", "카드번호는 5105 1051 0510 5100 이고 비밀번호는 1234",
        "カード番号 3566００２０２０３６０５０５ 暗証番号は1234です", "pay DE89 3704 0044 0532 0130 00 or call +82 10-1234-5678",
        "%B6011000990139424^DOE/JOHN^2712101000?;6011000990139424=27121010000?",
        "card=%34%31%31%31111111111111&cvc=999", "the first is 4111 then 1111 next 1111 and the last 1111",
        "four one one one, double one double one 1111 1111",
        "8601 1234 5678 9012 is my Uzcard number, 37828 224631 0005 the other", "token NTEwNTEwNTEwNTEwNTEwMA== end",
    ];

    private readonly Dice _dice = new(seed * 0x9E3779B97F4A7C15);

    public int Roll(int sides) => _dice.Roll(sides);

    public string Next() => _dice.Roll(8) switch
    {
        0 => Any(_dice.Roll(80)),
        1 or 2 or 3 => Joined(1 + _dice.Roll(16)),
        4 => Digits(_dice.Roll(60)),
        5 when _dice.Roll(2000) == 0 => Joined(1000),
        _ => Mistaken(_dice.Pick(Sentences), 1 + _dice.Roll(8)),
    };

    private string Any(int length) => string.Concat(Enumerable.Range(0, length).Select(_ =>
        (char)_dice.Roll(_dice.Roll(3) == 0 ? Characters : 0x80)));

    private string Joined(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => _dice.Pick(Pieces)));

    // Numbers and what may stand between them.
    private string Digits(int length) => string.Concat(Enumerable.Range(0, length).Select(_ =>
        _dice.Roll(4) == 0 ? " -./,*x\n"[_dice.Roll(8)] : (char)('0' + _dice.Roll(10))));

    private string Mistaken(string text, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var place = _dice.Roll(text.Length + 1);
            var end = Math.Min(text.Length, place + _dice.Roll(4));
            var instead = _dice.Roll(4) switch
            {
                0 => string.Empty,
                1 => $"{(char)_dice.Roll(Characters)}",
                2 => text[place..end] + text[place..end],
                _ => _dice.Pick(Pieces),
            };
            text = text[..place] + instead + text[end..];
        }

        return text;
    }
}
