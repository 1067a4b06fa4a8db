namespace ContactCenter.Hours;

/// <summary>
/// The clock on the wall of one place: which instant a time on it is, though it is put forward and back.
/// </summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    // No place is further from UTC, and no place puts its clock forward and back within so short a time.
    private static readonly TimeSpan Reach = TimeSpan.FromHours(15);

    /// <summary>The clock of a time zone by its IANA name; null where this machine knows none of that name.</summary>
    internal static WallClock? Of(string name)
    {
        // The names of files are not looked for, nor those that only Windows has, with spaces.
        var isName = name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0])
            && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+');
        return isName && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? new WallClock(zone) : null;
    }

    /// <summary>The day that the clock shows at an instant.</summary>
    internal DateOnly DayAt(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime + zone.GetUtcOffset(at));

    /// <summary>The first instant at which the clock shows a time, or, where it skips it, a later one.</summary>
    internal DateTimeOffset First(DateOnly day, int minutes) => Instant(day, minutes, isFirst: true);

    /// <summary>The last instant at which the clock comes to a time, or, where it skips it, to a later one.</summary>
    internal DateTimeOffset Last(DateOnly day, int minutes) => Instant(day, minutes, isFirst: false);

    private DateTimeOffset Instant(DateOnly day, int minutes, bool isFirst)
    {
        var shown = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minutes);
        var (before, after) = (shown - Reach, shown + Reach);
        var (early, late) = (zone.GetUtcOffset(before), zone.GetUtcOffset(after));
        var (one, other) = (shown - early, shown - late);
        if (early == late)
        {
            return one;
        }

        // Where the clock is put back both may be: the time comes twice. Where it is put forward neither may be.
        var (isOne, isOther) = (zone.GetUtcOffset(one) == early, zone.GetUtcOffset(other) == late);
        return isOne && (isFirst || !isOther) ? one
            : isOther ? other
            : Change(before, after, early);
    }

    /// <summary>The instant at which the clock is put forward or back.</summary>
    private DateTimeOffset Change(DateTimeOffset before, DateTimeOffset after, TimeSpan offset)
    {
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }
}
