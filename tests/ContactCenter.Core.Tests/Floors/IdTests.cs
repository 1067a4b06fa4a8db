using ContactCenter.Testing;

namespace ContactCenter.Tests.Floors;

public sealed class IdTests
{
    [Theory]
    [InlineData("mina", true)]
    [InlineData("Mina.Kim@example.org", true)]
    [InlineData("a-b_c.d:e@f+g", true)]
    [InlineData("민아", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\nb", false)]
    [InlineData("<b>", false)]
    [InlineData("e\u0301", false)]
    [InlineData(null, false)]
    public void An_id_is_made_of_letters_digits_and_a_few_signs_in_composed_form(string? text, bool valid)
    {
        Assert.Equal(valid, AgentId.TryParse(text, out var agent));
        Assert.Equal(valid, CustomerId.TryParse(text, out var customer));
        Assert.Equal(valid, QueueName.TryParse(text, out var queue));
        Assert.Equal(valid, FloorId.TryParse(text, out var floor));
        string[] values = [agent.Value, customer.Value, queue.Value, floor.Value];
        Assert.All(values, value => Assert.Equal(valid ? text : string.Empty, value));
        if (!valid)
        {
            Assert.Throws<FormatException>(() => AgentId.Parse(text!));
            Assert.Throws<FormatException>(() => (CustomerId)text!);
        }
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void An_id_has_its_limit(int length, bool valid) =>
        Assert.Equal(valid, AgentId.TryParse(new string('a', length), out _));

    [Fact]
    public void Ids_that_differ_in_case_name_two() => Assert.NotEqual(AgentId.Parse("mina"), AgentId.Parse("Mina"));

    [Theory]
    [InlineData("retail/chat-7", true)]
    [InlineData("retail/chat-9223372036854775807", true)]
    [InlineData("retail/chat-9223372036854775808", false)]
    [InlineData("retail/chat-", false)]
    [InlineData("retail/chat--7", false)]
    [InlineData("retail/chat-+7", false)]
    [InlineData("retail/chat- 7", false)]
    [InlineData("retail/chat-７", false)]
    [InlineData("retail/offer-7", false)]
    [InlineData("/chat-7", false)]
    [InlineData("chat-7", false)]
    [InlineData("a b/chat-7", false)]
    [InlineData("retail/chat-7/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_chats_id_is_its_floor_and_its_number(string? text, bool valid)
    {
        Assert.Equal(valid, ChatId.TryParse(text, out var id));
        Assert.Equal(valid, OfferId.TryParse(text?.Replace("chat", "offer", StringComparison.Ordinal), out _)
            && !text!.Contains("offer", StringComparison.Ordinal));
        if (valid)
        {
            Assert.Equal(text, id.ToString());
            Assert.Equal(id, ChatId.Parse(text!));
        }
        else
        {
            Assert.Throws<FormatException>(() => ChatId.Parse(text!));
        }
    }

    [Fact]
    public void A_command_id_of_version_7_tells_when_it_was_made()
    {
        var now = ManualTimeProvider.DefaultStart.AddMilliseconds(7);
        var id = CommandId.New(now);

        Assert.Equal(now, id.MadeAt);
        Assert.True(CommandId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.Null(CommandId.Parse("7b6e1ad2-58a3-4d4b-9d7e-0c8f2f4e5a61").MadeAt);
        Assert.Null(CommandId.Parse("ffffffff-ffff-7fff-bfff-ffffffffffff").MadeAt);
        Assert.True(default(CommandId).IsNone);
        Assert.False(CommandId.TryParse(Guid.Empty.ToString(), out _));
        Assert.False(CommandId.TryParse("7b6e1ad258a34d4b9d7e0c8f2f4e5a61", out _));
        Assert.False(CommandId.TryParse(null, out _));
    }

    [Fact]
    public void An_actor_is_who_it_is_whichever_way_it_was_made()
    {
        Assert.Equal(Actor.Agent("mina"), new Actor(ActorKind.Agent, "mina"));
        Assert.Equal(Actor.Host, new Actor(ActorKind.Host, string.Empty));
        Assert.NotEqual(Actor.Agent("mina"), Actor.Customer("mina"));
        Assert.NotEqual(Actor.Agent("mina"), Actor.Supervisor("mina"));
        Assert.Equal("agent:mina", Actor.Agent("mina").ToString());
        Assert.Equal("system", default(Actor).ToString());
    }

    [Fact]
    public void An_outcome_is_accepted_rejected_or_unknown()
    {
        var (accepted, rejected, unknown) =
            (Outcome<int>.Accepted(7), Outcome<int>.Rejected(Rejections.Busy), Outcome<int>.Unknown);

        Assert.Equal((true, false, false), (accepted.IsAccepted, accepted.IsRejected, accepted.IsUnknown));
        Assert.Equal((false, true, false), (rejected.IsAccepted, rejected.IsRejected, rejected.IsUnknown));
        Assert.Equal((false, false, true), (unknown.IsAccepted, unknown.IsRejected, unknown.IsUnknown));
        Assert.Equal(7, accepted.ValueOrThrow());
        var thrown = Assert.Throws<InvalidOperationException>(() => rejected.Value);
        Assert.StartsWith("busy", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => unknown.ValueOrThrow());
        Assert.Equal(8, accepted.Select(value => value + 1).Value);
        Assert.Equal(Rejections.Busy, rejected.Select(value => value + 1).Rejection);
        Assert.True(unknown.Select(value => value + 1).IsUnknown);
    }
}
