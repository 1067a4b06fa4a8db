using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Sessions;
using ContactCenter.Wire;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Connections of a running floor: who is there, who is lost, what becomes of their chats.</summary>
public sealed class SessionTests
{
    private static readonly SessionOptions Ping = SessionOptions.Heartbeat(Seconds(8));

    private static readonly FloorConfiguration OneLogin =
        RunningFloor.Usual with { Sessions = new SessionPolicy { Logins = LoginPolicy.Single } };

    [Fact]
    public async Task Nobody_whose_id_reads_as_a_card_number_has_a_session()
    {
        await using var floor = await RunningFloor.StartAsync();

        foreach (var actor in (Actor[])[Actor.Customer("4111111111111111"), Actor.Supervisor("4111111111111111")])
        {
            Assert.Equal("id-holds-card-data", (await floor.Host.Sessions.OpenAsync(actor)).Rejection?.Code);
        }
    }

    [Fact, Scenario("S123"), Pain(38)]
    public async Task A_session_is_lost_after_eight_seconds_of_silence_and_not_before()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var session = await OpenAsync(floor, Mina, Ping);
        await floor.AvailableAsync("mina");

        await floor.AdvanceAsync(TimeSpan.FromMilliseconds(7_900));
        Assert.Equal((PresenceState.Connected, Availability.Available), await StandAsync(floor));
        await floor.AdvanceAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal((PresenceState.Lost, Availability.Idle), await StandAsync(floor));
        Assert.True(session.IsClosed);
        Assert.Equal(IdleCode.Disconnected, (await floor.Host.Agents.StateAsync("mina")).Value.IdleCode);
    }

    [Fact, Scenario("S123")]
    public async Task A_sign_of_life_begins_the_silence_anew_and_every_verb_is_one()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var session = await OpenAsync(floor, Mina, Ping);
        await floor.AvailableAsync("mina");

        await floor.AdvanceAsync(Seconds(7));
        session.Heartbeat();
        await floor.AdvanceAsync(Seconds(7));
        Assert.True((await floor.Host.DispatchAsync(session, new HeartbeatVerb())).IsAccepted);
        await floor.AdvanceAsync(Seconds(7));
        Assert.True((await floor.Host.DispatchAsync(session, new MyContactsVerb())).IsAccepted);
        await floor.AdvanceAsync(Seconds(7));

        Assert.Equal((PresenceState.Connected, Availability.Available), await StandAsync(floor));
    }

    [Fact, Scenario("S119", "E35"), Pain(94)]
    public async Task An_available_agent_who_comes_back_in_time_is_available_again()
    {
        await using var floor = await RunningFloor.StartAsync();
        var session = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");
        await session.DisposeAsync();
        Assert.Equal((PresenceState.Lost, Availability.Idle), await StandAsync(floor));

        await floor.AdvanceAsync(Seconds(49));
        await using var again = await OpenAsync(floor, Mina);
        Assert.Equal((PresenceState.Connected, Availability.Available), await StandAsync(floor));
        Assert.Equal(floor.Time.GetUtcNow(), (await floor.Host.Agents.StateAsync("mina")).Value.Since);
    }

    [Fact, Scenario("S119", "E34")]
    public async Task An_idle_agent_who_is_lost_and_comes_back_is_idle_as_before_and_the_timer_goes_on()
    {
        await using var floor = await RunningFloor.StartAsync();
        var session = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");
        await floor.Host.Agents.SetIdleAsync("mina", "meeting");
        var since = floor.Time.GetUtcNow();
        await floor.AdvanceAsync(Seconds(20));
        await session.DisposeAsync();
        await floor.AdvanceAsync(Seconds(20));
        await using var again = await OpenAsync(floor, Mina);

        var mina = (await floor.Host.Agents.StateAsync("mina")).Value;
        Assert.Equal((Availability.Idle, "meeting", since), (mina.Availability, mina.IdleCode, mina.CodeSince));
    }

    [Fact, Scenario("E37")]
    public async Task An_agent_who_cannot_be_made_available_again_is_connected_all_the_same()
    {
        await using var floor = await RunningFloor.StartAsync();
        var session = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");
        await session.DisposeAsync();
        (await floor.Host.Supervisors.SetIdleAsync("boss", "mina", "lunch", reason: null)).ValueOrThrow();

        await using var again = await OpenAsync(floor, Mina);

        var mina = (await floor.Host.Agents.StateAsync("mina")).Value;
        Assert.Equal((Availability.Idle, "lunch"), (mina.Availability, mina.IdleCode));
        Assert.True((await floor.Host.DispatchAsync(again, new SetAvailableVerb())).IsAccepted);
    }

    [Fact, Scenario("E28")]
    public async Task A_wrap_up_submitted_in_one_session_is_gone_from_the_other_and_its_countdown_with_it()
    {
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with
        {
            WrapUp = RunningFloor.Usual.WrapUp with { AutoAfter = Seconds(30) },
        });
        await using var one = await OpenAsync(floor, Mina);
        await using var other = await OpenAsync(floor, Mina);
        var shown = ReadAsync(floor, other);
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        (await floor.Host.Chats.EndAsync(chat, Ana)).ValueOrThrow();

        Assert.True((await floor.Host.DispatchAsync(one, new WrapUpVerb(chat, ["solved"]))).IsAccepted);
        await floor.AdvanceAsync(Seconds(60));
        await floor.Host.StopAsync();

        var last = (await shown).OfType<ChatShown>().ToArray();
        Assert.Equal(ChatState.Closed, last[^1].State);
        Assert.DoesNotContain(last, item => item.WrapUp is { IsAutomatic: true });
    }

    [Fact, Scenario("S122")]
    public async Task An_agent_who_is_lost_for_good_leaves_their_chat_to_the_queue_and_its_customer_is_told()
    {
        await using var floor = await RunningFloor.StartAsync();
        var session = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Ana, "are you there?");
        await session.DisposeAsync();

        await floor.AdvanceAsync(Seconds(50) - Tick);
        Assert.Equal(ChatState.Active, await floor.StateAsync(chat));
        await floor.AdvanceAsync(Tick);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
        var told = (await floor.Host.Chats.TranscriptAsync(chat, Ana)).Value.TakeLast(2).Select(line => line.Notice);
        Assert.Equal([Notices.AgentLeft, Notices.WaitingForAgent], told);

        await floor.AvailableAsync("noor");
        await floor.AcceptedAsync("noor");
        var seen = (await floor.Host.Chats.TranscriptAsync(chat, Noor)).Value;
        Assert.Contains(seen, line => line.Text == "are you there?");
    }

    [Fact, Scenario("E38", "S117")]
    public async Task A_second_session_closes_the_first_which_is_told_and_shown_nothing_more()
    {
        await using var floor = await RunningFloor.StartAsync(OneLogin);
        await using var first = await OpenAsync(floor, Mina);
        var shown = ReadAsync(floor, first);
        await floor.AvailableAsync("mina");
        await using var second = await OpenAsync(floor, Mina);
        await floor.Host.Agents.SetIdleAsync("mina", "lunch");

        var items = await shown;
        Assert.Equal(new SessionShown(first.Number, SessionEnd.Replaced), items.OfType<SessionShown>().Single());
        Assert.DoesNotContain(items, item => item is AgentShown { IdleCode: "lunch" });
        Assert.Equal((true, SessionEnd.Replaced), (first.IsClosed, first.Ended));
        Assert.Equal(
            "session-closed", (await floor.Host.DispatchAsync(first, new SetAvailableVerb())).Rejection?.Code);
        Assert.True((await floor.Host.DispatchAsync(second, new SetAvailableVerb())).IsAccepted);
    }

    [Fact, Scenario("S116", "E39")]
    public async Task A_rona_answered_in_one_session_is_answered_in_all()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var one = await OpenAsync(floor, Mina);
        await using var other = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(30));
        await using var first = await FeedReader.BeginAsync(floor.Host, Mina);
        await using var second = await FeedReader.BeginAsync(floor.Host, Mina);

        Assert.True((await floor.Host.DispatchAsync(one, new SetIdleVerb())).IsAccepted);
        foreach (var screen in (FeedReader[])[first, second])
        {
            var mina = Assert.IsType<AgentShown>(Assert.Single(await screen.DeltasAsync()));
            Assert.Equal((Availability.Idle, "signed-in"), (mina.Availability, mina.IdleCode));
        }
    }

    [Fact, Scenario("S118")]
    public async Task A_sign_out_in_one_session_closes_all()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var one = await OpenAsync(floor, Mina);
        await using var other = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");

        Assert.True((await floor.Host.DispatchAsync(one, new SignOutVerb())).IsAccepted);
        await floor.Host.Run!.SettleAsync();
        Assert.All((Session[])[one, other], session => Assert.Equal(SessionEnd.SignedOut, session.Ended));
        Assert.Equal((PresenceState.None, Availability.SignedOut), await StandAsync(floor));
    }

    [Fact]
    public async Task Only_the_first_session_accepts_by_itself()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var first = await OpenAsync(floor, Mina);
        await using var second = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        var offer = Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow()).Offer;

        var refused = await floor.Host.DispatchAsync(second, new AcceptVerb(offer, Automatic: true));
        Assert.Equal("not-primary-session", refused.Rejection?.Code);
        Assert.True((await floor.Host.DispatchAsync(first, new AcceptVerb(offer, Automatic: true))).IsAccepted);
    }

    [Fact]
    public async Task No_session_survives_its_process_and_the_grace_period_runs_from_the_start()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var session = await OpenAsync(floor, Mina);
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");

        await floor.RestartAsync();
        await floor.Host.Run!.SettleAsync();
        Assert.True(session.IsClosed);
        Assert.Equal((PresenceState.Lost, Availability.Idle), await StandAsync(floor));
        await floor.AdvanceAsync(Seconds(50));
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task A_customer_who_is_lost_has_left_after_the_grace_period_and_not_if_they_come_back()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        var session = await OpenAsync(floor, Ana);
        await session.DisposeAsync();
        await floor.AdvanceAsync(TimeSpan.FromMinutes(4));
        session = await OpenAsync(floor, Ana);
        await floor.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(ChatState.Active, await floor.StateAsync(chat));

        await session.DisposeAsync();
        await floor.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(ChatState.Ended, await floor.StateAsync(chat));
        var asides = (await floor.Host.Chats.AsidesAsync(chat, Boss)).Value.Select(line => line.Notice);
        Assert.Equal([Notices.CustomerDisconnected, Notices.CustomerReturned, Notices.CustomerDisconnected], asides);
        Assert.Equal("not-permitted", (await floor.Host.Chats.AsidesAsync(chat, Ana)).Rejection?.Code);
    }

    [Fact]
    public void A_silence_is_above_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SessionOptions.Heartbeat(TimeSpan.Zero));

    private static async Task<Session> OpenAsync(RunningFloor floor, Actor actor, SessionOptions? options = null) =>
        (await floor.Host.Sessions.OpenAsync(actor, options)).ValueOrThrow();

    private static async Task<(PresenceState, Availability)> StandAsync(RunningFloor floor)
    {
        var mina = (await floor.Host.Agents.StateAsync("mina")).Value;
        return (mina.Presence, mina.Availability);
    }

    /// <summary>Everything that a session is shown, to its end.</summary>
    private static async Task<IReadOnlyList<FeedItem>> ReadAsync(RunningFloor floor, Session session)
    {
        var items = new List<FeedItem>();
        await foreach (var batch in floor.Host.Feeds.SubscribeAsync(session))
        {
            items.AddRange(batch.Items);
        }

        return items;
    }
}
