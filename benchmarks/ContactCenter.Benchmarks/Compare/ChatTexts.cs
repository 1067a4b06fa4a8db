using System.Globalization;
using System.Text;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>Chat as it is written, made up and the same in each run: what is compared is speed.</summary>
public static class ChatTexts
{
    private static readonly string[] English = (
        "the to i a is my you and for it in of on can please have that with was be not me this do are "
        + "will your what at if we but from so thank thanks order account address help need would like know "
        + "check change number card email payment refund delivery when time today tomorrow morning phone "
        + "sure okay great hello hi yes no just get still charged transfer booking reservation flight "
        + "ticket restaurant service internet plan screen broken replace insurance receipt message waiting "
        + "problem could someone because already before after another other which actually really sorry "
        + "confirm information customer available question possible different").Split(' ');

    private static readonly string[] Korean = (
        "안녕하세요 주문 확인 부탁드립니다 배송 언제 되나요 결제가 두 번 되었는데 환불 가능할까요 감사합니다 네 아니요 "
        + "상품이 아직 도착하지 않았어요 고객센터 연락 주세요 비밀번호를 잊어버렸습니다 회원 정보 변경하고 싶은데 어떻게 "
        + "하면 되는지 알려주세요 오늘 내일 이번 주 영화 정말 재미있어요 그런데 좀 지루했다 배우들 연기가 최고 다시 보고 "
        + "싶다 ㅋㅋㅋ ㅠㅠ 그래도 괜찮은 것 같아요 사용할 수 없습니다 이메일 주소로 보내 주시면 확인 후 처리해 "
        + "드리겠습니다 잠시만 기다려 주세요 문의하신 내용은").Split(' ');

    private static readonly string[] Dense =
    [
        "parcel 7K 385 BQ2 63 9914 7725", "ring (634) 718-2953 or 062-7184-3359", "2031-11-28 17:42:36.918273",
        "x=51.783264 y=16.3948275", "at=1893746251847 nr=7382915647382915647382", "$7,284.35 $3,916.72 sum $8,153.64",
        "device 682915374826193", "bill 638-9174623-5382917", "7391 2846 5173 9264", "817 264 593 718 342 695 287",
    ];

    private static readonly string[] Gaps = [" ", "-", ", ", ".", "  ", "/"];

    public static string[] InEnglish(int count) => Make(count, 3, 14, English, 11);

    public static string[] InKorean(int count) => Make(count, 3, 12, Korean, 12);

    /// <summary>A third of the characters are digits: logs, lists, telephone numbers, now and then a card.</summary>
    public static string[] FullOfDigits(int count)
    {
        var draw = new Draw(13);
        return [.. Enumerable.Range(0, count).Select(_ => Randomised(
            $"{Dense[draw.Below(Dense.Length)]} {English[draw.Below(English.Length)]} "
            + $"{English[draw.Below(English.Length)]} {Dense[draw.Below(Dense.Length)]}", ref draw))];
    }

    /// <summary>Forty groups of digits a message, each of which could begin a card number.</summary>
    public static string[] Hostile(int count)
    {
        var draw = new Draw(14);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (text, gap) = (new StringBuilder(), Gaps[draw.Below(Gaps.Length)]);
            for (var group = 0; group < 40; group++)
            {
                text.Append(CultureInfo.InvariantCulture, $"4{draw.Below(1000):000}").Append(gap);
            }

            return text.ToString();
        })];
    }

    // Two characters in a hundred are digits: times, amounts, an order.
    private static string[] Make(int count, int fewest, int most, string[] words, ulong seed)
    {
        var draw = new Draw(seed);
        var texts = new string[count];
        var text = new StringBuilder();
        for (var index = 0; index < count; index++)
        {
            text.Clear();
            for (var word = fewest + draw.Below(most - fewest); word > 0; word--)
            {
                var kind = draw.Below(32);
                text.Append(kind switch
                {
                    0 => draw.Below(2000).ToString(CultureInfo.InvariantCulture),
                    1 => "?",
                    _ => words[draw.Below(words.Length)],
                }).Append(' ');
            }

            texts[index] = text.ToString(0, text.Length - 1);
        }

        return texts;
    }

    private static string Randomised(string text, ref Draw draw)
    {
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (char.IsAsciiDigit(characters[i]) && text[i] != '0')
            {
                characters[i] = (char)('1' + draw.Below(9));
            }
        }

        return new string(characters);
    }
}
