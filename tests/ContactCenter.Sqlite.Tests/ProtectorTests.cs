using ContactCenter.Journals;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Sqlite.Tests;

/// <summary>What is kept of contacts is encrypted, each with a key of its own; erasing reaches backups by the
/// key.</summary>
public sealed class ProtectorTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly JournalFile _keys = new();

    public static TheoryData<string> Cases => [.. JournalConformance.Cases];

    public void Dispose()
    {
        _file.Dispose();
        _keys.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_protected_journal_keeps_to_what_every_journal_does(string name)
    {
        using var keys = new SqliteKeyRing(_keys.Path);
        using var journal = _file.Open();
        await JournalConformance.RunAsync(name, new ProtectedJournal(journal, keys));
    }

    [Fact]
    public async Task Nothing_that_anybody_said_is_in_the_file_and_everything_is_read()
    {
        await using var services = Services();
        var floor = await StartAsync(services);
        var chat = await TalkAsync(floor, "my name is Nunez-Kowalski");

        Assert.False(_file.Holds("Nunez-Kowalski"));
        var lines = (await floor.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow();
        Assert.Contains(lines, line => line.Text == "my name is Nunez-Kowalski");
    }

    [Fact]
    public async Task What_was_kept_under_a_destroyed_key_is_gone_and_never_damaged()
    {
        using var keys = new SqliteKeyRing(_keys.Path);
        var first = await keys.ProtectAsync("floor", 1, new byte[] { 7 }, default);
        await keys.DestroyKeyAsync("floor", 1, default);
        Assert.Null(await keys.UnprotectAsync("floor", 1, first, default));

        // A copy from before is restored, in which the contact is live, and somebody writes in it.
        var second = await keys.ProtectAsync("floor", 1, new byte[] { 8 }, default);
        Assert.Null(await keys.UnprotectAsync("floor", 1, first, default));
        Assert.Equal([8], (await keys.UnprotectAsync("floor", 1, second, default))!.Value.ToArray());
    }

    [Fact]
    public async Task Keys_that_were_lost_are_not_taken_for_destroyed_ones()
    {
        using var keys = new SqliteKeyRing(_keys.Path);
        var kept = await keys.ProtectAsync("floor", 1, new byte[] { 7 }, default);

        using var others = new SqliteKeyRing(_keys.In("others.db"));
        await Assert.ThrowsAsync<JournalFormatException>(
            async () => await others.UnprotectAsync("floor", 1, kept, default));
    }

    [Fact]
    public async Task Contacts_whose_keys_are_destroyed_hide_no_others_from_an_erasure()
    {
        using var keys = new SqliteKeyRing(_keys.Path);
        using var journal = _file.Open();
        var kept = new ProtectedJournal(journal, keys);
        var head = await kept.OpenAsync("floor", default);
        JournalContact[] contacts =
        [
            .. Enumerable.Range(1, 3).Select(
                number => new JournalContact(number, "ana", DateTimeOffset.UnixEpoch.AddDays(number), new byte[5])),
        ];
        await kept.AppendAsync("floor", new(head, [new(1, default, new byte[1])], [], contacts, []), default);
        await keys.DestroyKeyAsync("floor", 1, default);

        var rows = await kept.ReadClosedAsync("floor", DateTimeOffset.MaxValue, 0, 2, default);
        Assert.Equal([(1L, true), (2L, false)], rows.Select(row => (row.Chat, row.Content.IsEmpty)));
        Assert.Null(await kept.FindContactAsync("floor", 1, default));
    }

    [Fact]
    public async Task An_erasure_reaches_a_backup_that_was_made_before()
    {
        var copy = _file.In("copy.db");
        await using (var services = Services())
        {
            var floor = await StartAsync(services);
            await TalkAsync(floor, "my name is Nunez-Kowalski");
            Assert.Single((await floor.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
            await services.GetRequiredService<SqliteJournal>().BackupAsync(copy);
            (await floor.History.EraseAsync("ana", Actor.Host, "on request")).ValueOrThrow();
        }

        using var keys = new SqliteKeyRing(_keys.Path);
        await SqliteJournal.RestoreAsync(copy, _file.Path, keys);
        await using var restored = Services();
        var again = await StartAsync(restored);
        Assert.Empty((await again.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        var bodies = await restored.GetRequiredService<IJournal>()
            .ReadBodiesAsync("default", BodyShelf.Conversation, 1, -1, 100, default);
        Assert.NotEmpty(bodies);
        Assert.Null(await keys.UnprotectAsync("default", 1, bodies[0].Content, default));
    }

    [Fact]
    public async Task A_key_is_of_one_customer_though_a_backup_was_restored()
    {
        var (first, second, third) = (_file.In("first.db"), _file.In("second.db"), _file.In("third.db"));
        ChatId bo;
        await using (var services = Services())
        {
            var floor = await StartAsync(services);
            var journal = services.GetRequiredService<SqliteJournal>();
            await TalkAsync(floor, "hello");
            await journal.BackupAsync(first);
            bo = await TalkAsync(floor, "I am Bo", customer: "bo");
            await journal.BackupAsync(second);
        }

        using var keys = new SqliteKeyRing(_keys.Path);
        await SqliteJournal.RestoreAsync(first, _file.Path, keys);
        await using (var services = Services())
        {
            var floor = await StartAsync(services);
            await TalkAsync(floor, "I am Cara", customer: "cara");
            (await floor.History.EraseAsync("cara", Actor.Host, "on request")).ValueOrThrow();
        }

        using var ring = new SqliteKeyRing(_keys.Path);
        await SqliteJournal.RestoreAsync(second, third, ring);
        using var restored = new SqliteJournal(third);
        var bodies = await restored.ReadBodiesAsync("default", BodyShelf.Conversation, bo.Number, -1, 100, default);
        Assert.NotNull(await ring.UnprotectAsync("default", bo.Number, bodies[^1].Content, default));
    }

    [Fact]
    public async Task An_encrypted_line_that_is_damaged_takes_the_place_of_no_copy_that_is_whole()
    {
        var (copy, damaged) = (_file.In("copy.db"), _file.In("damaged.db"));
        await using var services = Services();
        await TalkAsync(await StartAsync(services), "hello");
        var journal = services.GetRequiredService<SqliteJournal>();
        await journal.BackupAsync(copy);
        File.Copy(copy, damaged);
        foreach (var file in (string[])[_file.Path, damaged])
        {
            using var connection = new Connection(file, TimeSpan.Zero);
            connection.Run("UPDATE body SET content = zeroblob(length(content)) WHERE shelf = 0 AND seq = 1");
        }

        var before = JournalFile.Read(copy);
        await Assert.ThrowsAsync<JournalFormatException>(() => journal.BackupAsync(copy));
        Assert.Equal(before, JournalFile.Read(copy));
        using var keys = new SqliteKeyRing(_keys.Path);
        var restored = _file.In("restored.db");
        await Assert.ThrowsAsync<JournalFormatException>(() => SqliteJournal.RestoreAsync(damaged, restored, keys));
        await SqliteJournal.RestoreAsync(copy, restored, keys);
    }

    [Fact]
    public async Task What_is_kept_of_one_contact_is_not_read_as_another_s_and_damage_is_said()
    {
        using var keys = new SqliteKeyRing(_keys.Path);
        var kept = (await keys.ProtectAsync("floor", 1, new byte[] { 1, 2, 3 }, default)).ToArray();
        await keys.ProtectAsync("floor", 2, new byte[] { 1, 2, 3 }, default);

        Assert.Equal([1, 2, 3], (await keys.UnprotectAsync("floor", 1, kept, default))!.Value.ToArray());
        await Refused(2, kept);
        for (var index = 0; index < kept.Length; index++)
        {
            kept[index] ^= 1;
            await Refused(1, kept);
            kept[index] ^= 1;
        }

        await Refused(1, kept[..20]);

        async Task Refused(long chat, byte[] content) => await Assert.ThrowsAsync<JournalFormatException>(
            async () => await keys.UnprotectAsync("floor", chat, content, default));
    }

    [Fact]
    public async Task A_key_outlives_a_restart_and_its_destruction_leaves_none()
    {
        ReadOnlyMemory<byte> kept;
        using (var keys = new SqliteKeyRing(_keys.Path))
        {
            kept = await keys.ProtectAsync("floor", 1, new byte[] { 7 }, default);
        }

        using var again = new SqliteKeyRing(_keys.Path);
        Assert.Equal([7], (await again.UnprotectAsync("floor", 1, kept, default))!.Value.ToArray());
        await again.DestroyKeyAsync("floor", 1, default);
        await again.DestroyKeyAsync("floor", 1, default);
        Assert.Null(await again.UnprotectAsync("floor", 1, kept, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_byte_of_a_destroyed_key_is_left_wherever_it_was_moved_to(int seed)
    {
        var (chats, random, made) = (Enumerable.Range(1, 6_000).ToArray(), new Random(seed), new List<byte[]>());
        new SqliteKeyRing(_keys.Path).Dispose();
        using (var connection = new Connection(_keys.Path, TimeSpan.FromSeconds(5)))
        {
            for (var round = 0; round < 4; round++)
            {
                // Some contacts are live again in a copy that was restored, and are given another key.
                InOneCommit(connection, chat =>
                {
                    var key = new byte[32];
                    random.NextBytes(key);
                    made.Add(key);
                    SqliteKeyRing.Make(connection, "default", chat, key);
                });
                var destroyed = round < 3 ? 3_000 : chats.Length;
                InOneCommit(connection, chat => SqliteKeyRing.Destroy(connection, "default", chat), destroyed);
            }

            connection.Number(Sql.EmptyWriteAheadLog);
        }

        var file = JournalFile.Read(_keys.Path);
        Assert.DoesNotContain(made, key => file.AsSpan().IndexOf(key) >= 0);

        void InOneCommit(Connection connection, Action<long> work, int count = int.MaxValue)
        {
            random.Shuffle(chats);
            connection[Sql.Begin].Run();
            foreach (var chat in chats.Take(count))
            {
                work(chat);
            }

            connection[Sql.Commit].Run();
        }
    }

    [Fact]
    public async Task A_file_of_keys_of_the_first_schema_is_read()
    {
        using (var connection = new Connection(_keys.Path, TimeSpan.Zero))
        {
            Schema.Migrate(connection, Sql.KeyMigrations[..1], Sql.IsKeyRing);
            connection.Run("INSERT INTO key VALUES ('floor', 1, 2, zeroblob(32)), ('floor', 2, 1, x'')");
        }

        using var keys = new SqliteKeyRing(_keys.Path);
        var kept = await keys.ProtectAsync("floor", 1, new byte[] { 7 }, default);
        Assert.Equal(2, BitConverter.ToInt32(kept.Span));
        Assert.Equal([7], (await keys.UnprotectAsync("floor", 1, kept, default))!.Value.ToArray());
        Assert.Equal(2, BitConverter.ToInt32((await keys.ProtectAsync("floor", 2, new byte[1], default)).Span));
        await keys.DestroyKeyAsync("floor", 1, default);
        Assert.Null(await keys.UnprotectAsync("floor", 1, kept, default));
    }

    [Fact]
    public async Task A_protector_that_throws_stops_the_floor_and_nothing_is_written_in_the_clear()
    {
        var broken = new Broken();
        await using var services = Services(broken);
        var floor = await StartAsync(services);
        broken.IsBroken = true;

        var start = new StartChat { Queue = "cards", Customer = "ana", Name = "Nunez-Kowalski" };
        Assert.True((await floor.Chats.StartAsync(start)).IsUnknown);
        Assert.False(_file.Holds("Nunez-Kowalski"));

        broken.IsBroken = false;
        await floor.StopAsync();
        await floor.StartAsync();
        Assert.True((await floor.Chats.StartAsync(start)).IsAccepted);
    }

    [Fact]
    public async Task A_protected_journal_is_true_by_its_protector_and_a_destroyed_key_is_an_erasure()
    {
        await using (var services = Services())
        {
            await TalkAsync(await StartAsync(services), "my name is Nunez-Kowalski");
        }

        using var keys = new SqliteKeyRing(_keys.Path);
        using var journal = _file.Open();
        var check = await JournalCheck.RunAsync(journal, "default", keys);
        Assert.Empty(check.Faults);
        Assert.Equal(0, check.Erased);
        Assert.NotEmpty((await JournalCheck.RunAsync(journal, "default")).Faults);

        await keys.DestroyKeyAsync("default", 1, default);
        check = await JournalCheck.RunAsync(journal, "default", keys);
        Assert.Empty(check.Faults);
        Assert.True(check.Erased > 1, check.ToString());
    }

    private ServiceProvider Services(IPersonalDataProtector? protector = null)
    {
        var services = new ServiceCollection();
        services
            .AddContactCenter(floor =>
            {
                floor.AddQueue("cards");
                floor.AddAgent("mina", agent => agent.Serves("cards"));
                floor.WrapUp.Reasons.Add(new Chats.WrapUpReason("done", "Done"));
            })
            .UseSqlite(_file.Path)
            .UsePersonalDataProtector(_ => protector ?? new SqliteKeyRing(_keys.Path));
        services.AddSingleton(provider => (SqliteJournal)provider.GetRequiredService<IJournal>());
        return services.BuildServiceProvider();
    }

    private static async Task<FloorHost> StartAsync(ServiceProvider services)
    {
        var floor = services.GetRequiredService<FloorHost>();
        await floor.StartAsync();
        return floor;
    }

    private static async Task<ChatId> TalkAsync(FloorHost floor, string text, string customer = "ana")
    {
        await floor.Agents.SignInAsync("mina");
        await floor.Agents.SetAvailableAsync("mina");
        var start = new StartChat { Queue = "cards", Customer = customer, Name = text };
        var chat = (await floor.Chats.StartAsync(start)).ValueOrThrow().Id;
        var offer = (await floor.Agents.OffersAsync("mina")).ValueOrThrow().Single();
        await floor.Agents.AcceptAsync("mina", offer.Offer);
        (await floor.Chats.SayAsync(chat, Actor.Customer(customer), text)).ValueOrThrow();
        (await floor.Chats.EndAsync(chat, Actor.Agent("mina"))).ValueOrThrow();
        (await floor.Chats.WrapUpAsync(chat, "mina", ["done"])).ValueOrThrow();
        return chat;
    }

    private sealed class Broken : IPersonalDataProtector
    {
        internal bool IsBroken { get; set; }

        public ValueTask<ReadOnlyMemory<byte>> ProtectAsync(
            FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            IsBroken ? throw new TimeoutException("The key service gives no answer.") : new(content);

        public ValueTask<ReadOnlyMemory<byte>?> UnprotectAsync(
            FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            new(content);

        public ValueTask DestroyKeyAsync(FloorId floor, long chat, CancellationToken cancellationToken) => default;
    }
}
