using ContactCenter.Chats;
using ContactCenter.Testing;
using ContactCenter.Tests.Redaction;

namespace ContactCenter.Tests.Chats;

public sealed class CustomerIndexTests
{
    [Theory]
    [InlineData(1, 3, 20)]
    [InlineData(2, 50, 200)]
    [InlineData(3, 3_000, 1_000)]
    public void Whatever_begins_and_ends_each_customer_has_their_chats_newest_first(
        ulong seed, int customers, int crowd)
    {
        var (dice, index, plain) = (new Dice(seed), new CustomerIndex(), new List<ChatSession>());
        for (var number = 1L; number <= 5_000; number++)
        {
            if (plain.Count < crowd)
            {
                var started = new ChatStarted(number, $"customer-{dice.Roll(customers)}", "cards", Channel.Chat);
                plain.Add(new ChatSession(started, ManualTimeProvider.DefaultStart));
                index.Add(plain[^1]);
            }

            if (dice.Roll(3) == 0)
            {
                var ended = dice.Pick(plain);
                plain.Remove(ended);
                index.Remove(ended);
            }

            CustomerId asked = $"customer-{dice.Roll(customers)}";
            Assert.Equal(plain.Where(chat => chat.Customer == asked).Reverse(), index.Of(asked));
        }
    }

    [Fact]
    public void Where_nobody_is_nobody_has_a_chat() => Assert.Empty(new CustomerIndex().Of("ana"));
}
