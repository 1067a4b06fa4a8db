using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

/// <summary>
/// Everything that can become of small floors, one after the other; and floors that are spoilt on purpose, for a check
/// that cannot fail proves nothing.
/// </summary>
public sealed class ModelCheckTests
{
    private static readonly Lazy<ModelCheckResult> Small = new(() => ModelChecker.Run());

    private static ModelFloor Blind => ModelFloors.All[0];

    [Fact]
    public void What_must_always_hold_holds_in_every_state() => Assert.Empty(Small.Value.Violations);

    [Fact]
    public void From_every_state_there_is_a_way_to_rest() => Assert.Equal(0, Small.Value.DeadEnds);

    [Fact]
    public void Every_command_is_accepted_somewhere_or_excluded_with_a_reason()
    {
        Assert.Empty(ModelChecker.Commands.Except(Small.Value.Covered));
        Assert.Empty(Small.Value.Covered.Except(ModelChecker.Commands));
        Assert.All(ModelChecker.Excluded.Values, reason => Assert.True(reason.Length > 20, reason));
    }

    [Fact]
    public void The_walk_is_the_same_every_time()
    {
        var options = new ModelOptions { Floors = [Blind.Name] };

        Assert.Equal(ModelChecker.Run(options).ToString(), ModelChecker.Run(options).ToString());
    }

    [Fact]
    public void A_load_that_is_not_there_is_found() => Finds("S2", floor =>
        floor.Agents["mina"].Load = default);

    [Fact]
    public void An_alarm_that_does_not_stand_is_found() => Finds("S41", floor =>
    {
        foreach (var part in Parts(floor).Where(part => part.WrapUpDueAt is not null))
        {
            part.WrapUpDueAt -= TimeSpan.FromSeconds(59);
        }
    });

    [Fact]
    public void A_change_that_no_event_tells_of_is_found() => Finds("S36", floor =>
        floor.Agents["noor"].Reason = "whim");

    [Fact]
    public void A_contact_that_loses_its_age_is_found() => Finds("S8", floor =>
    {
        foreach (var chat in floor.Chats.Values.Where(chat => chat.State == ChatState.Active))
        {
            chat.QueuedAt = floor.LastAt;
        }
    });

    [Fact]
    public void A_missed_offer_without_a_RONA_is_found() => Finds("S7", floor =>
    {
        foreach (var agent in floor.Agents.Values.Where(agent => agent.Availability == Availability.Rona))
        {
            agent.Availability = Availability.Available;
        }
    });

    [Fact]
    public void A_step_that_fails_is_found_with_the_way_that_leads_to_it()
    {
        var found = Spoilt(floor => floor.Chats.Lose(floor.Chats.Keys)).Violations[0];

        Assert.Contains("1. StartContact", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_without_a_way_out_is_found()
    {
        var endless = Blind with
        {
            Configuration = Blind.Configuration with
            {
                WrapUp = Blind.Configuration.WrapUp with { AutoAfter = null },
            },
            NeverAsked = new HashSet<Type> { typeof(CompleteWrapUp) },
        };

        var result = new Exploration(endless, maxStates: 100_000).Run();

        Assert.True(result.DeadEnds > 0);
        Assert.StartsWith($"{Blind.Name}: L2", result.Violations[0], StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(CompleteWrapUp), result.Covered);
    }

    [Fact]
    public void A_floor_without_an_end_is_given_up()
    {
        var result = ModelChecker.Run(new ModelOptions { Floors = [Blind.Name], MaxStates = 10 });

        Assert.Contains("more than 10 states", Assert.Single(result.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_floor_is_refused() =>
        Assert.Throws<ArgumentException>(() => ModelChecker.Run(new ModelOptions { Floors = ["nowhere"] }));

    private static IEnumerable<Participation> Parts(Floor floor) => floor.Chats.Values.SelectMany(chat => chat.Parts);

    private static ModelCheckResult Spoilt(Action<Floor> spoil) =>
        new Exploration(Blind with { Spoil = spoil }, maxStates: 100_000).Run();

    private static void Finds(string invariant, Action<Floor> spoil) =>
        Assert.Contains(Spoilt(spoil).Violations, found =>
            found.StartsWith($"{Blind.Name}: {invariant}:", StringComparison.Ordinal));
}
