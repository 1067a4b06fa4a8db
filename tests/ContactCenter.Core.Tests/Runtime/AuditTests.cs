using ContactCenter.Agents;
using ContactCenter.Customers;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

public sealed class AuditTests
{
    [Fact]
    public async Task Every_read_by_an_agent_or_a_supervisor_leaves_an_entry()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");

        (await floor.Host.Chats.TranscriptAsync(chat, Mina)).ValueOrThrow();
        (await floor.Host.Chats.AsidesAsync(chat, Boss)).ValueOrThrow();
        (await floor.Host.History.ContactsAsync("ana", Mina)).ValueOrThrow();

        Assert.Equal(
            [
                (1, Mina, AuditAction.ReadTranscript, chat), (2, Boss, AuditAction.ReadAsides, chat),
                (3, Mina, AuditAction.ReadHistory, default(ChatId?)),
            ],
            (await TrailAsync(floor)).Select(entry => (entry.Number, entry.By, entry.Action, entry.Chat)));
        Assert.All(await TrailAsync(floor), entry => Assert.Equal("ana", entry.Customer?.Value));
    }

    [Fact]
    public async Task The_history_of_a_customer_whose_id_reads_as_a_card_number_is_refused_and_leaves_none()
    {
        await using var floor = await RunningFloor.StartAsync();

        var refused = (await floor.Host.History.ContactsAsync("4111111111111111", Boss)).Rejection;
        Assert.Equal(("id-holds-card-data", "customer"), (refused?.Code, refused?.Subject));
        Assert.Empty(await TrailAsync(floor));
    }

    [Fact]
    public async Task A_customer_and_the_host_leave_none()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");

        (await floor.Host.Chats.TranscriptAsync(chat, Ana)).ValueOrThrow();
        (await floor.Host.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow();

        Assert.Empty(await TrailAsync(floor));
    }

    [Fact]
    public async Task Nobody_is_shown_what_cannot_be_noted()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        floor.Journal.OnAppend = (_, _) => throw new IOException("full");
        floor.Journal.HidesItsHead = true;

        var read = await floor.Host.Chats.TranscriptAsync(chat, Mina);

        Assert.False(read.IsAccepted);
    }

    [Fact]
    public async Task A_refused_read_leaves_no_entry()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");

        Assert.Equal("not-permitted", (await floor.Host.Chats.TranscriptAsync(chat, Noor)).Rejection?.Code);

        Assert.Empty(await TrailAsync(floor));
    }

    [Fact]
    public async Task It_is_read_by_the_host_and_by_supervisors_with_the_right_to_it()
    {
        await using var floor = await RunningFloor.StartAsync(RunningFloor.Usual with
        {
            Supervisors =
            [
                new SupervisorProfile { Id = "boss" },
                new SupervisorProfile { Id = "lead", Rights = SupervisorRights.All & ~SupervisorRights.Privacy },
            ],
        });

        Assert.True((await floor.Host.History.AuditAsync(Boss)).IsAccepted);
        Assert.Equal("not-permitted", (await floor.Host.History.AuditAsync(Actor.Supervisor("lead"))).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.History.AuditAsync(Mina)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.History.AuditAsync(Ana)).Rejection?.Code);
    }

    private static async Task<IReadOnlyList<AuditEntry>> TrailAsync(RunningFloor floor) =>
        (await floor.Host.History.AuditAsync(Actor.Host)).ValueOrThrow();
}
