using System.Globalization;
using System.Resources;

namespace ContactCenter.Texts;

/// <summary>The words for codes, in English and in the languages that have a resource beside it.</summary>
internal static class Phrasebook
{
    private static readonly ResourceManager Resources = new("ContactCenter.Texts.Texts", typeof(Phrasebook).Assembly);

    /// <summary>The words for a refusal; null where its code is the host's own.</summary>
    internal static string? Rejection(string code, CultureInfo culture) => Find($"rejection.{code}", culture);

    /// <summary>The words for a notice, about somebody; null where its code is not known.</summary>
    internal static string? Notice(string code, string subject, CultureInfo culture) =>
        Find($"notice.{code}", culture)?.Replace("{0}", subject, StringComparison.Ordinal);

    // Without a culture the resources would ask the thread for one: two callers would read two languages.
    private static string? Find(string key, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Resources.GetString(key, LanguageOf(culture));
    }

    // In a process without culture data ko-KR does not know that it is Korean; its name still says so.
    private static CultureInfo LanguageOf(CultureInfo culture) =>
        culture.Name.IndexOf('-') is > 1 and var end && culture.Parent.Name.Length == 0
            ? CultureInfo.GetCultureInfo(culture.Name[..end])
            : culture;
}
