using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Sqlite;
using ContactCenter.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>
/// A floor with all that is around it in a process, worked by a seed in virtual time: its journal fails, loses answers,
/// is torn and is taken over by another owner, the process dies and begins anew, clocks are set, the configuration
/// changes, commands come late and twice, and those who read its feeds are slow, go away and throw.
/// </summary>
internal sealed partial class HostedRun : IAsyncDisposable
{
    private static readonly FloorId Floor = "floor";
    private static readonly AgentId[] Agents = ["mina", "noor"];

    private readonly ulong _seed;
    private readonly Draw _draw;
    private readonly IJournal _kept;
    private readonly IPersonalDataProtector? _keys;
    private readonly HostedSwarm _swarm;
    private readonly Witness _witness;
    private readonly FaultyJournal _journal;
    private readonly ManualTimeProvider _time = new();
    private readonly MistakenTime _machine;
    private readonly List<HostedChat> _chats = [];
    private readonly List<Said> _said = [];
    private readonly List<Late> _late = [];
    private FloorHost _host;
    private DateTimeOffset _lastSeen = ManualTimeProvider.DefaultStart;
    private int _words;
    private int _step;

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
        _swarm = new HostedSwarm(_draw);
        _kept = kept ?? new InMemoryJournal();
        _kept = keys is null ? _kept : new ProtectedJournal(_kept, keys);
        _machine = new MistakenTime(_time, mistake);
        _witness = new Witness(new MistakenJournal(_kept, mistake), _time);
        _journal = new FaultyJournal(_witness);
        _log = new CommittedLog(Floor, Cast, Require);
        _viewers = [.. Cast.Select((who, number) => new Viewer(
            who, _draw.Of(Habits), new Draw(seed + ((ulong)number << 32)), _log, _keeping, mistake, Require))];
        _downstream = kept is SqliteJournal file
            ? new Downstream(file, Floor, _log, new Draw(~seed), mistake, Require)
            : null;
        _host = Begin();
    }

    internal int Restarts { get; private set; }

    internal int Erased => _chats.Count(chat => chat.IsErased);

    internal int Acknowledged => _said.Count;

    internal int Fenced => _witness.Fenced;

    internal int OwnersAtOnce { get; private set; }

    internal int ClockSetAtOffers { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Lives so many steps.</summary>
    /// <returns>A hash of all that came of it: the same seed, the same hash.</returns>
    internal async Task<string> RunAsync(int steps)
    {
        await RiseAsync();
        for (; _step < steps; _step++)
        {
            await TakeAsync(_swarm.Next(_draw));
            await LookAroundAsync();
        }

        await DieAsync();
        await LookAroundAsync();
        await _host.StopAsync();
        await ReadFeedsToTheEndAsync(hasFailed: false);
        if (_downstream is not null)
        {
            await _downstream.EndAsync(_log.Head);
        }

        return Convert.ToHexString(_hash.GetHashAndReset());
    }

    private Task TakeAsync(HostedActivity activity) => activity switch
    {
        HostedActivity.BeginChat => BeginChatAsync(),
        HostedActivity.Say => SayAsync(),
        HostedActivity.SayAgain => SayAgainAsync(),
        HostedActivity.ComeLate => ComeLateAsync(),
        HostedActivity.Work => WorkAsync(),
        HostedActivity.End => EndAsync(),
        HostedActivity.Erase => EraseAsync(),
        HostedActivity.Wait => PassAsync(TimeSpan.FromSeconds(_draw.Between(1, 90))),
        HostedActivity.SetClock => SetClock(),
        HostedActivity.Configure => ConfigureAsync(),
        HostedActivity.GoWrong => GoWrong(),
        HostedActivity.TakeOver => TakeOverAsync(),
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

        var late = new Late(chat, $"{++_words}: thank you", NewId());
        if (_draw.Percent(_swarm.LatePercent))
        {
            _late.Add(late);
        }
        else
        {
            await SayAsync(late);
        }
    }

    /// <summary>What somebody has sent a while ago arrives after what was sent later.</summary>
    private async Task ComeLateAsync()
    {
        if (_late.Count > 0)
        {
            var late = _draw.From(_late);
            _late.Remove(late);
            await SayAsync(late);
        }
    }

    private async Task SayAsync(Late late)
    {
        var (chat, text, id) = late;
        var by = Actor.Customer(chat.Customer);
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
        var began = _witness.WhenErasing();
        var erasing = _host.History.EraseAsync(customer, Actor.Host, "asked for").AsTask();
        await Task.WhenAny(erasing, began);
        for (var look = 0; look < 10 && await IsErasingAsync(); look++)
        {
            await PassAsync(TimeSpan.FromMinutes(1));
        }

        // Whoever asked is answered once nothing is left to do; of a floor that has stopped nobody knows.
        var isKnown = _host.IsRunning && !await IsErasingAsync();
        var isErased = isKnown && await erasing is { IsAccepted: true };
        foreach (var chat in _chats.Where(chat => chat.Customer == customer && chat.HasEnded))
        {
            chat.IsErased |= isErased;
            chat.IsInDoubt |= !isKnown;
        }
    }

    private async Task<bool> IsErasingAsync()
    {
        await SettleAsync();
        return _host.IsRunning
            && _host.RunOrThrow().Follower.Read(floor => floor.Effects.Values.OfType<Erasure>().Any());
    }

    /// <summary>
    /// Time passes from one timer to the next, and what each sets off is done before the next. Nothing is asked of the
    /// floor meanwhile: whoever asks wakes it, and then it would be no timer that did.
    /// </summary>
    private async Task PassAsync(TimeSpan time)
    {
        while (time > TimeSpan.Zero)
        {
            var step = _time.NextTimerIn is { } next && next < time ? next : time;
            _time.Advance(step);
            time -= step;
            if (_host.Run is { Work.IsDone: false })
            {
                await SettleAsync();
            }
        }
    }

    /// <summary>Waits until everything that was set off is done; it may be what stops the floor.</summary>
    private async Task SettleAsync()
    {
        if (_host.IsRunning)
        {
            await Task.WhenAny(_host.RunOrThrow().SettleAsync());
        }
    }

    /// <summary>Somebody sets the machine's clock; no time passes.</summary>
    private Task SetClock()
    {
        _time.AdvanceWall(_draw.Of(-86_400, -3_600, -5, 5, 3_600, 86_400) * TimeSpan.FromSeconds(1));
        ClockSet++;
        ClockSetAtOffers += _log.State.Offers.Count > 0 ? 1 : 0;
        return Task.CompletedTask;
    }

    /// <summary>Offers last longer or shorter from now on.</summary>
    private async Task ConfigureAsync()
    {
        var wanted = Configured(_draw.Of(10, 30, 45));
        var outcome = await SurelyAsync(id => _host.Configuration.ApplyAsync(wanted, null, id, default));
        Reconfigured += outcome.IsAccepted ? 1 : 0;
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
        var replaced = _host;
        await SettleAsync();
        await CatchUpAsync();
        foreach (var viewer in _viewers.Where(viewer => viewer.NeedsAnew))
        {
            // What they need is of the floor as it stands now.
            await viewer.LeaveAsync();
        }

        _host = Begin();
        await RiseAsync(replaced);
        OwnersAtOnce += replaced.IsRunning && _host.IsRunning ? 1 : 0;
        if (Open() is { } chat)
        {
            var late = await replaced.Chats.SayAsync(chat.Id, Actor.Customer(chat.Customer), "too late", NewId());
            Require(!late.IsAccepted, "S35", $"an owner that was replaced acknowledges 'too late' in {chat.Id}");
        }

        var hasFailed = !replaced.IsRunning;
        await replaced.DisposeAsync();
        await ReadFeedsToTheEndAsync(hasFailed);
    }

    /// <summary>The process is gone, and another begins with what the journal has.</summary>
    private async Task DieAsync()
    {
        await SettleAsync();
        var hasFailed = !_host.IsRunning;
        await _host.DisposeAsync();
        await ReadFeedsToTheEndAsync(hasFailed);
        _host = Begin();
        await RiseAsync();
    }

    /// <summary>S36: the floor comes up as its log says, whoever wrote that.</summary>
    /// <param name="replaced">Another owner, whose readers are still there.</param>
    private async Task RiseAsync(FloorHost? replaced = null)
    {
        if (replaced is null && !_host.IsRunning)
        {
            await ReadFeedsToTheEndAsync(hasFailed: true);
        }

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
        await SettleAsync();
        await CatchUpAsync();
        if (_host.IsRunning)
        {
            var stands = _host.RunOrThrow().Follower.Read(SnapshotCodec.Write);
            Require(
                stands.AsSpan().SequenceEqual(SnapshotCodec.Write(_log.State)),
                "S36",
                $"the floor that comes back is not what its log says");
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
        _log.Head == 0 ? Configured(offerSeconds: 30) : _log.State.Configuration,
        new FloorRuntime
        {
            Journal = _journal,
            Protector = _keys,
            Redaction = new RedactionPipeline(),
            Time = _machine,
            Logger = NullLogger.Instance,
            Limits = new FloorLimits
            {
                SnapshotEvery = 40,
                FeedBuffer = _keeping.Buffer,
                FeedHistory = _keeping.History,
                OwnershipTrust = TimeSpan.FromSeconds(20),
            },
        });

    private static FloorConfiguration Configured(int offerSeconds) =>
        Configuration([Queue("chat", offerSeconds: offerSeconds)], Agent("mina", 2), Agent("noor"));

    /// <summary>Callers go by what the floor has told them of its time.</summary>
    private CommandId NewId()
    {
        _lastSeen = _host.IsRunning ? _host.RunOrThrow().Clock.Now : _lastSeen;
        return _draw.CommandId(_lastSeen);
    }

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

    /// <summary>What somebody says, which may arrive later than what they say after it.</summary>
    private sealed record Late(HostedChat Chat, string Text, CommandId Id);

    private sealed record Said(ChatId Chat, Actor By, string Text, CommandId Id, int Sequence);
}
