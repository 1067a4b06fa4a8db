using System.Globalization;

namespace ContactCenter.Files;

/// <summary>
/// Reads what a header says behind its value: <c>name=value</c>, <c>name="value"</c>, and by RFC 2231
/// <c>name*=charset'language'value</c>, and parts in any order: <c>name*1=lue; name*0=va</c>.
/// </summary>
internal static class MailParameters
{
    private readonly record struct Part(string Name, int Place, string Value);

    /// <summary>The value of a parameter, with its parts put together; null where there is none.</summary>
    internal static string? Of(string header, string name) => Whole(PartsOf(header)
        .Where(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Those that come in parts, put together.</summary>
    internal static IEnumerable<string> InParts(string header) =>
        header.Contains('*', StringComparison.Ordinal)
            ? PartsOf(header)
                .GroupBy(part => part.Name, StringComparer.OrdinalIgnoreCase)
                .Where(parts => parts.Any(part => part.Place > 0))
                .Select(parts => Whole(parts)!)
            : [];

    // A name that comes whole is the first part, and whatever else there is by that name follows.
    private static string? Whole(IEnumerable<Part> parts)
    {
        var values = parts.OrderBy(part => part.Place).Select(part => part.Value).ToArray();
        return values.Length == 0 ? null : string.Concat(values);
    }

    private static IEnumerable<Part> PartsOf(string header)
    {
        foreach (var parameter in Split(header))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                continue;
            }

            var isEncoded = parameter.AsSpan(0, equals).TrimEnd().EndsWith("*");
            var name = parameter[..equals].Trim().TrimEnd('*');
            var star = name.IndexOf('*', StringComparison.Ordinal);
            var place = star >= 0 && int.TryParse(
                name.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var value = parameter[(equals + 1)..].Trim().Trim('"');
            yield return new Part(
                star >= 0 ? name[..star] : name, place, isEncoded ? Uri.UnescapeDataString(value) : value);
        }
    }

    // Between semicolons, other than those within quotes.
    private static IEnumerable<string> Split(string header)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at <= header.Length; at++)
        {
            isQuoted ^= at < header.Length && header[at] == '"';
            if (at == header.Length || (header[at] == ';' && !isQuoted))
            {
                yield return header[start..at];
                start = at + 1;
            }
        }
    }
}
