using ContactCenter.Agents;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite.Tests;

/// <summary>The earlier parts of a card number are gone from the disk with the last one, whoever writes it.</summary>
public sealed class HiddenPartTests : IDisposable
{
    private static readonly Actor Ana = Actor.Customer("ana");

    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task No_byte_of_an_earlier_part_is_in_the_file_or_beside_it()
    {
        await using var floor = await RunningFloor.StartAsync(_file.Path);
        var chat = await TalkAsync(floor);
        await floor.SaidAsync(chat, "ana", "4012888");
        Assert.True(_file.Holds("4012888"));

        await floor.SaidAsync(chat, "ana", "888881881");

        Assert.Equal(["*******", "*********"], (await floor.MessagesAsync(chat)).TakeLast(2));
        Assert.False(_file.Holds("4012888"));
        Assert.False(_file.Holds("888881881"));
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "default")).Faults);
    }

    [Fact]
    public async Task A_kill_between_two_parts_hides_them_all_the_same()
    {
        await using var killed = await RunningFloor.StartAsync(_file.Path);
        var chat = await TalkAsync(killed);
        await killed.SaidAsync(chat, "ana", "4012888");

        // Another process takes the file over; the one before never stops in order.
        await using var other = await RunningFloor.StartAsync(_file.Path);
        await other.SaidAsync(chat, "ana", "888881881");

        Assert.Equal(["*******", "*********"], (await other.MessagesAsync(chat)).TakeLast(2));
        Assert.False(_file.Holds("4012888"));
        Assert.False(_file.Holds("888881881"));
        Assert.Empty((await JournalCheck.RunAsync(other.Journal, "default")).Faults);
    }

    private static async Task<ChatId> TalkAsync(RunningFloor floor)
    {
        var chat = await floor.StartedAsync("ana");
        for (var line = 0; line < 100; line++)
        {
            await floor.SaidAsync(chat, "ana", $"I have been waiting for my order since week {line}");
        }

        await floor.SaidAsync(chat, "ana", "here is my card number");
        return chat;
    }
}
