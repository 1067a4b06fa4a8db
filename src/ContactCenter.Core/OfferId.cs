namespace ContactCenter;

/// <summary>Names one offer of a contact to an agent; a contact offered again gets another one.</summary>
/// <param name="Floor">The floor that made the id; no other floor knows it.</param>
/// <param name="Number">Counts up from 1 on its floor and is never used again.</param>
/// <remarks>Its text is <c>floor/offer-number</c>. Immutable, safe for any thread.</remarks>
public readonly record struct OfferId(FloorId Floor, long Number)
{
    /// <summary>The id that <paramref name="text"/> spells.</summary>
    /// <param name="text">The text that <see cref="ToString"/> gave.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is no such id.</exception>
    public static OfferId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Expected floor/offer-number.");

    /// <summary>Whether <paramref name="text"/> spells an id, and which; never throws.</summary>
    /// <param name="text">The text that <see cref="ToString"/> gave.</param>
    /// <param name="id">The id, or the default value when it is none.</param>
    public static bool TryParse(string? text, out OfferId id)
    {
        var valid = Identifier.TryNumber(text, "offer", out var floor, out var number);
        id = valid ? new OfferId(floor, number) : default;
        return valid;
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => Identifier.Number(Floor, "offer", Number);
}
