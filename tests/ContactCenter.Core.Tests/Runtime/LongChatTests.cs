using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Tests.Transcripts;
using ContactCenter.Transcripts;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>However long a chat is, nobody who opens it holds more than a page of it.</summary>
public sealed class LongChatTests
{
    private const int Messages = 100_000;
    private const int Page = 1_000;

    // As many as may wait in one lane.
    private const int AtOnce = 64;

    [Fact]
    public async Task A_chat_of_a_hundred_thousand_messages_is_read_and_taken_out_page_by_page()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina", "noor");
        await floor.StartedAsync("ana");
        var chat = await floor.AcceptedAsync("mina");
        for (var said = 0; said < Messages; said += AtOnce)
        {
            await SayAsync(floor, chat, said, Math.Min(AtOnce, Messages - said));
        }

        await AJoiningAgentIsShownTheChatAndNoLineAsync(floor, chat);
        var (asked, read) = (0, 0);
        floor.Journal.OnBodies = (limit, count) => (asked, read) = (Math.Max(asked, limit), read + count);
        var lines = await EachLineIsReadOnceAndInOrderAsync(floor, chat);
        Assert.Equal((Page, lines), (asked, read));

        foreach (var format in Enum.GetValues<TranscriptFormat>())
        {
            (asked, read) = (0, 0);
            using var stream = new CountingStream();
            var receipt = await floor.Host.Chats.ExportAsync(chat, Actor.Host, format, stream);

            // Beside the lines, the card of the customer.
            Assert.Equal((lines, Page, lines + 1), (receipt.ValueOrThrow().Lines, asked, read));
            Assert.InRange(stream.Largest, 1, 64 * 1024);
        }

        floor.Journal.OnBodies = null;
        Assert.InRange(Allocated(floor, chat, lines - Page), 1, 2 * Allocated(floor, chat, 1));
    }

    private static async Task SayAsync(RunningFloor floor, ChatId chat, int first, int count)
    {
        var said = await Task.WhenAll(Enumerable.Range(first, count)
            .Select(number => floor.Host.Chats.SayAsync(chat, Ana, $"message {number}").AsTask()));
        Assert.All(said, outcome => Assert.True(outcome.IsAccepted));
    }

    private static async Task AJoiningAgentIsShownTheChatAndNoLineAsync(RunningFloor floor, ChatId chat)
    {
        (await floor.Host.Conferences.InviteAsync(chat, "mina", "noor")).ValueOrThrow();
        await floor.AcceptedAsync("noor");
        await using var feed = new FeedReader(floor.Host, Noor);

        var snapshot = await feed.NextAsync();

        Assert.Equal(FeedBatchKind.Snapshot, snapshot.Kind);
        Assert.Equal(chat, Assert.Single(snapshot.Items.OfType<ChatShown>()).Chat);
        Assert.Empty(snapshot.Items.OfType<LineShown>());
    }

    private static async Task<int> EachLineIsReadOnceAndInOrderAsync(RunningFloor floor, ChatId chat)
    {
        var (last, said) = (0, 0);
        while (true)
        {
            var page = (await floor.Host.Chats.TranscriptAsync(chat, Actor.Host, last, Page)).ValueOrThrow();
            foreach (var line in page)
            {
                Assert.Equal(++last, line.Sequence);
                if (line.Notice is null)
                {
                    Assert.Equal($"message {said++}", line.Text);
                }
            }

            if (page.Count < Page)
            {
                Assert.Equal(Messages, said);
                return last;
            }
        }
    }

    /// <summary>The memory that one page takes: the journal answers on the spot, so it is this thread's.</summary>
    private static long Allocated(RunningFloor floor, ChatId chat, int after)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = floor.Host.Chats.TranscriptAsync(chat, Actor.Host, after, Page);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(read.IsCompletedSuccessfully);
        return allocated;
    }
}
