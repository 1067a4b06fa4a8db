using System.Globalization;
using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Routing;

/// <summary>
/// What may be said of a contact. It is kept as it is, in the log too, where nothing can mask it later: so what would
/// be masked in a text is refused.
/// </summary>
internal static class ContactAttributes
{
    internal const int Most = 30;

    private const string Subject = "attributes";

    internal static Rejection? Refusal(AttributeBag attributes) =>
        attributes.Count == 0 ? null
        : attributes.Count > Most ? Rejections.AttributesInvalid.About($"{attributes.Count} are more than {Most}")
        : Refusal(Of(attributes));

    /// <summary>Everything that is said, as what is said anew.</summary>
    internal static IEnumerable<(string Name, AttributeValue? Value)> Of(AttributeBag attributes) =>
        attributes.Select(one => (one.Name, (AttributeValue?)one.Value));

    internal static Rejection? Refusal(IEnumerable<(string Name, AttributeValue? Value)> patch)
    {
        foreach (var (name, value) in patch)
        {
            // The name is not repeated: it may be the number itself.
            if (CardLikeId.Is(name) || (value is { } said && IsCardLike(said)))
            {
                return Rejections.IdHoldsCardData.About(Subject);
            }
        }

        return null;
    }

    /// <summary>What is said of a contact as somebody might have written it, for the rules of a floor.</summary>
    /// <remarks>Each by its name, as name and value, and as the value alone; with what a refusal is about.</remarks>
    internal static IEnumerable<Told> InWords(IEnumerable<(string Name, AttributeValue? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            var (words, about) = (WordsOf(name), $"{Subject}: {name}");

            // The name is not repeated where it is the name that holds something.
            yield return new Told(Subject, words);
            if (value is { Kind: not AttributeKind.Boolean } said)
            {
                var text = said.Kind == AttributeKind.Text
                    ? said.Text
                    : said.Number.ToString("R", CultureInfo.InvariantCulture);
                yield return new Told(about, $"{words} {text}");
                yield return new Told(about, text);
            }
        }
    }

    // "cardNumber", "card_number" and "card-number" are two words.
    private static string WordsOf(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]) && char.IsLower(name[index - 1]))
            {
                words.Append(' ');
            }

            words.Append(name[index] is '-' or '_' or '.' ? ' ' : name[index]);
        }

        return words.ToString();
    }

    private static bool IsCardLike(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Text => CardLikeId.Is(value.Text),
        AttributeKind.Number => CardLikeId.Is(value.Number.ToString("F0", CultureInfo.InvariantCulture))
            || CardLikeId.Is(value.Number.ToString("R", CultureInfo.InvariantCulture)),
        _ => false,
    };
}

/// <summary>Something that is kept as it is, as it may be judged.</summary>
/// <param name="Subject">What a refusal is about.</param>
/// <param name="Text">It, in words.</param>
internal readonly record struct Told(string Subject, string Text);
