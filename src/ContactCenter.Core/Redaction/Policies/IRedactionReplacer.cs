namespace ContactCenter.Redaction;

/// <summary>Writes what stands where something was masked: a token of the host's, say.</summary>
/// <remarks>
/// <para>
/// Pure and synchronous, as a rule is; one instance serves every chat at once, so it must be thread safe. It must not
/// keep the value. What it writes is scanned like any text, and what a rule finds in it is erased.
/// </para>
/// <para>
/// One that throws, writes nothing, or claims to have written more than there was room for, refuses the text. It is
/// never shown a security code, a track, a PIN or a PIN block, nor a value in disguise: these are erased.
/// </para>
/// </remarks>
public interface IRedactionReplacer
{
    /// <summary>For how many characters there is room.</summary>
    const int Room = 128;

    /// <summary>Writes the replacement.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="value">The value as rules read it: digits are 0 to 9, invisible characters are gone.</param>
    /// <param name="destination">Takes the replacement; <see cref="Room"/> characters.</param>
    /// <returns>How many characters were written; at least 1.</returns>
    int Replace(RedactionKind kind, ReadOnlySpan<char> value, Span<char> destination);
}
