namespace ContactCenter.Redaction;

/// <summary>What a word says about the number beside it.</summary>
[Flags]
internal enum Cue : uint
{
    None = 0,

    /// <summary>Names the security code of a card.</summary>
    SecurityCode = 1,

    /// <summary>Names something that is a security code if it has three digits.</summary>
    SecurityHint = 1 << 1,

    /// <summary>Names the expiry of a card.</summary>
    Expiry = 1 << 2,

    /// <summary>Says that something expires, cards among others.</summary>
    ExpiryHint = 1 << 3,

    /// <summary>Names a PIN.</summary>
    Pin = 1 << 4,

    /// <summary>Names a password, which of a card is a PIN.</summary>
    PinHint = 1 << 5,

    /// <summary>Names a PIN, and in India the code of a place, which has six digits.</summary>
    Postal = 1 << 6,

    /// <summary>Names an enciphered PIN block.</summary>
    PinBlock = 1 << 7,

    /// <summary>Names a payment card.</summary>
    Card = 1 << 8,

    /// <summary>May stand between a name and its number.</summary>
    Filler = 1 << 9,

    /// <summary>Says that what stands before it is what stands behind it.</summary>
    Link = 1 << 10,

    /// <summary>Names something else that has a number.</summary>
    Other = 1 << 11,

    /// <summary>Names something other than a card that expires.</summary>
    Perishable = 1 << 12,

    /// <summary>Follows a quantity.</summary>
    Unit = 1 << 13,

    /// <summary>Says that only the first two digits are given.</summary>
    FirstDigits = 1 << 14,

    /// <summary>Names a passport.</summary>
    Passport = 1 << 15,

    /// <summary>Names a driver licence.</summary>
    Licence = 1 << 16,

    /// <summary>Names a bank account.</summary>
    Account = 1 << 17,

    /// <summary>Names a bank whose customers write account numbers behind its name.</summary>
    Bank = 1 << 18,

    /// <summary>Names the routing number of a bank.</summary>
    Routing = 1 << 19,

    /// <summary>Names a telephone.</summary>
    Phone = 1 << 20,

    /// <summary>Names a US social security number.</summary>
    SocialSecurity = 1 << 21,

    /// <summary>Names a Korean resident or foreigner number.</summary>
    Resident = 1 << 22,

    /// <summary>Names a place, whose code may be called a PIN.</summary>
    Place = 1 << 23,

    /// <summary>Says that the last digits of something follow, by which it is told from others.</summary>
    LastDigits = 1 << 24,

    /// <summary>Nobody has looked yet.</summary>
    Unread = 1u << 31,
}
