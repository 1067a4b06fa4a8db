using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Collaboration;

/// <summary>
/// What people ask at one and the same instant, in every order of any two: each is done or refused, nothing throws, the
/// floor is sound after each, and everybody can go home afterwards.
/// </summary>
public sealed class CollaborationRaceTests
{
    private static readonly Dictionary<string, Func<CollaborationPolicy, Specification>> Scenes = new()
    {
        ["one agent"] = policy => Begin(policy),
        ["handed to an agent"] = policy => Begin(policy).Given(ToAgent(Mina, "noor")),
        ["handed to a queue"] = policy => Begin(policy).Given(ToQueue(Mina, "billing")),
        ["invited"] = policy => Begin(policy).Given(Invite(Mina, "noor")),
        ["conference"] = policy => Begin(policy).Given(Invite(Mina, "noor")).Accepted(1),
        ["handed over by somebody lost"] = policy =>
            Begin(policy).Given(new LoseSession(Mina, 1), ToAgent(Mina, "noor")),
        ["invited by somebody lost"] = policy => Begin(policy).Given(new LoseSession(Mina, 1), Invite(Mina, "noor")),
        ["conference of the lost"] = policy => Begin(policy).Given(Invite(Mina, "noor")).Accepted(1)
            .Given(new LoseSession(Noor, 2), new LoseSession(Mina, 1), new LoseSession(Ana, 3)),
        ["back with the first agent"] = policy => Begin(policy).Configured(now => now with { Collaboration = new() })
            .Given(ToAgent(Mina, "noor")).Accepted(1).Given(ToAgent(Noor, "mina")).Accepted(1)
            .Configured(now => now with { Collaboration = policy }),
    };

    private static readonly CollaborationPolicy[] Policies =
    [
        new() { ConferenceWrapUp = ConferenceWrapUp.Both },
        OnAccept with { OwnerMayExitConference = true, ConferenceWrapUp = ConferenceWrapUp.Conferee },
        OnAcceptOrBack with { EndConferenceEndsContact = true, AllowDeclineInvitation = true },
    ];

    /// <summary>Everything that may come at this instant; of an offer that is not there too.</summary>
    private static readonly Func<Floor, Command>[] Asked =
    [
        _ => ToQueue(Mina, "billing"), _ => ToQueue(Mina, "chat"), _ => ToAgent(Mina, "noor"),
        _ => ToAgent(Mina, "lena"), _ => ToAgent(Boss, "lena"), _ => ToQueue(Boss, "chat"), _ => TakeBack(Mina),
        _ => Invite(Mina, "noor"), _ => Invite(Mina, "lena"), _ => Uninvite(Mina), _ => Dismiss(Mina),
        _ => Leave(Mina), _ => Leave(Noor), _ => End(Mina, 1), _ => End(Ana, 1), _ => End(Actor.Host, 1),
        floor => new AcceptOffer(AskedOf(floor), OfferOf(floor)),
        floor => new DeclineOffer(AskedOf(floor), OfferOf(floor)),
        floor => new FailOffer(Actor.Host, OfferOf(floor)),
        floor => new MissOffer(OfferOf(floor)),
        _ => GoIdle("noor"), _ => GoIdle("mina"), _ => SignOut("noor"), _ => SignOut("mina"),
        _ => new SignOutAgent(Boss, "mina"), _ => new SignOutAgent(Boss, "noor"),
        _ => new LoseSession(Mina, 1), _ => new LoseSession(Noor, 2), _ => new LoseSession(Ana, 3),
        _ => new GiveUpOnPresence(Mina), _ => new GiveUpOnPresence(Noor), _ => new GiveUpOnPresence(Ana),
        _ => BargeIn(Boss), _ => Withdraw(Boss), _ => new CompleteContact(Boss, 1, []),
        _ => WrapUp("mina", 1, "solved"), _ => Say(Ana, 1, "hello"),
    ];

    public static TheoryData<string> Named => [.. Scenes.Keys];

    [Theory, Pain(70)]
    [MemberData(nameof(Named))]
    public void Any_two_things_at_one_instant_have_an_outcome_each(string scene)
    {
        foreach (var policy in Policies)
        {
            // At once, and when every offer and grace period has just run out and no alarm has run.
            foreach (var later in (TimeSpan[])[TimeSpan.Zero, Seconds(50)])
            {
                var begun = Scenes[scene](policy);
                var moment = new Moment(begun.At(begun.Now + later));
                foreach (var first in Asked)
                {
                    foreach (var second in Asked)
                    {
                        var floor = moment.Again();
                        moment.Ask(floor, first(floor));
                        moment.Ask(floor, second(floor));
                    }
                }
            }
        }
    }

    [Theory, Pain(18, 24)]
    [MemberData(nameof(Named))]
    public void Whatever_happens_at_one_instant_everybody_goes_home_in_the_end(string scene)
    {
        foreach (var policy in Policies)
        {
            foreach (var first in Asked)
            {
                var floor = Scenes[scene](policy);
                if (Refuses(floor, first(floor.State)))
                {
                    continue;
                }

                // The grace periods and the countdowns run out, then whoever still has the chat ends it.
                floor.Advance(Minutes(20));
                if (floor.State.Chats.ContainsKey(1))
                {
                    floor.Given(new CompleteContact(Boss, 1, ["solved"]));
                }

                Assert.Empty(floor.State.Chats);
                Assert.All(floor.State.Agents.Values, agent => Assert.Equal(0, agent.Load.Total));
            }
        }
    }

    private static bool Refuses(Specification floor, Command command)
    {
        try
        {
            floor.When(command).ThenAccepted();
            return false;
        }
        catch (SpecificationFailedException failed) when (
            failed.Message.Contains("refused", StringComparison.Ordinal))
        {
            return true;
        }
    }

    private static Specification Begin(CollaborationPolicy policy)
    {
        var desks = Desks(policy, chats: 2);
        var floor = Floor(desks with
        {
            ForcedSignOut = true,
            WrapUp = desks.WrapUp with { AutoAfter = Minutes(1) },
        });
        return floor.Available("mina").Started("chat", "ana").Accepted(1).Available("noor", "lena")
            .Given(new OpenSession(Mina), new OpenSession(Noor), new OpenSession(Ana));
    }

    private static long OfferOf(Floor floor) => floor.Offers.Keys.DefaultIfEmpty(99).Max();

    private static Actor AskedOf(Floor floor) =>
        floor.Offers.TryGetValue(OfferOf(floor), out var offer) ? Actor.Agent(offer.Agent) : Noor;
}
