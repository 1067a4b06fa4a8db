using System.Globalization;
using ContactCenter.Redaction;
using ContactCenter.Texts;

namespace ContactCenter.Responses;

/// <summary>What is wrong with the responses of a source: the places, and never what stands there.</summary>
internal sealed class ResponseFaults
{
    internal const int MaxResponses = 10_000;

    private const int MaxId = 100;
    private const int MaxTitle = 200;
    private const int MaxText = 8_000;
    private const int MaxCategory = 100;
    private const int MaxLocale = 35;
    private const int MaxSubtag = 8;
    private const int MaxAudience = 1_000;
    private const int MaxName = 200;

    /// <summary>What is shown as it is may not be one; titles and texts are masked.</summary>
    private const string CardLike = "reads as a card number";

    private readonly List<string> _found = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Found => _found;

    /// <summary>Everything that is wrong with a list that was made by a program.</summary>
    internal static ResponseFaults Of(IReadOnlyList<PredefinedResponse> responses)
    {
        var faults = new ResponseFaults();
        if (faults.Admits(responses.Count))
        {
            foreach (var (index, response) in responses.Index())
            {
                if (response is null)
                {
                    faults.Add(index, null, "is null");
                }
                else
                {
                    faults.Check(index, response);
                }
            }
        }

        return faults;
    }

    /// <summary>Whether a response is within its bounds, whatever else its source holds.</summary>
    internal static bool IsFit(PredefinedResponse response) => !new ResponseFaults().FaultsOf(response).Any();

    /// <summary>A source that holds too many is not looked through.</summary>
    internal bool Admits(int responses)
    {
        if (responses > MaxResponses)
        {
            Add($"more than {MaxResponses:N0} responses");
        }

        return responses <= MaxResponses;
    }

    internal void Add(FormattableString fault) => _found.Add(fault.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a fault of one response, named by its id, or by its place where that is no id.</summary>
    internal void Add(int index, string? id, string fault) =>
        Add(KebabCase.Is(id, MaxId) && !CardLikeId.Is(id!)
            ? (FormattableString)$"'{id}' {fault}"
            : (FormattableString)$"[{index}] {fault}");

    /// <summary>Adds what is wrong with one response.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="response">What could be read of it.</param>
    /// <param name="unread">The fields that were there, but not as what they should be: told once, as that.</param>
    internal void Check(int index, PredefinedResponse response, params IReadOnlyList<string> unread)
    {
        foreach (var (field, fault) in FaultsOf(response).Where(found => !unread.Contains(found.Field))
            .Concat(unread.Select(field => (field, "not what it should be"))))
        {
            Add(index, response.Id, $"{field}: {fault}");
        }
    }

    private IEnumerable<(string Field, string Fault)> FaultsOf(PredefinedResponse response)
    {
        (string Field, string? Fault)[] found =
        [
            ("id", FaultOfId(response.Id)),
            ("title", FaultOf(response.Title, MaxTitle)),
            ("text", FaultOf(response.Text, MaxText)),
            ("category", response.Category is { } category ? FaultOf(category, MaxCategory) : null),
            ("locale", response.Locale is { } locale ? FaultOfLocale(locale) : null),
            ("channel", response.Channel is { } channel && !Enum.IsDefined(channel) ? "not known" : null),
            ("queues", FaultOf(response.Queues)),
            ("teams", FaultOf(response.Teams)),
        ];
        return from one in found where one.Fault is not null select (one.Field, one.Fault!);
    }

    private string? FaultOfId(string? id) => id switch
    {
        null => "missing",
        _ when !KebabCase.Is(id, MaxId) => "not 1 to 100 lower-case letters, digits and single dashes between them",
        _ when CardLikeId.Is(id) => CardLike,
        _ => _ids.Add(id) ? null : "there is another with it",
    };

    private static string? FaultOfLocale(string locale) =>
        !IsLocale(locale) ? "no language tag" : CardLikeId.Is(locale) ? CardLike : null;

    private static string? FaultOf(string? words, int max) => words switch
    {
        null => "missing",
        _ when words.Length > max => "too long",
        _ when string.IsNullOrWhiteSpace(words) => "blank",
        _ => Wording.IsWellFormed(words) ? null : "malformed Unicode",
    };

    private static string? FaultOf(IReadOnlyList<string>? names) => names switch
    {
        null => "missing",
        { Count: > MaxAudience } => "too many",
        _ => names.Select(name => FaultOf(name, MaxName)).FirstOrDefault(fault => fault is not null) is { } fault
            ? $"one is {fault}"
            : names.Any(CardLikeId.IsIn) ? $"one {CardLike}" : null,
    };

    private static bool IsLocale(string locale)
    {
        if (locale.Length is 0 or > MaxLocale || !char.IsAsciiLetter(locale[0]))
        {
            return false;
        }

        foreach (var subtag in locale.AsSpan().Split('-'))
        {
            var units = locale.AsSpan(subtag);
            if (units.Length is 0 or > MaxSubtag)
            {
                return false;
            }

            foreach (var unit in units)
            {
                if (!char.IsAsciiLetterOrDigit(unit))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
