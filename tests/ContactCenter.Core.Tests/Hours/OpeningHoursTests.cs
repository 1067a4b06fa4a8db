using System.Globalization;
using ContactCenter.Hours;

namespace ContactCenter.Tests.Hours;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Cards = new()
    {
        Zone = "Asia/Seoul",
        Weekdays = "09:00-18:00",
        Closed = [new DateOnly(2026, 5, 5)],
    };

    [Theory]
    [InlineData("2026-05-04T08:59:59.999+09:00", false)]
    [InlineData("2026-05-04T09:00:00+09:00", true)]
    [InlineData("2026-05-04T17:59:59.999+09:00", true)]
    [InlineData("2026-05-04T18:00:00+09:00", false)]
    [InlineData("2026-05-05T10:00:00+09:00", false)]
    [InlineData("2026-05-09T10:00:00+09:00", false)]
    [InlineData("2026-05-04T00:00:00Z", true)]
    public void It_is_open_from_the_first_instant_to_before_the_last(string at, bool expected) =>
        Assert.Equal(expected, Cards.IsOpenAt(At(at)));

    [Theory]
    [InlineData("2026-05-04T10:00+09:00", "2026-05-04T18:00+09:00")]
    [InlineData("2026-05-04T18:00+09:00", "2026-05-06T09:00+09:00")]
    [InlineData("2026-05-08T18:00+09:00", "2026-05-11T09:00+09:00")]
    public void It_says_when_it_changes_next(string at, string expected) =>
        Assert.Equal(At(expected), Cards.NextChange(At(at)));

    [Fact]
    public void The_more_specific_day_wins()
    {
        var hours = Cards with { EveryDay = "10:00-12:00", Monday = "closed", Saturday = "06:00-07:00" };

        Assert.False(hours.IsOpenAt(At("2026-05-11T10:00+09:00")));
        Assert.True(hours.IsOpenAt(At("2026-05-12T09:00+09:00")));
        Assert.True(hours.IsOpenAt(At("2026-05-09T06:00+09:00")));
        Assert.False(hours.IsOpenAt(At("2026-05-09T10:00+09:00")));
        Assert.True(hours.IsOpenAt(At("2026-05-10T10:00+09:00")));
    }

    [Fact]
    public void A_day_has_several_periods()
    {
        var hours = Cards with { Weekdays = "13:00-18:00, 09:00-12:00" };

        Assert.Equal(At("2026-05-04T12:00+09:00"), hours.NextChange(At("2026-05-04T09:00+09:00")));
        Assert.Equal(At("2026-05-04T13:00+09:00"), hours.NextChange(At("2026-05-04T12:00+09:00")));
    }

    [Fact]
    public void A_special_day_has_its_own_hours()
    {
        var hours = Cards with
        {
            Special = new Dictionary<DateOnly, string> { [new DateOnly(2026, 5, 9)] = "10:00-11:00" },
        };

        Assert.Equal(At("2026-05-09T10:00+09:00"), hours.NextChange(At("2026-05-08T18:00+09:00")));
        Assert.Equal(At("2026-05-09T11:00+09:00"), hours.NextChange(At("2026-05-09T10:00+09:00")));
    }

    [Fact, Pain(51)]
    public void A_period_runs_over_midnight_and_into_a_holiday()
    {
        var hours = new OpeningHours
        {
            Zone = "Asia/Seoul",
            EveryDay = "22:00-02:00",
            Closed = [new DateOnly(2026, 5, 5)],
        };

        Assert.Equal(At("2026-05-05T02:00+09:00"), hours.NextChange(At("2026-05-04T22:00+09:00")));
        Assert.Equal(At("2026-05-06T22:00+09:00"), hours.NextChange(At("2026-05-05T02:00+09:00")));
    }

    [Fact]
    public void Periods_that_meet_are_one()
    {
        var hours = new OpeningHours { Zone = "Asia/Seoul", Friday = "22:00-24:00", Saturday = "00:00-02:00" };

        Assert.Equal(At("2026-05-09T02:00+09:00"), hours.NextChange(At("2026-05-08T23:00+09:00")));
    }

    [Theory]
    [InlineData("00:00-24:00")]
    [InlineData("08:00-20:00, 20:00-08:00")]
    [InlineData("00:00-12:00, 12:00-00:00")]
    public void Around_the_clock_it_never_closes_but_on_holidays(string everyDay)
    {
        var hours = new OpeningHours { Zone = "Europe/Berlin", EveryDay = everyDay };
        var at = At("2026-03-01T10:00Z");

        Assert.True(hours.IsOpenAt(at));
        Assert.Null(hours.NextChange(at));
    }

    [Fact]
    public void A_holiday_years_ahead_is_not_overlooked()
    {
        var hours = new OpeningHours
        {
            Zone = "Europe/Berlin",
            EveryDay = "00:00-24:00",
            Closed = [new DateOnly(2029, 12, 25)],
        };

        Assert.Equal(At("2029-12-25T00:00+01:00"), hours.NextChange(At("2026-03-01T10:00Z")));
        Assert.Equal(At("2029-12-26T00:00+01:00"), hours.NextChange(At("2029-12-25T00:00+01:00")));
        Assert.Null(hours.NextChange(At("2029-12-26T00:00+01:00")));
    }

    [Fact]
    public void What_opens_on_one_day_only_stays_closed_afterwards()
    {
        var hours = new OpeningHours
        {
            Zone = "Europe/Berlin",
            Special = new Dictionary<DateOnly, string> { [new DateOnly(2027, 1, 1)] = "10:00-11:00" },
        };

        Assert.Equal(At("2027-01-01T10:00+01:00"), hours.NextChange(At("2026-03-01T10:00Z")));
        Assert.Equal(At("2027-01-01T11:00+01:00"), hours.NextChange(At("2027-01-01T10:00+01:00")));
        Assert.Null(hours.NextChange(At("2027-01-01T11:00+01:00")));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var hours = new OpeningHours
        {
            Zone = "Mars/Olympus",
            Weekdays = "nine to five",
            Saturday = "09:00-12:00, 11:00-13:00",
            Sunday = "09:00-09:00",
            Closed = [new DateOnly(2026, 5, 5), new DateOnly(1926, 5, 5)],
            Special = new Dictionary<DateOnly, string> { [new DateOnly(2026, 5, 5)] = "25:00-26:00" },
        };

        Assert.Equal(
        [
            "time zone 'Mars/Olympus' is not known; an IANA name such as Asia/Seoul is",
            "Weekdays: 'nine to five' is not a period such as 09:00-18:00",
            "Saturday: '09:00-12:00, 11:00-13:00' has periods that overlap",
            "Sunday: '09:00-09:00' is not a period such as 09:00-18:00",
            "2026-05-05: '25:00-26:00' is not a period such as 09:00-18:00",
            "2026-05-05 is both closed and special",
            "1926-05-05 is not of the years 2000 to 2199",
        ], hours.Faults());
        Assert.Throws<FormatException>(() => hours.IsOpenAt(At("2026-03-01T10:00Z")));
    }

    [Theory]
    [InlineData("9:00-18:00")]
    [InlineData("09:00-18:60")]
    [InlineData("24:00-02:00")]
    [InlineData("09:00-24:01")]
    [InlineData("09:00")]
    [InlineData("09:00-10:00-11:00")]
    [InlineData("09:00-10:00,")]
    [InlineData("")]
    [InlineData("٠٩:٠٠-١٨:٠٠")]
    public void What_is_no_period_is_not_read(string text) => Assert.Single((Cards with { Monday = text }).Faults());

    [Theory]
    [InlineData("")]
    [InlineData("Korea Standard Time")]
    [InlineData("../zoneinfo/Asia/Seoul")]
    [InlineData("/usr/share/zoneinfo/Asia/Seoul")]
    [InlineData("tzdata.zi")]
    [InlineData("Asia/")]
    public void A_zone_has_an_IANA_name(string zone) => Assert.Single((Cards with { Zone = zone }).Faults());

    [Fact]
    public void What_is_never_open_is_a_mistake()
    {
        Assert.Equal(["it is never open"], new OpeningHours { Zone = "Asia/Seoul" }.Faults());
        Assert.Equal(
            ["Monday: more than 48 periods a day"],
            (Cards with { Monday = string.Join(',', Enumerable.Repeat("09:00-10:00", 49)) }).Faults());
    }

    [Fact]
    public void Hours_that_say_the_same_are_the_same()
    {
        var copy = Cards with { Closed = [.. Cards.Closed], Special = new Dictionary<DateOnly, string>() };

        Assert.Equal(Cards, copy);
        Assert.Equal(Cards.GetHashCode(), copy.GetHashCode());
        Assert.NotEqual(Cards, Cards with { Closed = [] });
        Assert.NotEqual(Cards, Cards with { Sunday = "09:00-18:00" });
    }

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
}
