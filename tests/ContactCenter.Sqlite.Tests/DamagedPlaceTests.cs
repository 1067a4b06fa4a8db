using System.Text;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite.Tests;

/// <summary>
/// Where bodies are is told by rows with a checksum, and by the bodies themselves: whatever becomes of the rows, every
/// body is found, and what is to be erased goes.
/// </summary>
public sealed class DamagedPlaceTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly SqliteJournal _journal;
    private readonly Connection _other;
    private readonly Dictionary<(BodyShelf, long), List<long>> _there = [];
    private long _sequence;

    public DamagedPlaceTests()
    {
        _journal = _file.Open();
        _other = new Connection(_file.Path, TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        _other.Dispose();
        _journal.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task Any_bit_of_a_lot_may_be_wrong()
    {
        await SayAsync(9);
        await AllAreThereAsync();
        foreach (var (lot, before) in Lots())
        {
            for (var bit = 0; bit < before.Places.Length * 8; bit++)
            {
                var places = (byte[])before.Places.Clone();
                places[bit / 8] ^= (byte)(1 << (bit % 8));
                Write(lot, before.UpTo, places);
                await AllAreThereAsync();
            }

            for (var bit = 0; bit < 63; bit++)
            {
                Write(lot, before.UpTo ^ (1L << bit), before.Places);
                await AllAreThereAsync();
            }

            Write(lot, before.UpTo, before.Places);
        }
    }

    [Fact]
    public async Task Any_bit_of_what_lots_became_may_be_wrong()
    {
        await SayAsync(Places.Lot * Places.MaxLots);
        var before = _other[Sql.ReadPlaces].Bind(1, 1).Bind(2, 1).Bind(3, 0).Bind(4, -1);
        Assert.True(before.Step());
        var places = before.Bytes(2).ToArray();
        before.Reset();
        for (var bit = 0; bit < places.Length * 8; bit += 997)
        {
            places[bit / 8] ^= (byte)(1 << (bit % 8));
            _other["UPDATE place SET places = ?1 WHERE chat = 1 AND shelf = 0"].Bind(1, places).Run();
            var found = await _journal.ReadBodiesAsync("floor", default, 1, -1, int.MaxValue, default);
            Assert.Equal(_there[(default, 1)], found.Select(body => body.Sequence));
            places[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task What_is_to_be_erased_or_to_be_written_is_whatever_is_wrong_with_the_lots()
    {
        var random = new Random(5);
        await SayAsync(9);
        for (var round = 0; round < 40; round++)
        {
            await SayAsync(1, "Nunez-Kowalski", chat: 100);
            Assert.True(_file.Holds("Nunez-Kowalski"));
            var (lot, before) = Lots()[random.Next(Lots().Count)];
            before.Places[random.Next(before.Places.Length)] ^= (byte)(1 << random.Next(8));
            Write(lot, before.UpTo, before.Places);

            await AppendAsync([], [100]);
            _there.Remove((default, 100));

            Assert.False(_file.Holds("Nunez-Kowalski"));
            await AllAreThereAsync();
        }
    }

    /// <summary>All that is said has a place.</summary>
    private async Task SayAsync(int bodies, string text = "hello", long? chat = null)
    {
        var said = new List<JournalBody>();
        for (var body = 0; body < bodies; body++)
        {
            var (of, shelf) = (chat ?? (body % 3) + 1, chat is null && body % 2 == 1 ? BodyShelf.Asides : default);
            var there = _there.TryGetValue((shelf, of), out var known) ? known : _there[(shelf, of)] = [];
            there.Add(there.Count);
            said.Add(new JournalBody(shelf, of, there.Count - 1, Encoding.UTF8.GetBytes(text)));
        }

        await _journal.OpenAsync("floor", default);
        await AppendAsync(said, []);
        await _journal.OpenAsync("floor", default);
    }

    private async Task AppendAsync(IReadOnlyList<JournalBody> bodies, IReadOnlyList<long> erased)
    {
        var head = await _journal.ReadHeadAsync("floor", default);
        JournalRecord[] records = [new(++_sequence, default, new byte[20])];
        Assert.True(await _journal.AppendAsync("floor", new(head, records, bodies, [], erased), default));
    }

    private async Task AllAreThereAsync()
    {
        foreach (var ((shelf, chat), there) in _there)
        {
            var found = await _journal.ReadBodiesAsync("floor", shelf, chat, -1, 100, default);
            Assert.Equal(there, found.Select(body => body.Sequence));
        }
    }

    private List<(long Lot, (long UpTo, byte[] Places) Row)> Lots()
    {
        var (lots, rows) = (new List<(long, (long, byte[]))>(), _other[Sql.ReadLots]);
        while (rows.Step())
        {
            lots.Add((rows.Number(0), (rows.Number(1), rows.Bytes(2).ToArray())));
        }

        return lots;
    }

    private void Write(long lot, long upTo, byte[] places) =>
        _other["UPDATE lot SET up_to = ?2, places = ?3 WHERE number = ?1"]
            .Bind(1, lot).Bind(2, upTo).Bind(3, places).Run();
}
