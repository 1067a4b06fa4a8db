using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

/// <summary>Personal data: what stands in brackets is masked, and nothing else.</summary>
public sealed class PersonalRuleTests
{
    [Theory]
    [InlineData("to [DE89370400440532013000] 2 days from today")]
    [InlineData("iban [gb82 west 1234 5698 7654 32], thanks")]
    [InlineData("계좌는[DE89 3704 0044 0532 0130 00]입니다")]
    [InlineData("[CH93.0076.2011.6238.5295.7]")]
    [InlineData("DE88370400440532013000")]
    [InlineData("DE8937040044053201300")]
    [InlineData("XDE89370400440532013000")]
    [InlineData("ZZ89370400440532013000")]
    public void An_iban_has_the_length_of_its_country_and_check_digits(string marked) => Check(new IbanRule(), marked);

    [Theory]
    [InlineData("ssn [123-45-6789]")]
    [InlineData("my social is [123456789]")]
    [InlineData("[123 45 6789]")]
    [InlineData("000-12-3456, 666-12-3456, 900-12-3456, 123-00-4567, 123-45-0000")]
    [InlineData("123456789")]
    [InlineData("1123-45-6789")]
    public void A_social_security_number_has_parts_that_are_given(string marked) =>
        Check(new UsSocialSecurityRule(), marked);

    [Theory]
    [InlineData("[880101-1234568]")]
    [InlineData("주민번호 [880101-1234567]입니다")]
    [InlineData("[8801011234568]")]
    [InlineData("8801011234567")]
    [InlineData("주민번호 [8801011234567]")]
    [InlineData("881301-1234568")]
    [InlineData("880230-1234568")]
    [InlineData("880101-5123459")]
    [InlineData("880101-1******")]
    [InlineData("4901234567894")]
    public void A_resident_number_is_a_birthday_and_by_the_old_rule_a_check_digit(string marked) =>
        Check(new KoreanResidentRule(), marked);

    [Theory]
    [InlineData("외국인등록번호 [880101-5123459]")]
    [InlineData("[8801015123452]")]
    [InlineData("8801015123458")]
    [InlineData("880101-1234568")]
    public void A_foreigner_number_is_told_by_its_seventh_digit(string marked) =>
        Check(new KoreanForeignerRule(), marked);

    [Theory]
    [InlineData("passport number [M12345678]")]
    [InlineData("여권번호는 [M123A4567]입니다")]
    [InlineData("my US passport is [123456789]")]
    [InlineData("Reisepass [C01X00T47]")]
    [InlineData("my passport and order 123456789")]
    [InlineData("M123A4567")]
    [InlineData("booking 123456789")]
    public void A_passport_is_told_by_its_name(string marked) => Check(new PassportRule(), marked);

    [Theory]
    [InlineData("driver's license [D1234562]")]
    [InlineData("운전면허 [11-12-345678-90]")]
    [InlineData("[11-12-345678-90]")]
    [InlineData("driving licence [MORGA657054SM9IJ]")]
    [InlineData("99-12-345678-90")]
    [InlineData("D1234562")]
    public void A_driver_licence_is_told_by_its_name_or_its_region(string marked) =>
        Check(new DriverLicenceRule(), marked);

    [Theory]
    [InlineData("account number [12345678]")]
    [InlineData("신한 [110-234-567890]")]
    [InlineData("계좌번호는 [356-1234-5607-93]이에요")]
    [InlineData("the balance of my account is $3884.66")]
    [InlineData("my account has 12345 points")]
    [InlineData("110-234-567890")]
    public void A_bank_account_is_told_by_its_name_or_its_bank(string marked) => Check(new BankAccountRule(), marked);

    [Theory]
    [InlineData("routing number [021000021]")]
    [InlineData("aba [0710-0001-3]")]
    [InlineData("routing number 021000022")]
    [InlineData("routing number 990000000")]
    [InlineData("021000021")]
    public void A_routing_number_has_a_district_and_a_check_digit(string marked) =>
        Check(new BankRoutingRule(), marked);

    [Theory]
    [InlineData("call [(212) 555-0142] now")]
    [InlineData("[+1-212-555-0142]")]
    [InlineData("[212.555.0142 ext. 12]")]
    [InlineData("[01012345678]로 연락 주세요")]
    [InlineData("[010-1234-5678]")]
    [InlineData("[02-312-3456]")]
    [InlineData("[+82 10-1234-5678]")]
    [InlineData("[+49 151 23456789]")]
    [InlineData("phone: [467 3395]")]
    [InlineData("번호 [공일공 일이삼사 오육칠팔]")]
    [InlineData("2125550142")]
    [InlineData("112-555-0142")]
    [InlineData("212-111-0142")]
    [InlineData("+1 112 555 0142")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("2024-01-15")]
    [InlineData("192.168.100.200")]
    public void A_telephone_number_fits_its_plan(string marked) => Check(new PhoneNumberRule(), marked);

    [Theory]
    [InlineData("mail [first.last+tag@mail.example.org].")]
    [InlineData("메일은[a_b@example.kr]로 주세요")]
    [InlineData("[홍길동@예시.한국]")]
    [InlineData("<[o'brien@example.com]>")]
    [InlineData("[a＠example.com]")]
    [InlineData("@someone said a@b and a@b.c and a@.com and @example.com")]
    [InlineData("a.@example.com")]
    public void An_address_has_two_parts_and_a_domain(string marked) => Check(new EmailAddressRule(), marked);

    private static void Check(IRedactionRule rule, string marked)
    {
        var (open, close) = (marked.IndexOf('['), marked.IndexOf(']'));
        var text = open < 0 ? marked : marked.Remove(close, 1).Remove(open, 1);
        var expected = open < 0
            ? text
            : $"{marked[..open]}{new string('*', close - open - 1)}{marked[(close + 1)..]}";

        var result = new RedactionPipeline(rule).Redact(text);

        Assert.Equal(expected, result.Text.Text);
        Assert.All(result.Text.Findings, found => Assert.Equal(rule.Kind, found.Kind));
    }
}
