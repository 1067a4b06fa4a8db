using ContactCenter.Agents;

namespace ContactCenter.Tests.Agents;

public sealed class MediaProfileTests
{
    [Fact, Pain(42)]
    public void A_profile_takes_one_chat_unless_it_says_otherwise()
    {
        var profile = new MediaProfile();

        Assert.True(profile.HasRoom(default, Channel.Chat));
        Assert.False(profile.HasRoom(new ChannelLoad(0, 1, 0, 0), Channel.Chat));
        Assert.False(profile.HasRoom(default, Channel.Voice));
        Assert.False(profile.HasRoom(default, Channel.Email));
        Assert.False(profile.HasRoom(default, Channel.Social));
    }

    [Theory]
    [InlineData(Channel.Chat)]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Social)]
    public void A_channel_has_room_up_to_its_capacity_and_no_further(Channel channel)
    {
        var profile = new MediaProfile { Chat = 5, Email = 5, Social = 5 };

        Assert.True(profile.HasRoom(default(ChannelLoad).Add(channel, 4), channel));
        Assert.False(profile.HasRoom(default(ChannelLoad).Add(channel, 5), channel));
        Assert.False(profile.HasRoom(default(ChannelLoad).Add(channel, 6), channel));
    }

    [Fact]
    public void A_load_counts_each_channel_and_all_together()
    {
        var channels = Enum.GetValues<Channel>();
        var load = channels.Aggregate(default(ChannelLoad), (sum, channel) => sum.Add(channel, 1 + (int)channel));

        Assert.Equal(10, load.Total);
        Assert.Equal([1, 2, 3, 4], channels.Select(channel => load[channel]));
        Assert.Equal(default, channels.Aggregate(load, (sum, channel) => sum.Add(channel, -1 - (int)channel)));
    }

    [Fact]
    public void A_load_never_goes_below_nothing() =>
        Assert.Throws<OverflowException>(() => default(ChannelLoad).Add(Channel.Chat, -1));

    [Fact]
    public void A_channel_that_is_none_is_no_channel_of_a_load() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(ChannelLoad)[(Channel)9]);
}
