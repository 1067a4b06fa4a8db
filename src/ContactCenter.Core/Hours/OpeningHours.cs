namespace ContactCenter.Hours;

/// <summary>
/// When somebody is there: the hours of a week on the wall clock of one place, the days on which it is closed, and the
/// days that have hours of their own.
/// </summary>
/// <remarks>
/// <para>
/// The hours of a day are a text: periods such as <c>09:00-18:00</c>, several of them separated by commas. One that
/// ends where or before it begins runs over midnight: <c>22:00-02:00</c>. <c>00:00-24:00</c> is the whole day,
/// <c>closed</c> none of it. The more specific key wins: a day of the week before <see cref="Weekdays"/> and
/// <see cref="Weekend"/>, and these before <see cref="EveryDay"/>; a day of which nothing is said is closed.
/// </para>
/// <para>
/// A period belongs to the day on which it begins. So a closed or special day takes the place of the periods that
/// begin on it, and what began the evening before runs to its end, into the holiday.
/// </para>
/// <para>
/// Where the clock is put forward, a time that is skipped is the instant of the change. Where it is put back, a time
/// that comes twice opens at its first and closes at its second occurrence.
/// </para>
/// <para>
/// Immutable, safe for any thread. Nothing here asks a clock. The hours are read from their texts at each call, which
/// takes some microseconds: not for every contact.
/// </para>
/// </remarks>
public sealed record OpeningHours
{
    /// <summary>Whose wall clock it is.</summary>
    /// <value>The IANA name of a time zone, as <c>Asia/Seoul</c>. There is no default.</value>
    public string Zone { get; init; } = string.Empty;

    /// <summary>The hours of every day of which nothing more specific is said.</summary>
    public string? EveryDay { get; init; }

    /// <summary>The hours of Monday to Friday.</summary>
    public string? Weekdays { get; init; }

    /// <summary>The hours of Saturday and Sunday.</summary>
    public string? Weekend { get; init; }

    /// <summary>The hours of Mondays.</summary>
    public string? Monday { get; init; }

    /// <summary>The hours of Tuesdays.</summary>
    public string? Tuesday { get; init; }

    /// <summary>The hours of Wednesdays.</summary>
    public string? Wednesday { get; init; }

    /// <summary>The hours of Thursdays.</summary>
    public string? Thursday { get; init; }

    /// <summary>The hours of Fridays.</summary>
    public string? Friday { get; init; }

    /// <summary>The hours of Saturdays.</summary>
    public string? Saturday { get; init; }

    /// <summary>The hours of Sundays.</summary>
    public string? Sunday { get; init; }

    /// <summary>The holidays: days on which no period begins.</summary>
    /// <value>Default: none. At most 1,000, of the years 2000 to 2199.</value>
    public IReadOnlyList<DateOnly> Closed { get; init; } = [];

    /// <summary>The days that have hours of their own, whatever the week says.</summary>
    /// <value>Default: none. At most 1,000, of the years 2000 to 2199.</value>
    public IReadOnlyDictionary<DateOnly, string> Special { get; init; } = new Dictionary<DateOnly, string>();

    /// <summary>Whether it is open at an instant. The instant at which it closes is not within it.</summary>
    /// <param name="at">An instant of the years 1900 to 2999.</param>
    /// <returns>True while it is open.</returns>
    /// <exception cref="FormatException">The hours cannot be read; the message tells all that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is of another time.</exception>
    public bool IsOpenAt(DateTimeOffset at) => HoursCalendar.Of(this).At(at).IsOpen;

    /// <summary>When it opens, if it is closed at an instant; when it closes, if it is open.</summary>
    /// <param name="at">An instant of the years 1900 to 2999.</param>
    /// <returns>The first instant after it at which that is so; null when it stays as it is for ever.</returns>
    /// <exception cref="FormatException">The hours cannot be read; the message tells all that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is of another time.</exception>
    public DateTimeOffset? NextChange(DateTimeOffset at) => HoursCalendar.Of(this).At(at).NextChange;

    /// <summary>Whether both say the same, key by key.</summary>
    /// <param name="other">The other hours.</param>
    /// <returns>True where every text and every date is the same.</returns>
    public bool Equals(OpeningHours? other) =>
        other is not null
        && Zone == other.Zone
        && Texts.SequenceEqual(other.Texts)
        && Closed.SequenceEqual(other.Closed)
        && Special.OrderBy(day => day.Key).SequenceEqual(other.Special.OrderBy(day => day.Key));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Zone, EveryDay, Weekdays, Monday, Closed.Count, Special.Count);

    /// <summary>The hours of a day of the week, as the most specific key says.</summary>
    internal string? On(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Monday ?? Weekdays,
        DayOfWeek.Tuesday => Tuesday ?? Weekdays,
        DayOfWeek.Wednesday => Wednesday ?? Weekdays,
        DayOfWeek.Thursday => Thursday ?? Weekdays,
        DayOfWeek.Friday => Friday ?? Weekdays,
        DayOfWeek.Saturday => Saturday ?? Weekend,
        _ => Sunday ?? Weekend,
    }
    ?? EveryDay;

    /// <summary>Everything that is wrong with the hours.</summary>
    internal IEnumerable<string> Faults()
    {
        HoursCalendar.TryRead(this, out _, out var faults);
        return faults;
    }

    /// <summary>The texts of the week, by their keys.</summary>
    internal IEnumerable<(string Key, string? Text)> Texts =>
    [
        (nameof(EveryDay), EveryDay), (nameof(Weekdays), Weekdays), (nameof(Weekend), Weekend),
        (nameof(Monday), Monday), (nameof(Tuesday), Tuesday), (nameof(Wednesday), Wednesday),
        (nameof(Thursday), Thursday), (nameof(Friday), Friday), (nameof(Saturday), Saturday), (nameof(Sunday), Sunday),
    ];
}
