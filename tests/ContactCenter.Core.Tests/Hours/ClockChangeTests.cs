using System.Globalization;
using ContactCenter.Hours;

namespace ContactCenter.Tests.Hours;

/// <summary>Opening hours where the clock is put forward, or back, under them.</summary>
public sealed class ClockChangeTests
{
    [Theory]
    // The clock is put forward: a time that is skipped is the instant of the change.
    [InlineData("Europe/Berlin", "02:30-05:00", "2026-03-28T12:00Z", "2026-03-29T01:00Z", "2026-03-29T03:00Z")]
    [InlineData("Europe/Berlin", "00:00-02:30", "2026-03-28T12:00Z", "2026-03-28T23:00Z", "2026-03-29T01:00Z")]
    [InlineData("America/New_York", "02:30-05:00", "2026-03-07T12:00Z", "2026-03-08T07:00Z", "2026-03-08T09:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15-05:00", "2026-10-03T12:00Z", "2026-10-03T15:30Z", "2026-10-03T18:00Z")]
    // The clock is put back: it opens the first time and closes the second.
    [InlineData("Europe/Berlin", "02:30-02:45", "2026-10-24T12:00Z", "2026-10-25T00:30Z", "2026-10-25T01:45Z")]
    [InlineData("America/New_York", "01:30-01:45", "2026-10-31T12:00Z", "2026-11-01T05:30Z", "2026-11-01T06:45Z")]
    [InlineData("Australia/Lord_Howe", "01:45-05:00", "2026-04-04T12:00Z", "2026-04-04T14:45Z", "2026-04-04T18:30Z")]
    // A night is an hour longer or shorter, and a place without a change does not mind.
    [InlineData("Europe/Berlin", "22:00-06:00", "2026-10-24T12:00Z", "2026-10-24T20:00Z", "2026-10-25T05:00Z")]
    [InlineData("Europe/Berlin", "22:00-06:00", "2026-03-28T12:00Z", "2026-03-28T21:00Z", "2026-03-29T04:00Z")]
    [InlineData("Asia/Seoul", "02:30-05:00", "2026-03-28T12:00Z", "2026-03-28T17:30Z", "2026-03-28T20:00Z")]
    // A midnight that is skipped, and a whole day.
    [InlineData("America/Sao_Paulo", "00:00-03:00", "2018-11-03T12:00Z", "2018-11-04T03:00Z", "2018-11-04T05:00Z")]
    [InlineData("Pacific/Apia", "09:00-17:00", "2011-12-30T04:00Z", "2011-12-30T19:00Z", "2011-12-31T03:00Z")]
    public void It_opens_and_closes_by_the_clock_on_the_wall(
        string zone, string everyDay, string at, string opens, string closes)
    {
        var hours = new OpeningHours { Zone = zone, EveryDay = everyDay };

        Assert.Equal(At(opens), hours.NextChange(At(at)));
        Assert.True(hours.IsOpenAt(At(opens)));
        Assert.Equal(At(closes), hours.NextChange(At(opens)));
        Assert.False(hours.IsOpenAt(At(closes)));
    }

    [Fact]
    public void A_period_that_is_skipped_as_a_whole_does_not_come()
    {
        var hours = new OpeningHours { Zone = "Europe/Berlin", EveryDay = "02:00-03:00" };

        Assert.Equal(At("2026-03-30T00:00Z"), hours.NextChange(At("2026-03-28T12:00Z")));
    }

    [Theory, Pain(50, 52)]
    [InlineData("Europe/Berlin", "2026-03-26", 1)]
    [InlineData("Europe/Berlin", "2026-10-22", 2)]
    [InlineData("America/New_York", "2026-03-05", 3)]
    [InlineData("America/New_York", "2026-10-29", 4)]
    [InlineData("Australia/Lord_Howe", "2026-04-02", 5)]
    [InlineData("Australia/Lord_Howe", "2026-10-01", 6)]
    [InlineData("Asia/Seoul", "2026-05-02", 7)]
    [InlineData("Africa/Casablanca", "2026-02-12", 8)]
    public void It_is_open_when_a_look_at_every_minute_says_so(string zone, string from, ulong seed)
    {
        var dice = new Redaction.Dice(seed);
        var first = DateOnly.Parse(from, CultureInfo.InvariantCulture);
        for (var round = 0; round < 4; round++)
        {
            var hours = Hours(dice, zone, first);
            var calendar = HoursCalendar.Of(hours);
            var minutes = new EveryMinute(hours, first);
            var change = default(DateTimeOffset?);
            for (var index = minutes.Count - 1; index >= 0; index--)
            {
                var at = minutes.At(index);
                var (isOpen, next) = calendar.At(at);
                Assert.True(minutes.IsOpen(index) == isOpen, $"{hours} at {at:O}");
                if (change is not null)
                {
                    Assert.True(change == next, $"{hours} at {at:O}: {change:O}, not {next:O}");
                }

                if (index > 0 && minutes.IsOpen(index - 1) != isOpen)
                {
                    change = at;
                }
            }
        }
    }

    private static OpeningHours Hours(Redaction.Dice dice, string zone, DateOnly first) => new()
    {
        Zone = zone,
        EveryDay = Text(dice),
        Saturday = Text(dice),
        Sunday = Text(dice),
        Monday = dice.Roll(3) == 0 ? "closed" : null,
        Closed = [first.AddDays(dice.Roll(7))],
        Special = new Dictionary<DateOnly, string> { [first.AddDays(7 + dice.Roll(2))] = Text(dice) },
    };

    /// <summary>One or two periods, mostly about when clocks are changed, now and then over midnight.</summary>
    private static string Text(Redaction.Dice dice)
    {
        int[] times = [.. Enumerable.Range(0, 8).Select(_ => Time(dice)).Distinct().Order().Take(4)];
        return times.Length < 4 || dice.Roll(3) == 0
            ? $"{Clock(times[^1])}-{Clock(times[0])}"
            : $"{Clock(times[0])}-{Clock(times[1])}, {Clock(times[2])}-{Clock(times[3])}";
    }

    private static int Time(Redaction.Dice dice) => dice.Roll(4) == 0 ? dice.Roll(1_440) : 5 * dice.Roll(48);

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);

    /// <summary>What the clock on the wall shows, minute by minute, and which periods that is within.</summary>
    private sealed class EveryMinute
    {
        private readonly DateTimeOffset _start;
        private readonly DateTime[] _shown;
        private readonly bool[] _open;

        internal EveryMinute(OpeningHours hours, DateOnly first)
        {
            _start = new DateTimeOffset(first.AddDays(-2).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.Zone);
            _shown = [.. Enumerable.Range(0, 12 * 1_440)
                .Select(minute => TimeZoneInfo.ConvertTime(_start.AddMinutes(minute), zone).DateTime)];
            _open = new bool[_shown.Length];
            for (var day = first.AddDays(-4); day < first.AddDays(12); day = day.AddDays(1))
            {
                var text = hours.Special.GetValueOrDefault(day) ?? hours.On(day.DayOfWeek);
                if (text is not (null or "closed") && !hours.Closed.Contains(day))
                {
                    Array.ForEach(text.Split(", "), period => Open(day, period.Split('-')));
                }
            }
        }

        internal int Count => 10 * 1_440;

        internal DateTimeOffset At(int index) => _start.AddMinutes(index);

        internal bool IsOpen(int index) => _open[index];

        private void Open(DateOnly day, string[] period)
        {
            var times = period.Select(time => TimeSpan.Parse(time, CultureInfo.InvariantCulture)).ToArray();
            var (begins, ends) = (day.ToDateTime(default) + times[0], day.ToDateTime(default) + times[1]);
            ends = ends > begins ? ends : ends.AddDays(1);
            var opens = Array.FindIndex(_shown, shown => shown >= begins);
            var closes = Math.Max(
                Array.FindLastIndex(_shown, shown => shown < ends) + 1,
                Array.FindLastIndex(_shown, shown => shown == ends));
            for (var index = Math.Max(opens, 0); opens >= 0 && index < closes; index++)
            {
                _open[index] = true;
            }
        }
    }
}
