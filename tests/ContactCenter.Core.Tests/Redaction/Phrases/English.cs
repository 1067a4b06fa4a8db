namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in English. What must be masked stands in brackets.</summary>
internal static class English
{
    public const string Lines = """
        cvv: my cvv is [123]
        cvv: the security code on my visa is [456]
        cvv: [789] is the cvc
        cvv: CVV2: [0123]
        cvv: sure, it's the three digits on the back: [321]
        cvv: card verification value [555]
        cvv: security code = [9876]
        cvv: cvv [1 2 3]
        cvv: my amex cid is [123]
        cvv: It says [456], that's the security code
        cvv: cvv? [789]
        cvv: here you go, cvv code [204]
        cvv: {"cvv":"[123]"}
        exp: expires [12/27]
        exp: exp date [01/2029]
        exp: valid thru [08-28]
        exp: the expiration date is [March 2027]
        exp: my card expires in [Aug 2028]
        exp: expiry [0728]
        exp: [11/26] is the expiry date
        exp: good thru [05 / 30]
        exp: card expiration: [2027-03]
        pin: my pin is [4821]
        pin: the atm pin number is [0007]
        pin: PIN: [123456]
        pin: [5512] is my pin
        pin: debit card pin [9090]
        pin: use pin code [4321]
        none: room 123 please
        none: the cvv is on the back
        none: use code 1234 for the discount
        none: pin the message from 2024
        none: PIN code of the area is 560001
        none: my postcode is 1234
        none: my trial expires 12/27
        none: the coupon is valid until 12/27
        none: I have 100 cvv codes to check
        none: order 4567 has not arrived
        none: the charge was $123
        none: see you on 12/27
        none: the meeting is 12/27/2026, expires never
        none: verification code 482913
        none: my passport expires 03/2029
        none: I waited 300 seconds for the security code
        none: error 404 when I enter the cvv
        none: extension 4821
        none: cvv must have 3 or 4 digits
        """;
}
