namespace ContactCenter.Redaction;

/// <summary>Says whether a value is the host's own after all: an order number by its check digit, say.</summary>
/// <param name="value">The letters and digits of what was found, digits as 0 to 9, without what stood between.</param>
/// <returns>Whether it may stay.</returns>
/// <remarks>
/// Pure, quick and thread safe, as a rule is. One that throws refuses the text. It must not keep the value: in most
/// cases it is a card number.
/// </remarks>
public delegate bool RedactionValidator(ReadOnlySpan<char> value);
