using System.Text.Json;

namespace ContactCenter.Sqlite.Tests;

/// <summary>The log on its way to other systems.</summary>
public sealed class IntegrationFeedTests : IAsyncLifetime, IDisposable
{
    /// <summary>The configuration, the contact, and what was said.</summary>
    private const int Last = 152;

    private readonly JournalFile _file = new();
    private readonly EagerTime _time = new();
    private RunningFloor _floor = null!;
    private ChatId _chat;

    public async Task InitializeAsync()
    {
        _floor = await RunningFloor.StartAsync(_file.Path);
        _chat = await _floor.StartedAsync("ana");
        for (var message = 0; message < 150; message++)
        {
            await _floor.SaidAsync(_chat, "ana", "my name is Nunez-Kowalski");
        }
    }

    public async Task DisposeAsync() => await _floor.DisposeAsync();

    public void Dispose() => _file.Dispose();

    private static async Task SnapshotAsync(SqliteJournal journal, long sequence)
    {
        var head = await journal.ReadHeadAsync("default", default);
        Assert.True(await journal.WriteSnapshotAsync(
            "default", head.Epoch, new Journals.JournalSnapshot(sequence, new byte[1]), default));
    }

    [Fact]
    public async Task Every_record_is_delivered_in_order_and_what_comes_later_too()
    {
        using var inbox = new Inbox(until: Last);
        await RunAsync(Feed(inbox), inbox);
        Assert.Equal(Enumerable.Range(1, Last).Select(sequence => $"default/{sequence}"), inbox.Ids.Select(WithoutSum));

        using var later = new Inbox(until: Last + 1);
        var running = RunAsync(Feed(later), later);
        await _floor.SaidAsync(_chat, "ana", "and on");
        await running;
        Assert.Equal($"default/{Last + 1}", WithoutSum(later.Ids.Single()));
    }

    [Fact]
    public async Task A_feed_goes_on_where_it_was_after_a_restart()
    {
        using var inbox = new Inbox(until: 120);
        await RunAsync(Feed(inbox), inbox);
        await _floor.DisposeAsync();
        _floor = await RunningFloor.StartAsync(_file.Path);

        using var again = new Inbox(until: Last);
        await RunAsync(Feed(again), again);
        Assert.True(again.Sequences[0] <= inbox.Sequences[^1] + 1, "a record was left out");
        Assert.Equal(
            Enumerable.Range(1, Last).Select(number => (long)number), inbox.Sequences.Union(again.Sequences).Order());
    }

    [Fact]
    public async Task What_is_delivered_is_JSON_and_holds_no_word_of_anybody()
    {
        using var inbox = new Inbox(until: Last);
        await RunAsync(Feed(inbox), inbox);

        Assert.All(inbox.Texts, text => JsonDocument.Parse(text).Dispose());
        Assert.Contains(inbox.Texts, text => text.Contains("\"event\":\"message-posted\"", StringComparison.Ordinal));
        Assert.DoesNotContain(inbox.Texts, text => text.Contains("Nunez", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_that_fails_is_tried_again_after_growing_pauses_and_none_overtakes_it()
    {
        using var inbox = new Inbox(until: 4) { Fails = (sequence, attempt) => sequence == 3 && attempt < 5 };
        var feed = Feed(inbox, new IntegrationFeedOptions { LongestPause = TimeSpan.FromSeconds(5) });
        await RunAsync(feed, inbox);

        Assert.Equal([1, 2, 3, 3, 3, 3, 3, 4], inbox.Sequences);
        Assert.Equal([1, 2, 4, 5], _time.Pauses.Select(pause => pause.TotalSeconds));
        Assert.Empty(feed.Parked);
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_parked_seen_and_delivered_once_it_can()
    {
        var isPoison = true;
        using var inbox = new Inbox(until: 7) { Fails = (sequence, _) => sequence == 5 && isPoison };
        var feed = Feed(inbox, new IntegrationFeedOptions { MaxAttempts = 3 });
        await RunAsync(feed, inbox);

        Assert.Equal([1, 2, 3, 4, 5, 5, 5, 6, 5, 7], inbox.Sequences);
        var parked = Assert.Single(feed.Parked);
        Assert.Equal((5, 4, nameof(InvalidOperationException)), (parked.Sequence, parked.Attempts, parked.Error));
        await Assert.ThrowsAsync<InvalidOperationException>(() => feed.RetryAsync(5));
        Assert.Single(feed.Parked);

        isPoison = false;
        Assert.True(await feed.RetryAsync(5));
        Assert.False(await feed.RetryAsync(5));
        Assert.Empty(feed.Parked);
        Assert.Equal(5, inbox.Sequences[^1]);
    }

    [Fact]
    public async Task An_outage_parks_nothing_however_long_it_lasts()
    {
        var (isDown, tries) = (true, 0);
        using var inbox = new Inbox(until: Last)
        {
            Fails = (sequence, _) => sequence > 2 && isDown && (isDown = ++tries < 200),
        };
        var feed = Feed(inbox);
        await RunAsync(feed, inbox);

        Assert.Empty(feed.Parked);
        Assert.Null(feed.Held);
        Assert.Equal(Enumerable.Range(1, Last).Select(number => (long)number), inbox.Delivered.Order());
        Assert.True(inbox.Sequences.Take(200).Max() < 20, "it has looked too far ahead");
        Assert.True(_time.Pauses.Max() <= new IntegrationFeedOptions().LongestPause);
    }

    [Fact]
    public async Task A_record_that_gets_through_says_nothing_of_those_behind_it()
    {
        using var inbox = new Inbox(until: Last)
        {
            Fails = (sequence, attempt) => sequence > 2 && attempt < (sequence == 3 ? 20 : 30),
        };
        var feed = Feed(inbox);
        await RunAsync(feed, inbox);

        Assert.Empty(feed.Parked);
        Assert.Equal(Enumerable.Range(1, Last).Select(number => (long)number), inbox.Delivered);
    }

    [Fact]
    public async Task An_outage_says_where_the_feed_stands()
    {
        using var inbox = new Inbox(until: 3);
        inbox.Fails = (sequence, attempt) =>
        {
            if (sequence == 3 && attempt == 20)
            {
                inbox.End();
            }

            return sequence > 2;
        };
        var feed = Feed(inbox);
        await RunAsync(feed, inbox);

        Assert.Empty(feed.Parked);
        Assert.Equal((3, nameof(InvalidOperationException)), (feed.Held!.Sequence, feed.Held.Error));
        Assert.Equal(2, feed.Position);
    }

    [Fact]
    public async Task Several_records_in_a_row_that_cannot_be_delivered_are_parked_once_one_behind_them_is()
    {
        using var inbox = new Inbox(until: 9) { Fails = (sequence, _) => sequence is 5 or 6 or 7 };
        var feed = Feed(inbox, new IntegrationFeedOptions { MaxAttempts = 3 });
        await RunAsync(feed, inbox);

        Assert.Equal([5, 6, 7], feed.Parked.Select(parked => parked.Sequence));
        Assert.Equal([1, 2, 3, 4, 8, 9], inbox.Delivered);
    }

    [Fact]
    public async Task A_log_that_is_not_kept_waits_for_its_feeds()
    {
        using var journal = _file.Open(new SqliteJournalOptions { KeepsLog = false });
        await journal.MoveFeedAsync("default", "warehouse", 40);
        await SnapshotAsync(journal, 100);
        await foreach (var record in journal.ReadAsync("default", 0, default))
        {
            Assert.Equal(41, record.Sequence);
            break;
        }

        await journal.MoveFeedAsync("default", "warehouse", 140);
        await SnapshotAsync(journal, 101);
        await foreach (var record in journal.ReadAsync("default", 0, default))
        {
            Assert.Equal(102, record.Sequence);
            break;
        }
    }

    [Fact]
    public async Task A_feed_that_is_removed_keeps_nothing_back_and_its_parked_records_neither()
    {
        using var journal = _file.Open(new SqliteJournalOptions { KeepsLog = false });
        await journal.MoveFeedAsync("default", "retired", 40);
        await journal.ParkAsync("default", "retired", new(7, 8, "HttpRequestException", default));
        await journal.MoveFeedAsync("default", "warehouse", 60);
        await SnapshotAsync(journal, 100);

        Assert.True(await journal.RemoveFeedAsync("default", "retired"));
        Assert.False(await journal.RemoveFeedAsync("default", "retired"));
        Assert.Empty(journal.ReadParked("default", "retired"));
        Assert.Equal(60, journal.ReadFeed("default", "warehouse"));
        await SnapshotAsync(journal, 101);
        using var connection = new Connection(_file.Path, TimeSpan.Zero);
        Assert.Equal(61, connection.Number("SELECT min(seq) FROM record"));
    }

    [Fact]
    public async Task A_feed_that_has_begun_keeps_its_records_though_it_could_deliver_none_yet()
    {
        using var journal = _file.Open(new SqliteJournalOptions { KeepsLog = false });
        using var enough = new CancellationTokenSource();
        var feed = new IntegrationFeed(journal, "default", "warehouse", (_, token) =>
        {
            enough.Cancel();
            return Task.FromCanceled(token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feed.RunAsync(enough.Token));

        await SnapshotAsync(journal, 100);
        await foreach (var record in journal.ReadAsync("default", 0, default))
        {
            Assert.Equal(1, record.Sequence);
            break;
        }
    }

    [Fact]
    public async Task What_was_gone_before_the_feed_came_is_said_once_and_the_rest_delivered()
    {
        Run("DELETE FROM record WHERE seq <= 20");
        using var inbox = new Inbox(until: Last);
        var feed = Feed(inbox);
        await RunAsync(feed, inbox);

        Assert.Equal(21, inbox.Sequences[0]);
        var parked = Assert.Single(feed.Parked);
        Assert.Equal((1, 0, "RecordsAreGone"), (parked.Sequence, parked.Attempts, parked.Error));
        Assert.False(await feed.RetryAsync(1));
        Assert.Single(feed.Parked);
        await feed.DiscardAsync(1);
        Assert.Empty(feed.Parked);
    }

    [Fact]
    public async Task A_parked_record_that_is_gone_by_now_stays_parked()
    {
        await _floor.Journal.ParkAsync("default", "warehouse", new(7, 8, "HttpRequestException", default));
        Run("DELETE FROM record WHERE seq = 7");
        using var inbox = new Inbox(until: Last);
        var feed = Feed(inbox);

        Assert.False(await feed.RetryAsync(7));
        Assert.Equal(7, Assert.Single(feed.Parked).Sequence);
        Assert.Empty(inbox.Sequences);
    }

    [Fact]
    public async Task A_file_that_is_locked_is_a_pause()
    {
        using var journal = _file.Open(new SqliteJournalOptions { LockTimeout = TimeSpan.FromMilliseconds(1) });
        using var inbox = new Inbox(until: Last);
        using var other = new Connection(_file.Path, TimeSpan.FromSeconds(5));
        other[Sql.Begin].Run();
        var running = new IntegrationFeed(journal, "default", "warehouse", inbox.DeliverAsync, time: _time)
            .RunAsync(inbox.Full);
        Assert.False(running.IsCompleted, $"{running.Status} {running.Exception?.InnerException?.GetType().Name}");
        other[Sql.Rollback].Run();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(Last, inbox.Sequences.Count);
    }

    [Fact]
    public async Task Two_feeds_of_one_name_never_bring_it_back()
    {
        await _floor.Journal.MoveFeedAsync("default", "warehouse", 40);
        await _floor.Journal.MoveFeedAsync("default", "warehouse", 20);

        using var inbox = new Inbox(until: Last);
        Assert.Equal(40, Feed(inbox).Position);
    }

    [Fact]
    public async Task A_delivery_that_hangs_is_cancelled_at_its_deadline_and_tried_again()
    {
        using var inbox = new Inbox(until: 3);
        var hung = new List<CancellationToken>();
        var feed = new IntegrationFeed(
            _floor.Journal,
            "default",
            "warehouse",
            (carried, token) =>
            {
                if (carried.Sequence != 2 || hung.Count > 0)
                {
                    return inbox.DeliverAsync(carried, token);
                }

                hung.Add(token);
                return new TaskCompletionSource().Task;
            },
            time: _time);
        await RunAsync(feed, inbox);

        Assert.Equal([1, 2, 3], inbox.Sequences);
        Assert.True(Assert.Single(hung).IsCancellationRequested);
        Assert.Contains(new IntegrationFeedOptions().Deadline, _time.Pauses);
    }

    [Fact]
    public async Task A_delivery_that_keeps_its_thread_keeps_its_own_feed_and_no_floor()
    {
        using var gate = new ManualResetEventSlim();
        using var inbox = new Inbox(until: 1);
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var feed = new IntegrationFeed(
            _floor.Journal,
            "default",
            "warehouse",
            (carried, token) =>
            {
                called.TrySetResult();
                gate.Wait(CancellationToken.None);
                return inbox.DeliverAsync(carried, token);
            });
        var running = Task.Run(() => RunAsync(feed, inbox));
        await called.Task;

        Assert.True((await _floor.SaidAsync(_chat, "ana", "and on")).Sequence > Last);
        Assert.False(running.IsCompleted);
        gate.Set();
        await running;
        Assert.Equal([1], inbox.Sequences);
    }

    [Fact]
    public async Task An_id_is_of_one_record_though_a_backup_was_restored()
    {
        var copy = _file.In("copy.db");
        await _floor.Journal.BackupAsync(copy);
        using var before = new Inbox(until: Last + 1);
        await _floor.SaidAsync(_chat, "ana", "lost");
        await RunAsync(Feed(before), before);
        await _floor.DisposeAsync();
        await SqliteJournal.RestoreAsync(copy, _file.Path);
        _floor = await RunningFloor.StartAsync(_file.Path);
        await _floor.SaidAsync(_chat, "ana", "other");
        using var after = new Inbox(until: Last + 1);
        await RunAsync(Feed(after), after);

        Assert.Equal(before.Ids.SkipLast(1), after.Ids.SkipLast(1));
        Assert.NotEqual(before.Ids[^1], after.Ids[^1]);
    }

    private static string WithoutSum(string id) => id[..id.LastIndexOf('-')];

    private void Run(string change)
    {
        using var connection = new Connection(_file.Path, TimeSpan.FromSeconds(5));
        connection.Run(change);
    }

    private IntegrationFeed Feed(Inbox inbox, IntegrationFeedOptions? options = null) =>
        new(_floor.Journal, "default", "warehouse", inbox.DeliverAsync, options, _time);

    private static async Task RunAsync(IntegrationFeed feed, Inbox inbox)
    {
        try
        {
            await feed.RunAsync(inbox.Full);
        }
        catch (OperationCanceledException)
        {
            // It has had what it waited for.
        }
        catch (InvalidOperationException) when (inbox.Full.IsCancellationRequested)
        {
            // It was ended while a delivery failed.
        }
    }

    /// <summary>Takes what is delivered until it has one record; fails where it is told to.</summary>
    private sealed class Inbox(long until) : IDisposable
    {
        private readonly CancellationTokenSource _full = new();

        internal List<string> Ids { get; } = [];

        internal List<long> Sequences { get; } = [];

        internal List<string> Texts { get; } = [];

        internal List<long> Delivered { get; } = [];

        internal Func<long, int, bool> Fails { get; set; } = (_, _) => false;

        internal CancellationToken Full => _full.Token;

        public void Dispose() => _full.Dispose();

        internal void End() => _full.Cancel();

        internal Task DeliverAsync(IntegrationEvent delivered, CancellationToken cancellationToken)
        {
            Ids.Add(delivered.Id);
            Sequences.Add(delivered.Sequence);
            Texts.Add(delivered.Json);
            if (Fails(delivered.Sequence, Sequences.Count(one => one == delivered.Sequence)))
            {
                throw new InvalidOperationException("The warehouse is closed.");
            }

            Delivered.Add(delivered.Sequence);
            if (delivered.Sequence == until)
            {
                _full.Cancel();
            }

            return Task.CompletedTask;
        }
    }
}
