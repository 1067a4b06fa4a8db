using ContactCenter.Agents;
using ContactCenter.Runtime;

namespace ContactCenter.Sqlite.Tests;

/// <summary>What is erased is gone from the disk, and the chain of the log stays true.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task No_byte_of_an_erased_customer_is_in_the_file_or_beside_it()
    {
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            await TalkAsync(floor, "ana", "my name is Ana Nunez-Kowalski");
            await TalkAsync(floor, "bob", "mine is Bob Underwood");
            Assert.True(_file.Holds("Nunez-Kowalski"));

            var erased = await floor.Floor.History.EraseAsync("ana", Actor.Host, "on request");
            Assert.Equal(3, erased.ValueOrThrow().Contacts);

            Assert.False(_file.Holds("Nunez-Kowalski"));
            Assert.True(_file.Holds("Bob Underwood"));
        }

        // The log is read from its beginning, and every hash of it is true.
        await using var again = await RunningFloor.StartAsync(_file.Path);
        Assert.Empty((await again.Floor.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        Assert.Equal(3, (await again.Floor.History.ContactsAsync("bob", Actor.Host)).ValueOrThrow().Contacts.Count);
        Assert.False(_file.Holds("Nunez-Kowalski"));
    }

    private static async Task TalkAsync(RunningFloor floor, string customer, string text)
    {
        await floor.Floor.Agents.SignInAsync("mina");
        await floor.Floor.Agents.SetAvailableAsync("mina");
        for (var contact = 0; contact < 3; contact++)
        {
            var started = await floor.Floor.Chats.StartAsync(new StartChat
            {
                Queue = "cards",
                Customer = customer,
                Name = text,
            });
            var chat = started.ValueOrThrow().Id;
            var offer = (await floor.Floor.Agents.OffersAsync("mina")).Single();
            await floor.Floor.Agents.AcceptAsync("mina", offer.Offer);
            for (var message = 0; message < 100; message++)
            {
                await floor.SaidAsync(chat, customer, $"{text} {message}");
            }

            (await floor.Floor.Chats.EndAsync(chat, Actor.Agent("mina"))).ValueOrThrow();
            (await floor.Floor.Chats.WrapUpAsync(chat, "mina", ["done"])).ValueOrThrow();
        }
    }
}
