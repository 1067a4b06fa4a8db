using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ContactCenter.Hours;

/// <summary>Opening hours, read: the periods of each day on a wall clock, as instants.</summary>
internal sealed class HoursCalendar
{
    private const int MostDates = 1_000;

    // A week that has any period has it again within seven days; the rest is for clocks that are put forward.
    private const int AfterLastDate = 16;

    // A floor asks the same hours again each time that a queue opens or closes, and of all its queues when it is
    // configured.
    private static readonly ConditionalWeakTable<OpeningHours, HoursCalendar> Known = [];

    private readonly WallClock _clock;
    private readonly OpenPeriod[][] _week = new OpenPeriod[7][];
    private readonly Dictionary<DateOnly, OpenPeriod[]> _dates = [];
    private readonly DateOnly _lastDate;

    private HoursCalendar(OpeningHours hours, WallClock clock)
    {
        _clock = clock;
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            OpenPeriod.Read(hours.On(day), out _week[(int)day]);
        }

        foreach (var (date, text) in hours.Special)
        {
            OpenPeriod.Read(text, out var periods);
            _dates[date] = periods;
        }

        foreach (var date in hours.Closed)
        {
            _dates[date] = [];
        }

        _lastDate = _dates.Count == 0 ? DateOnly.MinValue : _dates.Keys.Max();
    }

    private bool HasWeek => Array.Exists(_week, static periods => periods.Length > 0);

    /// <summary>Reads hours.</summary>
    /// <exception cref="FormatException">The hours cannot be read.</exception>
    internal static HoursCalendar Of(OpeningHours hours) =>
        TryKnow(hours, out var calendar, out var faults)
            ? calendar
            : throw new FormatException(string.Join("; ", faults));

    /// <summary>Hours as they were read before; else reads them, or says everything that is wrong with them.</summary>
    internal static bool TryKnow(
        OpeningHours hours, [NotNullWhen(true)] out HoursCalendar? calendar, out IReadOnlyList<string> faults)
    {
        faults = [];
        if (Known.TryGetValue(hours, out calendar))
        {
            return true;
        }

        if (!TryRead(hours, out calendar, out faults))
        {
            return false;
        }

        Known.AddOrUpdate(hours, calendar);
        return true;
    }

    /// <summary>Reads hours, or says everything that is wrong with them.</summary>
    internal static bool TryRead(
        OpeningHours hours, [NotNullWhen(true)] out HoursCalendar? calendar, out IReadOnlyList<string> faults)
    {
        var clock = WallClock.Of(hours.Zone);
        var found = new List<string>();
        if (clock is null)
        {
            found.Add(hours.Zone.Length == 0
                ? "the time zone is missing"
                : $"time zone '{hours.Zone}' is not known; an IANA name such as Asia/Seoul is");
        }

        found.AddRange(FaultsOfTexts(hours));
        found.AddRange(FaultsOfDates(hours));
        (calendar, faults) = (null, found);
        if (found.Count > 0)
        {
            return false;
        }

        calendar = new HoursCalendar(hours, clock!);
        if (calendar.HasWeek || calendar._dates.Values.Any(static periods => periods.Length > 0))
        {
            return true;
        }

        found.Add("it is never open");
        calendar = null;
        return false;
    }

    /// <summary>Whether it is open at an instant, and when that changes; null for never.</summary>
    internal (bool IsOpen, DateTimeOffset? NextChange) At(DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at.Year, 1900, nameof(at));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at.Year, 2999, nameof(at));
        var today = _clock.DayAt(at);
        var until = default(DateTimeOffset?);

        // What covers the instant began a day before it at the earliest, or two where a clock was put back.
        foreach (var (day, period) in PeriodsFrom(today.AddDays(-2), today))
        {
            var (opens, closes) = (_clock.First(day, period.From), _clock.Last(day, period.To));
            if (closes <= opens || closes <= at)
            {
                // Over already; or all of it is skipped by a clock that is put forward.
                continue;
            }

            if (until is { } end)
            {
                if (opens > end)
                {
                    break;
                }

                // Open without a gap: it goes on.
                until = closes > end ? closes : end;
            }
            else if (opens > at)
            {
                return (false, opens);
            }
            else
            {
                until = closes;
            }

            if (HasWeek && day > LastDay(today).AddDays(-2))
            {
                // For more than a week beyond the last date of its own it has not closed: it never does.
                return (true, null);
            }
        }

        return (until is not null, until);
    }

    private static IEnumerable<string> FaultsOfTexts(OpeningHours hours)
    {
        foreach (var (key, text) in hours.Texts)
        {
            if (OpenPeriod.Read(text, out _) is { } fault)
            {
                yield return $"{key}: {fault}";
            }
        }

        foreach (var (date, text) in hours.Special.OrderBy(day => day.Key))
        {
            if (OpenPeriod.Read(text, out _) is { } fault)
            {
                yield return $"{date:O}: {fault}";
            }
        }
    }

    private static IEnumerable<string> FaultsOfDates(OpeningHours hours)
    {
        if (hours.Closed.Count > MostDates || hours.Special.Count > MostDates)
        {
            yield return $"more than {MostDates} dates";
        }

        foreach (var date in hours.Closed.Intersect(hours.Special.Keys).Order())
        {
            yield return $"{date:O} is both closed and special";
        }

        var dates = hours.Closed.Concat(hours.Special.Keys);
        foreach (var date in dates.Where(static date => date.Year is < 2000 or > 2199).Order())
        {
            yield return $"{date:O} is not of the years 2000 to 2199";
        }
    }

    private DateOnly LastDay(DateOnly today) => (_lastDate > today ? _lastDate : today).AddDays(AfterLastDate);

    /// <summary>The periods of each day, in order, until nothing can come that has not come before.</summary>
    private IEnumerable<(DateOnly Day, OpenPeriod Period)> PeriodsFrom(DateOnly first, DateOnly today)
    {
        for (var (day, last) = (first, LastDay(today)); day <= last; day = day.AddDays(1))
        {
            foreach (var period in _dates.GetValueOrDefault(day) ?? _week[(int)day.DayOfWeek])
            {
                yield return (day, period);
            }
        }
    }
}
