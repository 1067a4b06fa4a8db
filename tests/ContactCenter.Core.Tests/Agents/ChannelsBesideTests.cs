using ContactCenter.Agents;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Agents;

/// <summary>Which channels go together: what an agent has in hand lets other contacts in, or keeps them out.</summary>
public sealed class ChannelsBesideTests
{
    private static readonly QueueProfile[] EveryChannel =
    [
        Queue("chat"), Queue("letters", Channel.Email), Queue("calls", Channel.Voice),
    ];

    private static readonly MediaProfile ChatsAlone = new()
    {
        Voice = 1,
        Chat = 2,
        Email = 1,
        BesideChat = Channels.None,
    };

    [Fact, PeerScenario("CN-03")]
    public void A_chat_excludes_other_channels_and_a_letter_lets_them_in()
    {
        var floor = Floor(EveryChannel, Agent("mina", ChatsAlone)).Available("mina");

        floor.When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued", "offer-made")
            .When(Start("caller", "calls")).Then("chat-started", "chat-queued")
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued", "offer-made")
            .Accepted(1).Accepted(3)
            .Given(End(Actor.Customer("caller"), 2), End(Ana, 1), End(Actor.Customer("bob"), 3))
            .Given(Start("writer", "letters"), WrapUp("mina", 1, "solved"))
            .When(WrapUp("mina", 3, "solved")).Then("wrap-up-completed", "chat-closed", "offer-made")
            .When(Start("cleo", "chat")).Then("chat-started", "notice-shown", "chat-queued", "offer-made")
            .When(Start("caller", "calls")).Then("chat-started", "chat-queued")
            .Accepted(4).Accepted(5)
            .Given(End(Actor.Customer("cleo"), 5))
            .When(WrapUp("mina", 5, "solved")).Then("wrap-up-completed", "chat-closed", "offer-made");
    }

    [Fact]
    public void What_is_offered_has_its_say_and_so_has_what_is_in_wrap_up()
    {
        var media = ChatsAlone with { BesideChat = Channels.Email };
        var floor = Floor(EveryChannel, Agent("mina", media)).Available("mina").Started("chat", "ana");

        floor.When(Start("bob", "calls")).Then("chat-started", "chat-queued")
            .When(Start("cleo", "letters")).Then("chat-started", "chat-queued", "offer-made")
            .Accepted(1).Given(End(Ana, 1))
            .When(Start("dora", "calls")).Then("chat-started", "chat-queued")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed", "offer-made");
    }

    [Theory]
    [InlineData(Channel.Voice, Channels.Voice)]
    [InlineData(Channel.Chat, Channels.Chat)]
    [InlineData(Channel.Email, Channels.Email)]
    [InlineData(Channel.Social, Channels.Social)]
    public void More_of_one_channel_is_a_matter_of_its_capacity_alone(Channel channel, Channels bit)
    {
        var media = new MediaProfile
        {
            Voice = 1,
            Chat = 2,
            Email = 2,
            Social = 2,
            BesideVoice = Channels.None,
            BesideChat = Channels.None,
            BesideEmail = Channels.None,
            BesideSocial = Channels.None,
        };
        var one = default(ChannelLoad).Add(channel, 1);

        Assert.Equal(1 << (int)channel, (int)bit);
        Assert.Equal(channel != Channel.Voice, media.HasRoom(one, channel));
        Assert.All(
            Enum.GetValues<Channel>().Where(other => other != channel),
            other => Assert.False(media.HasRoom(one, other)));
    }

    [Fact]
    public void Channels_that_are_none_are_a_fault()
    {
        var floor = Floor(Agent("mina"));

        floor.When(new Floors.Revision(floor).With(Agent("mina", new MediaProfile { BesideChat = (Channels)16 })))
            .Refused(Rejections.ConfigurationInvalid with
            {
                Subject = "agent mina: beside Chat are channels that are not known",
            });
    }
}
