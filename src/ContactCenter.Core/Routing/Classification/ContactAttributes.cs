using System.Globalization;
using ContactCenter.Redaction;

namespace ContactCenter.Routing;

/// <summary>
/// What may be said of a contact. It is kept as it is, in the log too, so what reads as a card number is refused where
/// a text would be masked.
/// </summary>
internal static class ContactAttributes
{
    internal const int Most = 30;

    internal static Rejection? Refusal(AttributeBag attributes) =>
        attributes.Count == 0 ? null
        : attributes.Count > Most ? Rejections.AttributesInvalid.About($"{attributes.Count} are more than {Most}")
        : Refusal(attributes.Select(one => (one.Name, (AttributeValue?)one.Value)));

    internal static Rejection? Refusal(IEnumerable<(string Name, AttributeValue? Value)> patch)
    {
        foreach (var (name, value) in patch)
        {
            // The name is not repeated: it may be the number itself.
            if (CardLikeId.Is(name) || (value is { } said && IsCardLike(said)))
            {
                return Rejections.IdHoldsCardData.About("attributes");
            }
        }

        return null;
    }

    private static bool IsCardLike(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Text => CardLikeId.Is(value.Text),
        AttributeKind.Number => CardLikeId.Is(value.Number.ToString("F0", CultureInfo.InvariantCulture))
            || CardLikeId.Is(value.Number.ToString("R", CultureInfo.InvariantCulture)),
        _ => false,
    };
}
