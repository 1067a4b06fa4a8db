using System.Globalization;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>A floor that writes a log as fast as it can: no callers, no waiting, the same commits.</summary>
internal sealed class WritingFloor
{
    private const int Group = 256;
    private const int Lines = 20;

    private readonly Body _body;
    private readonly Floor _floor = new(Id);
    private readonly List<Batch> _batches = [];
    private readonly IJournal _journal;
    private readonly JournalAppender _appender;
    private readonly long _epoch;
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddYears(56);
    private long _customers;

    private WritingFloor(IJournal journal, JournalHead head)
    {
        (_journal, _epoch) = (journal, head.Epoch);
        _appender = new JournalAppender(Id, journal, head, LogChain.Begin(Id));
        var text = new RedactionPipeline().Redact("Hello, I would like to change the delivery address, please.").Text;
        _body = new Body(text, 7);
    }

    internal static FloorId Id { get; } = "floor";

    internal long Events { get; private set; }

    internal static async Task<WritingFloor> BeginAsync(IJournal journal)
    {
        var writing = new WritingFloor(journal, await journal.OpenAsync(Id, default));
        await writing.DoAsync(new Configure(
            Actor.Host, FloorBlueprint.Of(new FloorOptions().AddQueue("cards")), "1"));
        return writing;
    }

    /// <summary>A contact that waits.</summary>
    internal async Task<(Actor Customer, long Chat)> StartAsync()
    {
        CustomerId customer = string.Create(CultureInfo.InvariantCulture, $"customer-{++_customers}");
        var who = Actor.Customer(customer);
        await DoAsync(new StartContact(
            who, customer, "cards", RedactedText.Empty, RedactedText.Empty, WithBot: false));
        return (who, _floor.Last.Chat);
    }

    /// <summary>A contact that begins, says something and leaves.</summary>
    internal async Task TalkAsync()
    {
        var (customer, chat) = await StartAsync();
        for (var line = 0; line < Lines; line++)
        {
            await DoAsync(new PostMessage(customer, chat, _body));
        }

        await DoAsync(new EndChat(customer, chat));
    }

    internal async Task FlushAsync()
    {
        if (_batches.Count > 0)
        {
            await _appender.AppendAsync(_batches);
            _batches.Clear();
        }
    }

    /// <returns>How long the snapshot is.</returns>
    internal async Task<long> SnapshotAsync()
    {
        var last = _batches.Count > 0 ? _batches[^1] : null;
        await FlushAsync();
        var snapshot = KeptSnapshot.Of(_floor, last?.Link ?? LogChain.Begin(Id));
        await _journal.WriteSnapshotAsync(Id, _epoch, snapshot, default);
        return snapshot.Content.Length;
    }

    private async Task DoAsync(Command command)
    {
        _now = _now.AddMilliseconds(1);
        var envelope = new Envelope(command, CommandId.New(_now), Fingerprint.Of(command));
        var decision = _floor.Handle(envelope, _now);
        var batch = decision.Batch ?? throw new InvalidOperationException($"{decision.Rejection}");
        _batches.Add(batch);
        Events += batch.Events.Count;
        if (_batches.Count == Group)
        {
            await FlushAsync();
        }
    }
}
