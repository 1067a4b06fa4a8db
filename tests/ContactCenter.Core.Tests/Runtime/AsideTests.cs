using ContactCenter.Collaboration;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

public sealed class AsideTests
{
    [Fact]
    public async Task Notes_are_read_in_wrap_up_by_whoever_was_there_to_the_end()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        (await floor.Host.Chats.NoteAsync(chat, "mina", "has called before")).ValueOrThrow();
        (await floor.Host.Chats.EndAsync(chat, Ana)).ValueOrThrow();
        (await floor.Host.Chats.NoteAsync(chat, "mina", "will call again")).ValueOrThrow();

        Assert.Equal(
            ["has called before", "will call again"],
            (await floor.Host.Chats.AsidesAsync(chat, Mina)).ValueOrThrow().Select(line => line.Text));
        Assert.Equal("not-permitted", (await floor.Host.Chats.AsidesAsync(chat, Ana)).Rejection?.Code);
    }

    [Fact]
    public async Task Whoever_handed_the_chat_on_does_not_read_what_others_note_afterwards()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina", "noor");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        (await floor.Host.Chats.TransferAsync(chat, "mina", TransferTarget.To((AgentId)"noor"))).ValueOrThrow();
        await floor.AcceptedAsync("noor");
        (await floor.Host.Chats.NoteAsync(chat, "noor", "mina was wrong")).ValueOrThrow();
        await floor.AdvanceAsync(Times.Seconds(1));
        (await floor.Host.Chats.EndAsync(chat, Ana)).ValueOrThrow();

        Assert.Equal("not-permitted", (await floor.Host.Chats.AsidesAsync(chat, Mina)).Rejection?.Code);
    }

    [Fact]
    public async Task Where_nothing_from_before_is_shown_notes_are_not_either()
    {
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with
        {
            Collaboration = RunningFloor.Usual.Collaboration with { History = JoinerHistory.FromJoining },
        });
        await floor.AvailableAsync("mina", "noor");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Ana, "a secret");
        (await floor.Host.Chats.NoteAsync(chat, "mina", "ana told a secret")).ValueOrThrow();
        (await floor.Host.Chats.TransferAsync(chat, "mina", TransferTarget.To((AgentId)"noor"))).ValueOrThrow();
        await floor.AcceptedAsync("noor");
        (await floor.Host.Chats.NoteAsync(chat, "noor", "took over")).ValueOrThrow();

        Assert.DoesNotContain(
            (await floor.Host.Chats.TranscriptAsync(chat, Noor)).ValueOrThrow(), line => line.Text == "a secret");
        Assert.Equal(
            ["took over"], (await floor.Host.Chats.AsidesAsync(chat, Noor)).ValueOrThrow().Select(line => line.Text));
    }
}
