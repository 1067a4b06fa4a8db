using System.Globalization;
using ContactCenter.Redaction;
using Microsoft.Extensions.Configuration;

namespace ContactCenter.Hosting;

/// <summary>
/// Reads the keys of one section, and keeps count of those it was asked for: what is left at the end is unknown.
/// </summary>
internal sealed class SectionReader(IConfigurationSection section, ICollection<string> faults)
{
    private const string DateForm = "a date such as 2026-05-05";
    private const string KindForm = "a kind such as card-number";

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    internal string Key => section.Key;

    internal SectionReader Text(string key, Action<string> take) => Value(key, "a text", take, text => text);

    internal SectionReader Number(string key, Action<int> take) => Value(
        key,
        "a whole number",
        take,
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null);

    internal SectionReader Long(string key, Action<long> take) => Value(
        key,
        "a whole number",
        take,
        text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : default(long?));

    internal SectionReader Fraction(string key, Action<double> take) => Value(
        key,
        "a number such as 1.5",
        take,
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : default(double?));

    internal SectionReader Period(string key, Action<TimeSpan> take) => Value(
        key,
        "a period such as 00:00:30",
        take,
        text => text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var period) ? period : default(TimeSpan?));

    internal SectionReader Flag(string key, Action<bool> take) => Value(
        key, "true or false", take, text => bool.TryParse(text, out var flag) ? flag : default(bool?));

    internal SectionReader Choice<TEnum>(string key, Action<TEnum> take)
        where TEnum : struct, Enum => Value(
            key,
            $"one of {string.Join(", ", Enum.GetNames<TEnum>())}",
            take,
            text => Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase)
                ? Enum.Parse<TEnum>(text, ignoreCase: true)
                : default(TEnum?));

    internal SectionReader Kind(string key, Action<RedactionKind> take) => Value(
        key,
        KindForm,
        take,
        text => RedactionKind.TryParse(text, out var kind) ? kind : default(RedactionKind?));

    internal SectionReader Queue(string key, Action<QueueName> take) => Value(
        key, "a queue name", take, text => QueueName.TryParse(text, out var queue) ? queue : default(QueueName?));

    /// <summary>A section of choices, whose keys are kinds of findings.</summary>
    internal SectionReader Kinds<TEnum>(string key, Action<RedactionKind, TEnum> take)
        where TEnum : struct, Enum
    {
        if (Group(key) is { } group)
        {
            var choices = new SectionReader(group, faults);
            foreach (var child in group.GetChildren())
            {
                if (RedactionKind.TryParse(child.Key, out var kind))
                {
                    choices.Choice<TEnum>(child.Key, value => take(kind, value));
                }
                else
                {
                    faults.Add($"{child.Path} is not {KindForm}.");
                }
            }
        }

        return this;
    }

    /// <summary>A list of kinds of findings, each taken by itself.</summary>
    internal SectionReader Kinds(string key, Action<RedactionKind> take)
    {
        if (Group(key) is { } group)
        {
            var kinds = new SectionReader(group, faults);
            foreach (var child in group.GetChildren())
            {
                kinds.Kind(child.Key, take);
            }
        }

        return this;
    }

    /// <summary>A list of choices, each taken by itself.</summary>
    internal SectionReader Choices<TEnum>(string key, Action<TEnum> take)
        where TEnum : struct, Enum
    {
        if (Group(key) is { } group)
        {
            var choices = new SectionReader(group, faults);
            foreach (var child in group.GetChildren())
            {
                choices.Choice(child.Key, take);
            }
        }

        return this;
    }

    /// <summary>A list of dates.</summary>
    internal SectionReader Dates(string key, Action<DateOnly> take)
    {
        if (Group(key) is { } group)
        {
            var dates = new SectionReader(group, faults);
            foreach (var child in group.GetChildren())
            {
                dates.Value(child.Key, DateForm, take, text => DateOf(text));
            }
        }

        return this;
    }

    /// <summary>A section of texts, whose keys are dates.</summary>
    internal SectionReader Dates(string key, Action<DateOnly, string> take) => Texts(key, (date, text) =>
    {
        if (DateOf(date) is { } day)
        {
            take(day, text);
        }
        else
        {
            faults.Add($"{section.GetSection(key).Path}:{date} is not {DateForm}.");
        }
    });

    /// <summary>A section of keys of its own, where there is one.</summary>
    internal SectionReader Child(string key, Action<SectionReader> read)
    {
        if (Group(key) is { } group && group.Exists())
        {
            read(new SectionReader(group, faults));
        }

        return this;
    }

    /// <summary>A section of sections, whose keys are names, or places in a list.</summary>
    internal SectionReader Children(string key, Action<SectionReader> read)
    {
        foreach (var child in Group(key)?.GetChildren() ?? [])
        {
            if (IsGroup(child))
            {
                read(new SectionReader(child, faults));
            }
        }

        return this;
    }

    /// <summary>A section of texts, whose keys are names, or places in a list.</summary>
    internal SectionReader Texts(string key, Action<string, string> take)
    {
        if (Group(key) is { } group)
        {
            var texts = new SectionReader(group, faults);
            foreach (var child in group.GetChildren())
            {
                texts.Text(child.Key, text => take(child.Key, text));
            }
        }

        return this;
    }

    /// <summary>How much could not be read so far, here and elsewhere.</summary>
    internal int FaultCount => faults.Count;

    /// <summary>Names the keys that nobody asked for.</summary>
    internal void End()
    {
        foreach (var child in section.GetChildren().Where(child => !_known.Contains(child.Key)))
        {
            faults.Add($"{child.Path} is not known.");
        }
    }

    private static DateOnly? DateOf(string text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private SectionReader Value<T>(string key, string expected, Action<T> take, Func<string, T?> read)
        where T : struct =>
        Value(key, expected, value => take(value!.Value), text => read(text));

    private SectionReader Value<T>(string key, string expected, Action<T> take, Func<string, T?> read)
    {
        _known.Add(key);
        var value = section.GetSection(key);
        if (value.Value is { } text && read(text) is { } found)
        {
            take(found);
        }
        else if (value.Value is not null || value.GetChildren().Any())
        {
            faults.Add($"{value.Path} is not {expected}.");
        }

        return this;
    }

    private IConfigurationSection? Group(string key)
    {
        _known.Add(key);
        var group = section.GetSection(key);
        return IsGroup(group) ? group : null;
    }

    /// <summary>An empty object or list has an empty value; any other value stands where keys should.</summary>
    private bool IsGroup(IConfigurationSection child)
    {
        if (string.IsNullOrEmpty(child.Value))
        {
            return true;
        }

        faults.Add($"{child.Path} is a value, where keys are expected.");
        return false;
    }
}
