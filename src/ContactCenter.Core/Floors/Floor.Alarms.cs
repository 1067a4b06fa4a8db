using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>What falls due, and what each alarm asks. Every due instant is in the state; the alarms index it.</summary>
internal sealed partial class Floor
{
    /// <summary>What the alarm that is due at <paramref name="now"/> asks; null when none is.</summary>
    internal Command? Due(DateTimeOffset now) => Alarms.Next(now) is { } alarm
        ? alarm.Kind switch
        {
            AlarmKind.Offer => _offers[alarm.Subject].State == OfferState.Connecting
                ? new PresentOffer(Actor.System, alarm.Subject)
                : new MissOffer(alarm.Subject),
            AlarmKind.OfferWarning => new WarnOfOffer(alarm.Subject),
            AlarmKind.WrapUp => new AutoCompleteWrapUp(alarm.Chat, alarm.Subject),
            AlarmKind.Bot => new GiveUpOnBot(alarm.Subject),
            AlarmKind.Grace => new GiveUpOnPresence(alarm.Who),
            AlarmKind.File => new GiveUpOnFile(alarm.Subject),
            AlarmKind.Purge => new PurgeHistory(),
            AlarmKind.Hours => new MindHours(_doors.Next!.Value.Queue),
            AlarmKind.NoAgents => new FollowNoAgentRule(_watches.Next!.Value.Queue),
            AlarmKind.Silence => new MindSilence(alarm.Subject),
            AlarmKind.Age => new AgeContact(alarm.Subject),
            AlarmKind.Appointment => new ComeDue(alarm.Subject),
            AlarmKind.CoolOff => new EndCoolOff(alarm.Who.Id),
            AlarmKind.Pace => new EasePace(alarm.Who.Id),
            AlarmKind.Widening => new WidenOffers(alarm.Subject),
            AlarmKind.Wait => new FollowWaitRule(alarm.Subject),
            AlarmKind.Inactivity => new SignOutInactive(alarm.Who.Id),
            _ => throw new InvalidOperationException($"No command for {alarm.Kind}."),
        }
        : null;

    /// <summary>
    /// One alarm is enough for all queues: it moves on by itself, and is only set anew for something earlier.
    /// </summary>
    private void SetIfSooner(AlarmKind kind, DateTimeOffset? next, DateTimeOffset? before)
    {
        if (next is { } dueAt && !(before <= dueAt))
        {
            Alarms.Set(new Alarm(dueAt, kind, 0));
        }
    }

    /// <summary>When an agent is signed out for doing nothing; null while they have work.</summary>
    internal DateTimeOffset? InactiveAt(Agent agent) =>
        agent.Availability != Availability.SignedOut
        && agent.Contacts.Count + agent.Offers.Count == 0
        && Configuration.InactivityLimitOf(agent.Profile) is { } limit
            ? agent.ActiveAt + limit
            : null;

    private DateTimeOffset? DueAt(Alarm alarm)
    {
        switch (alarm.Kind)
        {
            case AlarmKind.Offer:
                return _offers.GetValueOrDefault(alarm.Subject)?.DueAt;
            case AlarmKind.OfferWarning:
                return _offers.GetValueOrDefault(alarm.Subject)?.WarnAt;
            case AlarmKind.WrapUp:
                return WrapUpDueAt(alarm.Chat, alarm.Subject);
            case AlarmKind.Bot:
                return (_effects.GetValueOrDefault(alarm.Subject) as BotEffect)?.DueAt;
            case AlarmKind.File:
                return (_effects.GetValueOrDefault(alarm.Subject) as Attachment)?.DueAt;
            case AlarmKind.Purge:
                return PurgeAt;
            case AlarmKind.Hours:
                return HoursDueAt;
            case AlarmKind.NoAgents:
                return NobodyDueAt;
            case AlarmKind.Age:
                return _chats.TryGetValue(alarm.Subject, out var aging) ? AgesAt(aging) : null;
            case AlarmKind.Appointment:
                return _chats.GetValueOrDefault(alarm.Subject)?.ComesDueAt;
            case AlarmKind.Silence:
                return _chats.GetValueOrDefault(alarm.Subject)?.Silence?.DueAt;
            case AlarmKind.Widening:
                return _chats.GetValueOrDefault(alarm.Subject)?.WidenAt;
            case AlarmKind.Wait:
                return WatchedRuleAt(alarm.Subject);
            case AlarmKind.Grace:
                return _presences.GetValueOrDefault(alarm.Who)?.GraceDueAt;
            case AlarmKind.CoolOff:
                return _agents.GetValueOrDefault(alarm.Who.Id)?.CoolsOffAt;
            case AlarmKind.Pace:
                return _agents.GetValueOrDefault(alarm.Who.Id)?.EasesAt;
            default:
                var agent = _agents.GetValueOrDefault(alarm.Who.Id);
                var due = agent is null ? null : InactiveAt(agent);
                if (agent is not null && due is null)
                {
                    agent.IsWatched = false;
                }

                return due;
        }
    }

    // Beside the switch, which would else make room for what this captures in the memory of each alarm.
    private DateTimeOffset? WrapUpDueAt(long chat, long offer) =>
        _chats.GetValueOrDefault(chat)?.Parts.Find(part => part.Offer == offer)?.WrapUpDueAt;

    /// <summary>One alarm an agent is enough: while they are active it moves on by itself.</summary>
    private void WatchInactivity(Agent agent)
    {
        if (!agent.IsWatched && InactiveAt(agent) is { } dueAt)
        {
            agent.IsWatched = true;
            Alarms.Set(new Alarm(dueAt, AlarmKind.Inactivity, 0, 0, Actor.Agent(agent.Id)));
        }
    }

    private IEnumerable<Alarm> StandingAlarms()
    {
        if (PurgeAt is { } purgeAt)
        {
            yield return new Alarm(purgeAt, AlarmKind.Purge, 0);
        }

        if (HoursDueAt is { } hoursAt)
        {
            yield return new Alarm(hoursAt, AlarmKind.Hours, 0);
        }

        if (NobodyDueAt is { } nobodyAt)
        {
            yield return new Alarm(nobodyAt, AlarmKind.NoAgents, 0);
        }

        foreach (var offer in _offers.Values)
        {
            yield return new Alarm(offer.DueAt, AlarmKind.Offer, offer.Number);
            if (offer.WarnAt is { } warnAt)
            {
                yield return new Alarm(warnAt, AlarmKind.OfferWarning, offer.Number);
            }
        }

        foreach (var effect in _effects.Values.OfType<BotEffect>())
        {
            yield return new Alarm(effect.DueAt, AlarmKind.Bot, effect.Number);
        }

        foreach (var file in _effects.Values.OfType<Attachment>())
        {
            if (file.DueAt is { } dueAt)
            {
                yield return new Alarm(dueAt, AlarmKind.File, file.Number);
            }
        }

        foreach (var chat in _chats.Values)
        {
            if (AgesAt(chat) is { } agesAt)
            {
                yield return new Alarm(agesAt, AlarmKind.Age, chat.Number);
            }

            if (chat.ComesDueAt is { } appointed)
            {
                yield return new Alarm(appointed, AlarmKind.Appointment, chat.Number);
            }

            if (chat.Silence?.DueAt is { } silentUntil)
            {
                yield return new Alarm(silentUntil, AlarmKind.Silence, chat.Number);
            }

            if (chat.WidenAt is { } widenAt)
            {
                yield return new Alarm(widenAt, AlarmKind.Widening, chat.Number);
            }

            if (WatchedRuleAt(chat.Number) is { } ruleAt)
            {
                (chat.Patience ??= new Patience()).WatchedAt = ruleAt;
                yield return new Alarm(ruleAt, AlarmKind.Wait, chat.Number);
            }

            foreach (var part in chat.Parts)
            {
                if (part.WrapUpDueAt is { } dueAt)
                {
                    yield return new Alarm(dueAt, AlarmKind.WrapUp, part.Offer, chat.Number);
                }
            }
        }

        foreach (var presence in _presences.Values)
        {
            if (presence.GraceDueAt is { } dueAt)
            {
                yield return new Alarm(dueAt, AlarmKind.Grace, 0, 0, presence.Who);
            }
        }

        foreach (var agent in _agents.Values)
        {
            if (agent.CoolsOffAt is { } cooledAt)
            {
                yield return new Alarm(cooledAt, AlarmKind.CoolOff, 0, 0, Actor.Agent(agent.Id));
            }

            if (agent.EasesAt is { } easesAt)
            {
                yield return new Alarm(easesAt, AlarmKind.Pace, 0, 0, Actor.Agent(agent.Id));
            }

            var due = InactiveAt(agent);
            agent.IsWatched = due is not null;
            if (due is { } dueAt)
            {
                yield return new Alarm(dueAt, AlarmKind.Inactivity, 0, 0, Actor.Agent(agent.Id));
            }
        }
    }
}
