using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>Callers who try again, a journal that fails, a process that dies; and the quiet after it all.</summary>
internal sealed partial class SimulationRun
{
    private const int SentKept = 300;

    // Offered, in hand, wrapped up; and the same of those who come next, and next.
    private const int RoundsOfWork = 9;

    private readonly Sent[] _sent = new Sent[SentKept];
    private int _remembered;

    /// <summary>
    /// Asks the floor, as a caller would through the shell: with an id, and again if the answer is not known.
    /// </summary>
    private void Ask(Command command, DateTimeOffset stamp)
    {
        var id = IsCalled(command) && _draw.Percent(_swarm.IdPercent) ? NewId(stamp) : default;
        var fate = NextFate();
        Do(new SimulatedStep.Ask(command, stamp, id, fate, !_draw.Percent(_swarm.LeftoverWaitsPercent)));
    }

    private AppendFate NextFate() => _draw.Percent(_swarm.AppendFaultPercent)
        ? _draw.Of(AppendFate.WrittenButError, AppendFate.Lost)
        : AppendFate.Written;

    private Decision Ask(Command command, DateTimeOffset stamp, CommandId id, AppendFate fate, bool drains)
    {
        _sightings.Saw(Floor.Leftover && IsCalled(command), "somebody asked while offers were left over");
        var decision = Handle(command, stamp, id, fate);
        if (decision.Batch is { } batch && fate != AppendFate.Written)
        {
            decision = AskAgain(command, stamp, id, fate, decision, batch);
        }

        if (!id.IsNone)
        {
            _sent[_remembered++ % SentKept] =
                new Sent(command, id, decision.Reply, HadEffect: decision.Batch is not null);
        }

        if (drains)
        {
            Drain();
        }

        return decision;
    }

    /// <summary>
    /// The caller was told nothing. Written: a retry finds the answer. Not written: it has the effect now.
    /// </summary>
    private Decision AskAgain(
        Command command, DateTimeOffset stamp, CommandId id, AppendFate fate, Decision first, Batch batch)
    {
        if (fate == AppendFate.Lost)
        {
            var again = Handle(command, stamp, id, AppendFate.Written);
            _sightings.Saw("an append was lost and made again");
            Require(
                again.Rejection is null && again.Batch is not null && again.Reply == first.Reply
                    && again.Batch.Sequence == batch.Sequence && EventText.Same(again.Batch.Events, batch.Events),
                "S36",
                $"{command} was lost, and the second time it came to something else");
            return again;
        }

        if (!id.IsNone)
        {
            var again = Handle(command, stamp, id, AppendFate.Written);
            _sightings.Saw("an append was written, reported as failed, and tried again");
            Require(
                again.Rejection is null && again.Batch is null && again.Reply == first.Reply,
                "S31",
                $"{command} was written, and the retry came to {again.Rejection} {again.Reply}");
        }

        return first;
    }

    private Decision Handle(Command command, DateTimeOffset stamp, CommandId id, AppendFate fate)
    {
        var permitted = Authority.Permits(command, Floor);
        var decision = _observed.Handle(command, stamp, id, fate);
        _trace.Note(stamp, command, id, decision, _observed.Written, fate);
        Require(permitted || decision.Batch is null, "S52", $"{command.By} may not ask {command}, and it happened");
        if (fate != AppendFate.Lost)
        {
            _sightings.Look(command, decision);
            CheckReply(command, decision);
            if (decision.Batch is { } batch)
            {
                _workload.Saw(batch);
            }
        }

        End(decision);
        return decision;
    }

    /// <summary>S27: the answer names what the command has made.</summary>
    private void CheckReply(Command command, in Decision decision)
    {
        if (decision.Batch is not { } batch)
        {
            return;
        }

        var reply = command switch
        {
            StartContact => new Reply(Floor.Last.Chat, 0),
            SendFiles c => new Reply(
                batch.Events.OfType<FileSent>().First().File,
                batch.Events.OfType<MessagePosted>().FirstOrDefault()?.Sequence ?? 0),
            PostMessage c => new Reply(c.Chat, batch.Events.OfType<MessagePosted>().Single().Sequence),
            WriteNote c => new Reply(c.Chat, batch.Events.OfType<AsidePosted>().Single().Sequence),
            Whisper c => new Reply(c.Chat, batch.Events.OfType<AsidePosted>().Single().Sequence),
            OpenSession => new Reply(Floor.Last.Session, 0),
            PickContact c => new Reply(c.Chat, 0),
            AcceptOffer => new Reply(batch.Lines is [var line, ..] ? line.Chat : decision.Reply.Number, 0),
            _ => decision.Reply,
        };
        Require(decision.Reply == reply, "S27", $"{command} is answered with {decision.Reply} instead of {reply}");
        if (command is Configure)
        {
            var cut = Floor.Agents.Values.Any(agent => agent.Load.Chat > agent.Media.Chat);
            _sightings.Saw(cut, "capacity was cut below the load");
        }
    }

    /// <summary>Makes what is left over of the offers; each batch must make some.</summary>
    private void Drain()
    {
        for (var batches = 0; Floor.Leftover; batches++)
        {
            Require(batches < MostBatches, "S11", $"something is left over however often it is gone on with");
            var decision = Handle(new ContinueOffering(), _now, default, AppendFate.Written);
            Require(decision.Batch is not null, "S11", $"something is left over, and going on with it makes no offer");
        }
    }

    /// <summary>A command comes once more, or its id comes with something else in it.</summary>
    private void Resend()
    {
        if (_remembered == 0)
        {
            return;
        }

        var sent = _sent[_draw.Below(Math.Min(_remembered, SentKept))];
        var other = _draw.Percent(30) ? _workload.Next(Activity.Start, Floor) : null;
        var isOther = other is not null && Fingerprint.Of(other) != Fingerprint.Of(sent.Command);
        Do(new SimulatedStep.Again(sent.Id, isOther ? other : null));
    }

    private void Resend(CommandId id, Command? other)
    {
        var place = Array.FindIndex(_sent, one => one?.Id == id);
        if (place < 0)
        {
            return;
        }

        ref var sent = ref _sent[place];
        var known = Floor.Window.TryFind(id, out _);
        if (other is not null)
        {
            var decision = Handle(other, _now, id, AppendFate.Written);
            Require(
                !known || decision.Rejection == Rejections.CommandIdConflict,
                "S31",
                $"{other} came under the id of {sent.Command} and is not refused");
            Require(!sent.HadEffect || decision.Batch is null, "S31", $"{id} had a second effect: {other}");
            sent = known ? sent : sent.Again(other, decision);
        }
        else
        {
            var decision = Handle(sent.Command, _now, id, AppendFate.Written);
            Require(
                !known || (decision.Rejection is null && decision.Reply == sent.Reply && decision.Batch is null),
                "S31",
                $"{sent.Command} came again and is answered with {decision.Rejection} {decision.Reply}");
            Require(!sent.HadEffect || decision.Batch is null, "S31", $"{id} had a second effect: {sent.Command}");
            _sightings.Saw(known, "a retry got its first answer");
            sent = sent.Again(sent.Command, decision);
        }

        Drain();
    }

    private void Crash()
    {
        _sightings.Saw(Floor.Offers.Count > 0, "a crash with an open offer");
        _sightings.Saw(Floor.Effects.Count > 0, "a crash while the bot was asked");
        _sightings.Saw(Floor.Leftover, "a crash with offers left over");
        _trace.Note(_now, "The process dies, and another goes on from its journal.");
        _observed.Restart();
        End();
    }

    /// <summary>Nobody is there when alarms fall due; they run in due order once somebody is.</summary>
    private void Outage()
    {
        Do(new SimulatedStep.Crash());
        Do(new SimulatedStep.Outage(_now + TimeSpan.FromSeconds(_draw.Between(1, 60))));
        var overdue = 0;
        for (; Floor.Due(_now) is not null; overdue++)
        {
            RunAlarm(_now);
        }

        _sightings.Saw(overdue > 1, "alarms were overdue after an outage");
    }

    /// <summary>
    /// Faults have stopped and everybody comes to work: who is offered something accepts it, who has something ends it,
    /// and whoever waits comes next as somebody is free.
    /// </summary>
    private void Serve()
    {
        foreach (var agent in Floor.Agents.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).ToArray())
        {
            if (Floor.Agents[agent].Availability == Availability.SignedOut)
            {
                Handle(new SignInAgent(Actor.Agent(agent), agent), _now, default, AppendFate.Written);
            }

            if (Floor.Agents[agent].Availability != Availability.Available)
            {
                Handle(new MakeAvailable(Actor.Agent(agent), agent), _now, default, AppendFate.Written);
            }

            Drain();
        }

        for (var round = 0; round < RoundsOfWork; round++)
        {
            foreach (var chat in Floor.Chats.Keys.Order().ToArray())
            {
                if (Floor.Chats.TryGetValue(chat, out var open) && open is { Parts.Count: > 0 })
                {
                    Handle(Finish(open), _now, default, AppendFate.Written);
                    Drain();
                }
            }
        }

        var stranded = Invariants.Stranded(Floor).Select(one => $"{one.Chat.Number} ({one.Agent.Id})").ToArray();
        Require(
            stranded.Length == 0, "L2", $"while somebody is free chats are stranded: {string.Join(", ", stranded)}");
    }

    /// <summary>
    /// Once faults stop and everybody does their work, nobody waits whom somebody could serve, and nothing is left.
    /// </summary>
    private void Settle()
    {
        Drain();
        Require(_observed.Differing());
        Serve();
        for (var round = 0; Floor.Chats.Count > 0; round++)
        {
            Require(round < 50, "L2", $"{Floor.Chats.Count} chats are stranded");
            foreach (var chat in Floor.Chats.Keys.Order().ToArray())
            {
                if (Floor.Chats.TryGetValue(chat, out var open))
                {
                    Handle(Finish(open), _now, default, AppendFate.Written);
                }
            }

            Drain();
        }

        Await(_now + TimeSpan.FromDays(1));
        foreach (var effect in Floor.Effects.Values.OrderBy(effect => effect.Number).ToArray())
        {
            Command answer = effect switch
            {
                Erasure => new EraseContacts(effect.Number, [], 0, IsLast: true),
                RescanUnderWay rescan => new RescanLines(effect.Number, rescan.UpTo, [], 0, 0),
                _ => new SettleFile(effect.Number, Name: null),
            };
            Handle(answer, _now, default, AppendFate.Written);
        }

        var idle = Floor is { Offers.Count: 0, Effects.Count: 0 }
            && Floor.Alarms.NextDueAt == Min(Floor.PurgeAt, Floor.HoursDueAt);
        Require(idle, "L1", $"an empty floor has work to do");
    }

    private static DateTimeOffset? Min(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;

    private Command Finish(ChatSession chat) => chat.State switch
    {
        ChatState.Offered when Floor.Offers[chat.Offered!.Offer].State == OfferState.Open =>
            new AcceptOffer(Actor.Agent(chat.Offered.Agent), chat.Offered.Offer),
        ChatState.Active or ChatState.ConferenceRequested or ChatState.Conference or ChatState.Transferring =>
            new EndChat(Actor.Agent(chat.Owner!.Agent), chat.Number),
        ChatState.Ended => new CompleteWrapUp(
            Actor.Agent(chat.Parts[0].Agent), chat.Number, [.. Reasons(chat.Parts[0].Agent).Take(1)]),
        _ => new EndChat(Actor.Customer(chat.Customer), chat.Number),
    };

    private IEnumerable<string> Reasons(AgentId agent) => Floor.Configuration.WrapUp
        .Exposed(Floor.Agents[agent].Profile.WrapUpReasons).Select(reason => reason.Code);

    /// <summary>A UUID of version 7, made just now by the caller's clock, which is wrong now and then.</summary>
    private CommandId NewId(DateTimeOffset at)
    {
        var wrongBy = TimeSpan.FromSeconds(Floor.Head > 0 && _draw.Percent(10) ? _draw.Between(-60, 75) : 0);
        return _draw.CommandId(at + wrongBy);
    }

    private static bool IsCalled(Command command) => command.By.Kind is not (ActorKind.System or ActorKind.Bot)
        && command is not (AnswerForBot or GiveUpOnBot);

    /// <summary>What a caller remembers of a command.</summary>
    private sealed record Sent(Command Command, CommandId Id, Reply Reply, bool HadEffect)
    {
        internal Sent Again(Command command, in Decision decision) =>
            new(command, Id, decision.Reply, HadEffect || decision.Batch is not null);
    }
}
