namespace ContactCenter.Redaction;

/// <summary>The rules of the library, by what a host asks for.</summary>
internal static class BuiltInRules
{
    public static IRedactionRule[] Of(RedactionOptions options) =>
        [.. Cards(), .. Personal().Where(rule => options.PersonalData || options.Names(rule.Kind))];

    // Card numbers first: a suspected one is none that was found.
    private static IRedactionRule[] Cards() =>
    [
        new CardNumberRule(),
        new SplitNumberRule(),
        new SuspectedCardNumberRule(),
        new SecurityCodeRule(),
        new CardExpiryRule(),
        new TrackOneRule(),
        new TrackTwoRule(),
        new PinRule(),
        new PinBlockRule(),
    ];

    private static IRedactionRule[] Personal() =>
    [
        new IbanRule(),
        new KoreanResidentRule(),
        new KoreanForeignerRule(),
        new UsSocialSecurityRule(),
        new PassportRule(),
        new DriverLicenceRule(),
        new BankAccountRule(),
        new BankRoutingRule(),
        new PhoneNumberRule(),
        new EmailAddressRule(),
    ];
}
