using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>
/// A floor with all that is around it in a process, worked by a seed in virtual time: its journal fails, loses answers,
/// is torn and is taken over by another owner, and the process dies and begins anew.
/// </summary>
internal sealed class HostedRun : IAsyncDisposable
{
    private static readonly FloorId Floor = "floor";
    private static readonly AgentId[] Agents = ["mina", "noor"];

    private readonly ulong _seed;
    private readonly Draw _draw;
    private readonly IJournal _kept;
    private readonly IPersonalDataProtector? _keys;
    private readonly FaultyJournal _journal;
    private readonly ManualTimeProvider _time = new();
    private readonly List<HostedChat> _chats = [];
    private readonly List<Said> _said = [];
    private FloorHost _host;
    private int _words;

    // What is being said, of which nobody knows yet whether it was.
    private string? _asked;

    /// <param name="seed">What everything that happens follows from.</param>
    /// <param name="kept">Where everything is kept; null for memory.</param>
    /// <param name="keys">What contacts are enciphered with; null for nothing.</param>
    /// <param name="mistake">What is wrong on purpose.</param>
    internal HostedRun(
        ulong seed,
        IJournal? kept = null,
        IPersonalDataProtector? keys = null,
        HostedMistake mistake = HostedMistake.None)
    {
        (_seed, _draw, _keys) = (seed, new Draw(seed), keys);
        _kept = kept ?? new InMemoryJournal();
        _kept = keys is null ? _kept : new ProtectedJournal(_kept, keys);
        _journal = new FaultyJournal(new MistakenJournal(_kept, mistake));
        _host = Begin();
    }

    internal int Restarts { get; private set; }

    internal int Erased => _chats.Count(chat => chat.IsErased);

    internal int Acknowledged => _said.Count;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    internal async Task RunAsync(int steps)
    {
        await RiseAsync();
        for (var step = 0; step < steps; step++)
        {
            await TakeAsync(_draw.Below(24));
            if (_host.IsRunning)
            {
                await _host.RunOrThrow().SettleAsync();
            }
            else
            {
                await RiseAsync();
            }
        }

        await DieAsync();
        await CheckAsync();
    }

    private Task TakeAsync(int activity) => activity switch
    {
        < 4 => BeginChatAsync(),
        < 11 => SayAsync(),
        < 13 => SayAgainAsync(),
        < 15 => WorkAsync(),
        < 17 => EndAsync(),
        < 19 => EraseAsync(),
        19 => Wait(),
        < 22 => GoWrong(),
        22 => TakeOverAsync(),
        _ => DieAsync(),
    };

    private async Task BeginChatAsync()
    {
        CustomerId customer = $"customer-{_draw.Below(6)}";
        var start = new StartChat { Queue = "chat", Customer = customer };
        if (await SurelyAsync(id => _host.Chats.StartAsync(start, id)) is { IsAccepted: true } begun)
        {
            Require(_chats.TrueForAll(chat => chat.Id != begun.Value.Id), "S31", $"{begun.Value.Id} has begun twice");
            _chats.Add(new HostedChat(begun.Value.Id, customer));
        }
    }

    private async Task SayAsync()
    {
        if (Open() is not { } chat)
        {
            return;
        }

        var (text, by, id) = ($"{++_words}: thank you", Actor.Customer(chat.Customer), NewId());
        _asked = text;
        if (await SurelyAsync(_ => _host.Chats.SayAsync(chat.Id, by, text, id)) is { IsAccepted: true } said)
        {
            _said.Add(new Said(chat.Id, by, text, id, said.Value.Sequence));
        }

        _asked = null;
    }

    /// <summary>What was acknowledged is said again under its id, as by somebody who has heard no answer.</summary>
    private async Task SayAgainAsync()
    {
        var known = _said.TakeLast(40).ToArray();
        if (known.Length == 0)
        {
            return;
        }

        var said = _draw.From(known);
        var again = await _host.Chats.SayAsync(said.Chat, said.By, said.Text, said.Id);
        Require(
            again.IsUnknown || again.Rejection == Rejections.NotRunning || again.Rejection == Rejections.CommandTooOld
                || (again.IsAccepted && again.Value.Sequence == said.Sequence),
            "S31",
            $"'{said.Text}' was line {said.Sequence} of {said.Chat}, and again it comes to {again}");
    }

    /// <summary>Agents are there, accept, and wrap up.</summary>
    private async Task WorkAsync()
    {
        foreach (var agent in Agents)
        {
            var state = await _host.Agents.StateAsync(agent);
            if (state is { IsAccepted: true, Value.Availability: not Availability.Available })
            {
                await _host.Agents.SignInAsync(agent);
                await _host.Agents.SetAvailableAsync(agent);
            }

            await _host.Agents.AcceptAllAsync(agent);
            var contacts = await _host.Agents.ContactsAsync(agent);
            foreach (var contact in contacts.IsAccepted ? contacts.Value : [])
            {
                if (contact.WrapUp is { Reasons: null })
                {
                    await _host.Chats.WrapUpAsync(contact.Chat, agent, []);
                }
            }
        }
    }

    private async Task EndAsync()
    {
        if (Open() is { } chat
            && await SurelyAsync(id => _host.Chats.EndAsync(chat.Id, Actor.Customer(chat.Customer), id)) is
            {
                IsAccepted: true,
            })
        {
            chat.HasEnded = true;
        }
    }

    private async Task EraseAsync()
    {
        if (_chats.Count == 0)
        {
            return;
        }

        var customer = _draw.From(_chats).Customer;
        var erasing = _host.History.EraseAsync(customer, Actor.Host, "asked for").AsTask();
        for (var look = 0; look < 10 && !erasing.IsCompleted && _host.IsRunning; look++)
        {
            await _host.RunOrThrow().SettleAsync();
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        var isErased = erasing.IsCompletedSuccessfully && await erasing is { IsAccepted: true };
        foreach (var chat in _chats.Where(chat => chat.Customer == customer && chat.HasEnded))
        {
            chat.IsErased |= isErased;
            chat.IsInDoubt |= !erasing.IsCompletedSuccessfully || (await erasing).IsUnknown;
        }
    }

    private Task Wait()
    {
        _time.Advance(TimeSpan.FromSeconds(_draw.Between(1, 90)));
        return Task.CompletedTask;
    }

    private Task GoWrong()
    {
        _journal.Next(_draw.Of(
            JournalFault.FailedBefore, JournalFault.DoneButError, JournalFault.TornTail, JournalFault.Fenced));
        return Task.CompletedTask;
    }

    /// <summary>Another process takes the floor; the one that had it does not know yet, and is asked.</summary>
    private async Task TakeOverAsync()
    {
        var (replaced, before) = (_host, await StandsAsync());
        _host = Begin();
        await RiseAsync(before);
        if (Open() is { } chat)
        {
            var late = await replaced.Chats.SayAsync(chat.Id, Actor.Customer(chat.Customer), "too late", NewId());
            Require(!late.IsAccepted, "S35", $"an owner that was replaced acknowledges 'too late' in {chat.Id}");
        }

        await replaced.DisposeAsync();
    }

    /// <summary>The process is gone, and another begins with what the journal has.</summary>
    private async Task DieAsync()
    {
        var before = await StandsAsync();
        await _host.DisposeAsync();
        _host = Begin();
        await RiseAsync(before);
    }

    /// <summary>S36: what comes back is what was there; null where it had stopped in the midst of something.</summary>
    private async Task<byte[]?> StandsAsync()
    {
        if (!_host.IsRunning)
        {
            return null;
        }

        await _host.RunOrThrow().SettleAsync();
        return _host.IsRunning ? _host.RunOrThrow().Follower.Read(SnapshotCodec.Write) : null;
    }

    private async Task RiseAsync(byte[]? before = null)
    {
        for (var attempt = 0; !_host.IsRunning; attempt++)
        {
            Require(attempt < 20, "L4", $"the floor does not come up");
            _journal.CutTornTail(Floor);
            try
            {
                await _host.StartAsync();
            }
            catch (Exception exception) when (exception is JournalFaultException or FloorStoppedException)
            {
                // A fault was still to come, and has come now.
            }
            catch (JournalFormatException exception)
            {
                throw Failed($"S39: the floor does not start from what is left of its journal: {exception.Message}");
            }
        }

        Restarts++;
        if (before is not null && Restarts > 1)
        {
            var after = _host.RunOrThrow().Follower.Read(SnapshotCodec.Write);
            Require(after.AsSpan().SequenceEqual(before), "S36", $"the floor that comes back is another one");
        }

        await CheckAsync();
    }

    /// <summary>Asks under one id until it is known what became of it.</summary>
    private async Task<Outcome<T>> SurelyAsync<T>(Func<CommandId, ValueTask<Outcome<T>>> ask)
    {
        var id = NewId();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var outcome = await ask(id);
            if (!outcome.IsUnknown && outcome.Rejection != Rejections.NotRunning)
            {
                return outcome;
            }

            await RiseAsync();
        }

        throw Failed("L4: nobody can say what became of a command");
    }

    /// <summary>
    /// S33, S31: in the journal is every message that was acknowledged, once and in order, and nothing else; S30: of
    /// what was erased nothing is left.
    /// </summary>
    private async Task CheckAsync()
    {
        foreach (var chat in _chats)
        {
            var bodies = await _kept.ReadBodiesAsync(
                Floor, BodyShelf.Conversation, chat.Id.Number, 0, 10_000, CancellationToken.None);
            if (chat.IsErased)
            {
                Require(bodies.Count == 0, "S30", $"{chat.Id} was erased, and {bodies.Count} lines of it are there");
            }
            else if (!chat.IsInDoubt)
            {
                var there = bodies.Select(body => BatchCodec.ReadLine(body))
                    .Where(line => line.Kind == LineKind.Message)
                    .Select(line => (line.Sequence, line.Text)).ToArray();
                var said = _said.Where(one => one.Chat == chat.Id).Select(one => (one.Sequence, one.Text)).ToArray();
                Require(
                    !said.Except(there).Any(),
                    "S33",
                    $"of {chat.Id} was acknowledged, and is gone: {string.Join(", ", said.Except(there))}");
                var known = there is [.., var last] && last.Text == _asked ? there[..^1] : there;
                Require(known.SequenceEqual(said), "S31", $"{chat.Id} has [{string.Join(", ", there)}]");
            }
        }
    }

    private HostedChat? Open()
    {
        HostedChat[] open = [.. _chats.Where(chat => !chat.HasEnded)];
        return open.Length == 0 ? null : _draw.From(open);
    }

    private FloorHost Begin() => new(
        Floor,
        Configuration([Queue("chat")], Agent("mina", 2), Agent("noor")),
        new FloorRuntime
        {
            Journal = _journal,
            Protector = _keys,
            Redaction = new RedactionPipeline(),
            Time = _time,
            Logger = NullLogger.Instance,
            Limits = new FloorLimits { SnapshotEvery = 40 },
        });

    private CommandId NewId() => _draw.CommandId(_time.GetUtcNow());

    private void Require(bool holds, string invariant, FormattableString what)
    {
        if (!holds)
        {
            throw Failed(FormattableString.Invariant($"{invariant}: ") + FormattableString.Invariant(what));
        }
    }

    private SimulationFailedException Failed(string what) => new(_seed, _said.Count, what);

    private sealed record HostedChat(ChatId Id, CustomerId Customer)
    {
        internal bool HasEnded { get; set; }

        internal bool IsErased { get; set; }

        /// <summary>It is being erased, and nobody was told how far that is.</summary>
        internal bool IsInDoubt { get; set; }
    }

    private sealed record Said(ChatId Chat, Actor By, string Text, CommandId Id, int Sequence);
}
