namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Korean. What must be masked stands in brackets.</summary>
internal static class Korean
{
    public const string Lines = """
        cvv: 보안코드는 [123]이에요
        cvv: CVC [456]입니다
        cvv: cvv번호는 [789]요
        cvv: 카드 뒷면 세자리 [321]
        cvv: 뒷면 3자리는 [555]입니다
        cvv: [204]이 제 cvc 번호예요
        cvv: 카드 보안번호 [987] 이에요
        cvv: 시브이씨 번호 [111]
        cvv: 보안 코드 : [0456]
        cvv: 뒷면에 적힌 세자리 숫자는 [642]입니다
        exp: 유효기간 [12/27]
        exp: 유효기간은 [2027년 12월]이에요
        exp: 카드 유효기간 [0928]
        exp: 만료일은 [08/29]입니다
        exp: 유효기한 [27년 3월]
        exp: [11/28]까지가 유효기간이에요
        exp: 유효기간 [05월 30년]
        pin: 카드 비밀번호 [1234]
        pin: 비밀번호는 [4821]입니다
        pin: 비번 앞두자리 [12]
        pin: 비밀번호 앞 2자리는 [34]예요
        pin: 핀번호 [9090]이요
        pin: 계좌 비밀번호 [5512]
        none: 주문번호 1234 확인해주세요
        none: 302호로 배송해 주세요
        none: 인증번호 482913
        none: 쿠폰 유효기간 12/27
        none: 여권 만료일이 2027년 3월이에요
        none: 보안코드가 뭐예요?
        none: 뒷면을 확인해 주세요
        none: 비밀번호를 3번 틀렸어요
        none: 123번 버스 타고 갔어요
        none: 2024년에 가입했어요
        none: 비밀번호 변경하고 1234원 결제했어요
        none: 보안코드 오류가 500번 떴어요
        none: 12/27에 갈게요
        none: 우편번호 04524
        none: 회원번호 5678
        none: 금액은 123원입니다
        none: 30분 기다렸는데 보안코드 화면에서 멈춰요
        """;
}
