using ContactCenter.Agents;
using ContactCenter.Statistics;
using ContactCenter.Testing;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Statistics;

/// <summary>What an agent has done today, by small days that can be added up by hand.</summary>
public sealed class AgentStatisticsTests
{
    [Fact]
    public async Task An_agents_day_adds_up()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina")));
        await QueueStatisticsTests.PlayDayAsync(floor);

        // 155 s available: 10 + 25 without a contact, 90 + 30 with one. Then 43 s at lunch.
        var mina = await floor.AgentAsync();
        Assert.Equal((Seconds(198), Seconds(155), Seconds(43)), (mina.SignedIn, mina.Available, mina.Idle));
        Assert.Equal((Seconds(120), TimeSpan.Zero), (mina.Engaged, mina.Rona));
        Assert.Equal(120.0 / 155, mina.Occupancy);
        Assert.Equal(
            [new IdleTime("lunch", Seconds(43))], mina.IdleByCode);
        Assert.Equal((2, 2, 0, 0), (mina.Offered, mina.Answered, mina.Missed, mina.Declined));
        Assert.Equal(
            (2, Seconds(40), Seconds(20), Seconds(60)),
            (mina.Handled, mina.AverageTalk, mina.AverageWrapUp, mina.AverageHandleTime));
        Assert.Equal((Availability.Idle, default), (mina.Availability, mina.Load));
    }

    [Fact, Pain(6)]
    public async Task Offers_that_come_to_nothing_are_told_apart()
    {
        await using var floor = await RunningFloor.StartAsync(
            Configuration([Queue("chat", allowDecline: true)], Agent("mina")));
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(30));
        await floor.AdvanceAsync(Seconds(5));
        await floor.Host.Agents.SetAvailableAsync("mina");
        var offer = Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow());
        await floor.Host.Agents.DeclineAsync("mina", offer.Offer);
        await floor.Host.Agents.SetAvailableAsync("mina");
        await floor.LeavesAsync((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow()[0].Chat, "ana");

        // The third was taken back: it is none of them.
        var mina = await floor.AgentAsync();
        Assert.Equal(
            (3, 0, 1, 1, 0), (mina.Offered, mina.Answered, mina.Missed, mina.Declined, mina.Failed));
        Assert.Equal((Seconds(30), Seconds(5)), (mina.Available, mina.Rona));
        Assert.Equal(0, mina.Occupancy);
        Assert.Empty(mina.IdleByCode);
    }

    [Fact]
    public async Task Time_is_kept_by_code_and_at_most_once_however_many_contacts_there_are()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.Agents.SignInAsync("mina");
        await floor.AdvanceAsync(Seconds(1));
        await floor.Host.Agents.SetIdleAsync("mina", "lunch");
        await floor.AdvanceAsync(Seconds(2));
        await floor.Host.Agents.SetIdleAsync("mina", "meeting");
        await floor.AdvanceAsync(Seconds(3));
        await floor.Host.Agents.SetAvailableAsync("mina");
        foreach (var customer in (string[])["ana", "bob"])
        {
            await floor.StartedAsync(customer);
            await floor.AcceptedAsync("mina");
            await floor.AdvanceAsync(Seconds(10));
        }

        await floor.Host.Agents.SetIdleAsync("mina", "lunch");
        await floor.AdvanceAsync(Seconds(4));

        // Idle with contacts in hand is idle, and engaged.
        var mina = await floor.AgentAsync();
        Assert.Equal(
            [new("signed-in", Seconds(1)), new("lunch", Seconds(6)), new("meeting", Seconds(3))], mina.IdleByCode);
        Assert.Equal((Seconds(10), Seconds(20), Seconds(24)), (mina.Idle, mina.Available, mina.Engaged));
        Assert.Equal(1, mina.Occupancy);
        Assert.Equal(2, mina.Load.Chat);
    }

    [Fact]
    public async Task A_new_day_begins_with_what_is_of_it()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina")));
        await floor.AvailableAsync("mina");
        await floor.ServedAsync("ana", wait: 1, talk: 1, wrapUp: 1);
        var midnight = ManualTimeProvider.DefaultStart + Minutes(12 * 60);
        await floor.AdvanceAsync(midnight - floor.Time.GetUtcNow() + Seconds(7));

        var mina = await floor.AgentAsync();
        Assert.Equal((0, midnight, Seconds(7)), (mina.Handled, mina.Since, mina.Available));
        await floor.Host.Agents.SignOutAsync("mina");
        await floor.AdvanceAsync(Seconds(100));
        mina = await floor.AgentAsync();
        Assert.Equal((Seconds(7), Seconds(7)), (mina.SignedIn, mina.Available));
        Assert.Equal(0, mina.Occupancy);
    }

    [Fact]
    public async Task Beyond_so_many_codes_the_rest_is_kept_together()
    {
        IdleCode[] codes = [.. Enumerable.Range(1, 70).Select(number => new IdleCode($"code-{number}", "Code"))];
        await using var floor = await RunningFloor.StartAsync(
            Configuration([Queue("chat")], Agent("mina")) with { IdleCodes = [.. codes] });
        await floor.Host.Agents.SignInAsync("mina");
        foreach (var code in codes)
        {
            await floor.Host.Agents.SetIdleAsync("mina", code.Code);
            await floor.AdvanceAsync(Seconds(1));
        }

        var mina = await floor.AgentAsync();
        Assert.Equal((65, Seconds(70)), (mina.IdleByCode.Count, mina.Idle));
        Assert.Equal(new IdleTime(string.Empty, Seconds(6)), mina.IdleByCode[^1]);
        await floor.RestartAsync();
        Assert.Equal(mina.IdleByCode, (await floor.AgentAsync()).IdleByCode);
    }

    [Fact]
    public async Task A_supervisor_asks_about_agents_of_their_teams()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat")], Agent("mina") with { Team = "red" }, Agent("noor") with { Team = "blue" }) with
        {
            Teams = [new() { Name = "red" }, new() { Name = "blue" }],
            Supervisors = [new() { Id = "boss", Teams = ["red"] }, new() { Id = "chief" }],
        });

        Assert.Equal("mina", (await AskAsync("boss", "mina")).ValueOrThrow().Agent.Value);
        Assert.Equal("not-permitted", (await AskAsync("boss", "noor")).Rejection?.Code);
        Assert.Equal("not-permitted", (await AskAsync("stranger", "mina")).Rejection?.Code);
        Assert.Equal("agent-unknown", (await AskAsync("chief", "nobody")).Rejection?.Code);
        Assert.Equal("agent-unknown", (await floor.Host.Agents.StatisticsAsync("nobody")).Rejection?.Code);

        ValueTask<Outcome<AgentStatistics>> AskAsync(string supervisor, string agent) =>
            floor.Host.Supervisors.AgentStatisticsAsync(supervisor, agent);
    }
}
