namespace ContactCenter.Hours;

/// <summary>From when to when it is open, in minutes on the wall clock since the day began.</summary>
/// <param name="From">0 to 1,439.</param>
/// <param name="To">Above <paramref name="From"/>; above 1,440 where it runs over midnight.</param>
internal readonly record struct OpenPeriod(int From, int To)
{
    internal const int Day = 24 * 60;

    /// <summary>How many periods a day has at most.</summary>
    private const int Most = 48;

    /// <summary>Reads the periods of a day, in order.</summary>
    /// <param name="text">The text; null and <c>closed</c> for none.</param>
    /// <param name="periods">What it says; empty when it cannot be read.</param>
    /// <returns>What is wrong with the text; null when nothing is.</returns>
    internal static string? Read(string? text, out OpenPeriod[] periods)
    {
        periods = [];
        if (text is null || text.Trim().Equals("closed", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = text.Split(',', Most + 1);
        if (parts.Length > Most)
        {
            return $"more than {Most} periods a day";
        }

        var found = new OpenPeriod[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            if (!TryRead(parts[index], out found[index]))
            {
                return $"'{parts[index].Trim()}' is not a period such as 09:00-18:00";
            }
        }

        Array.Sort(found, static (one, other) => one.From.CompareTo(other.From));
        for (var index = 1; index < found.Length; index++)
        {
            if (found[index].From < found[index - 1].To)
            {
                return $"'{text}' has periods that overlap";
            }
        }

        periods = found;
        return null;
    }

    private static bool TryRead(ReadOnlySpan<char> text, out OpenPeriod period)
    {
        period = default;
        var dash = text.IndexOf('-');
        if (dash < 0 || !TryReadTime(text[..dash].Trim(), out var from) || from == Day
            || !TryReadTime(text[(dash + 1)..].Trim(), out var to) || from == to)
        {
            return false;
        }

        period = new OpenPeriod(from, to > from ? to : to + Day);
        return true;
    }

    /// <summary>A time such as 09:30, to the minute; 24:00 is the end of the day.</summary>
    private static bool TryReadTime(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is not [var h1 and >= '0' and <= '2', var h2, ':', var m1 and >= '0' and <= '5', var m2]
            || !char.IsAsciiDigit(h2) || !char.IsAsciiDigit(m2))
        {
            return false;
        }

        minutes = ((((h1 - '0') * 10) + (h2 - '0')) * 60) + ((m1 - '0') * 10) + (m2 - '0');
        return minutes <= Day;
    }
}
