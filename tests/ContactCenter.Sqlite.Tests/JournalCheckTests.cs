using ContactCenter.Journals;
using ContactCenter.Runtime;

namespace ContactCenter.Sqlite.Tests;

/// <summary>A journal that is held against its own log.</summary>
public sealed class JournalCheckTests : IAsyncLifetime, IDisposable
{
    private readonly JournalFile _file = new();

    public async Task InitializeAsync()
    {
        await using var floor = await RunningFloor.StartAsync(_file.Path);
        foreach (var customer in (string[])["ana", "bob"])
        {
            await floor.Floor.Agents.SignInAsync("mina");
            await floor.Floor.Agents.SetAvailableAsync("mina");
            var start = new StartChat { Queue = "cards", Customer = customer, Name = "Nunez" };
            var chat = (await floor.Floor.Chats.StartAsync(start)).ValueOrThrow().Id;
            var offer = (await floor.Floor.Agents.OffersAsync("mina")).Single();
            await floor.Floor.Agents.AcceptAsync("mina", offer.Offer);
            await floor.SaidAsync(chat, customer, "hello");
            await floor.Floor.Chats.NoteAsync(chat, "mina", "is in a hurry");
            (await floor.Floor.Chats.EndAsync(chat, Actor.Agent("mina"))).ValueOrThrow();
            (await floor.Floor.Chats.WrapUpAsync(chat, "mina", ["done"])).ValueOrThrow();
        }

        (await floor.Floor.History.EraseAsync("bob", Actor.Host, "on request")).ValueOrThrow();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_journal_is_true_and_what_was_erased_is_known_to_be()
    {
        var check = await CheckAsync();

        Assert.Empty(check.Faults);
        Assert.Equal(3, check.Erased);
        Assert.True(check.Bodies >= 4 && check.Records > 10, check.ToString());
    }

    [Theory]
    [InlineData("UPDATE body SET content = replace(content, x'6c6c6f', x'6c6c70') WHERE chat = 1", "is not what")]
    [InlineData("UPDATE body SET content = zeroblob(30) WHERE chat = 1 AND seq = 0", "is not what")]
    [InlineData("UPDATE body SET content = substr(content, 1, 9) WHERE shelf = 3", "is not what")]
    [InlineData("DELETE FROM body WHERE chat = 1 AND shelf = 1", "is missing")]
    [InlineData("UPDATE record SET payload = zeroblob(50) WHERE seq = 4", "record 4 is torn or damaged")]
    public async Task What_somebody_has_changed_is_told_with_its_place(string change, string told)
    {
        using (var connection = new Connection(_file.Path, TimeSpan.FromSeconds(5)))
        {
            connection.Run(change);
        }

        var check = await CheckAsync();
        Assert.Contains(check.Faults, fault => fault.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain(check.Faults, fault => fault.Contains("hello", StringComparison.Ordinal));
    }

    private async Task<JournalCheck> CheckAsync()
    {
        using var journal = _file.Open();
        return await JournalCheck.RunAsync(journal, "default");
    }
}
