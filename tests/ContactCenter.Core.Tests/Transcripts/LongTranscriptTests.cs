using System.Globalization;
using System.Runtime.CompilerServices;
using ContactCenter.Chats;
using ContactCenter.Transcripts;
using static ContactCenter.Tests.Transcripts.Conversation;

namespace ContactCenter.Tests.Transcripts;

/// <summary>However long a conversation is, only a few kilobytes of it are in memory while it is written.</summary>
public sealed class LongTranscriptTests
{
    private const int MaxHeld = 32 * 1024;

    [Theory]
    [InlineData(TranscriptFormat.Text)]
    [InlineData(TranscriptFormat.Json)]
    [InlineData(TranscriptFormat.Html)]
    public async Task A_hundred_thousand_lines_leave_as_they_come(TranscriptFormat format)
    {
        using var stream = new CountingStream();
        var read = 0;

        await TranscriptWriter.WriteAsync(
            Head, Lines(), format, CultureInfo.InvariantCulture, stream, CancellationToken.None);

        Assert.Equal(100_000, read);
        Assert.True(stream.Written > 100_000 * 40);
        Assert.InRange(stream.Largest, 1, MaxHeld);
        Assert.False(stream.IsDisposed);

        async IAsyncEnumerable<TranscriptLine> Lines()
        {
            await Task.CompletedTask;
            for (; read < 100_000; read++)
            {
                // Of every line but the last few the bytes are there already: each has forty at least.
                Assert.True((read * 40L) - stream.Written < MaxHeld);
                yield return Said("환불해 주세요", sequence: read + 1);
            }
        }
    }

    [Theory]
    [InlineData(TranscriptFormat.Text)]
    [InlineData(TranscriptFormat.Json)]
    [InlineData(TranscriptFormat.Html)]
    public async Task A_line_is_let_go_of_before_the_next_is_asked_for(TranscriptFormat format)
    {
        WeakReference? before = null;
        using var stream = new CountingStream();

        await TranscriptWriter.WriteAsync(
            Head, Lines(), format, CultureInfo.InvariantCulture, stream, CancellationToken.None);

        async IAsyncEnumerable<TranscriptLine> Lines()
        {
            await Task.CompletedTask;
            for (var sequence = 1; sequence <= 5; sequence++)
            {
                yield return Tracked(sequence, out var tracked);
                if (before is not null)
                {
                    GC.Collect();
                    Assert.False(before.IsAlive);
                }

                before = tracked;
            }
        }
    }

    [Theory]
    [InlineData(TranscriptFormat.Text)]
    [InlineData(TranscriptFormat.Json)]
    [InlineData(TranscriptFormat.Html)]
    public async Task A_line_beyond_all_bounds_leaves_in_pieces(TranscriptFormat format)
    {
        using var stream = new CountingStream();

        await TranscriptWriter.WriteAsync(
            Head, new[] { Said(new string('\0', 100_000)) }.ToAsyncEnumerable(), format,
            CultureInfo.InvariantCulture, stream, CancellationToken.None);

        Assert.True(stream.Written > 500_000);
        Assert.InRange(stream.Largest, 1, MaxHeld);
    }

    [Fact]
    public async Task Whoever_gives_up_is_heard_between_two_lines()
    {
        using var stream = new CountingStream();
        using var giveUp = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TranscriptWriter.WriteAsync(
            Head, Lines(giveUp.Token), TranscriptFormat.Text, CultureInfo.InvariantCulture, stream, giveUp.Token));

        Assert.Equal(3, read);

        async IAsyncEnumerable<TranscriptLine> Lines([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (; ; read++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Said("Hi");
                if (read == 2)
                {
                    await giveUp.CancelAsync();
                }
            }
        }
    }

    [Fact]
    public async Task There_is_no_fourth_form() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Written((TranscriptFormat)3, Head, []));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TranscriptLine Tracked(int sequence, out WeakReference tracked)
    {
        var line = Said("Hi", sequence: sequence);
        tracked = new WeakReference(line);
        return line;
    }
}
