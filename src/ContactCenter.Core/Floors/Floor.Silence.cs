using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>
/// A customer who does not answer: they are warned, and then the chat ends. Their silence counts only while somebody
/// waits for it: the last word was an agent's, and both parties are connected.
/// </summary>
internal sealed partial class Floor
{
    private Rejection? Decide(MindSilence c)
    {
        if (!_chats.TryGetValue(c.Chat, out var chat) || chat.Silence?.DueAt is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        if (chat.Silence.SleepAt <= _now)
        {
            Raise(new ChatSleeps(chat.Number, IsAsleep: true));
        }
        else if (chat.Silence.WarnAt is not null)
        {
            Raise(new SilenceNoticed(chat.Number));
            Notice(chat, Notices.CustomerSilent, string.Empty);
        }
        else
        {
            Finish(chat, ChatTrigger.Leave, Actor.System, Notices.EndedForSilence);
        }

        return null;
    }

    /// <summary>Whether the silence goes on counting, begins to count, or counts no more.</summary>
    /// <param name="isNew">Something was just said: it counts from the beginning.</param>
    private void ListenFor(ChatSession chat, DateTimeOffset at, bool isNew = false)
    {
        if (!chat.AwaitsCustomer || !chat.IsTalk || !AreBothThere(chat))
        {
            chat.Silence = null;
        }
        else if (isNew || chat.Silence is null)
        {
            var queue = RuleOf(chat.Queue);
            chat.Silence = (queue?.WarnSilentAfter ?? queue?.EndSilentAfter ?? queue?.SleepSilentAfter) is null
                ? null
                : new Silence(at + queue!.WarnSilentAfter, at + queue.EndSilentAfter, SleepsAt(chat, queue, at));
            WatchSilence(chat);
        }
    }

    private void WatchSilence(ChatSession chat)
    {
        if (chat.Silence?.DueAt is { } dueAt)
        {
            Alarms.Set(new Alarm(dueAt, AlarmKind.Silence, chat.Number));
        }
    }

    private static DateTimeOffset? SleepsAt(ChatSession chat, QueueProfile queue, DateTimeOffset at) =>
        chat.Parts.Exists(static part => part is { IsIn: true, IsAsleep: false }) ? at + queue.SleepSilentAfter : null;

    /// <summary>Something is said: a chat that sleeps takes room again, where there is none too.</summary>
    private void Wake(ChatSession chat)
    {
        if (chat.Parts.Exists(static part => part.IsAsleep))
        {
            Raise(new ChatSleeps(chat.Number, IsAsleep: false));
        }
    }

    private void Apply(ChatSleeps e, ChatSession chat, DateTimeOffset at)
    {
        foreach (var part in chat.Parts)
        {
            var counted = part.Counts;
            part.IsAsleep = e.IsAsleep && part.IsIn;
            if (part.Counts != counted)
            {
                var agent = _agents[part.Agent];
                agent.Load = agent.Load.Add(chat.Channel, counted ? -1 : 1);
                SetFree(agent);
            }
        }

        if (e.IsAsleep)
        {
            WatchSilence(chat);
        }
        else
        {
            // What was said has begun a silence already, though not one after which a chat that sleeps falls asleep.
            ListenFor(chat, at, isNew: true);
        }
    }

    private bool AreBothThere(ChatSession chat) =>
        PresenceOf(Actor.Customer(chat.Customer)) != PresenceState.Lost
        && chat.Parts.Exists(part => part is { IsIn: true, IsInterrupted: false }
            && PresenceOf(Actor.Agent(part.Agent)) != PresenceState.Lost);

    private void ListenAgain(Actor who, DateTimeOffset at)
    {
        if (who.Kind == ActorKind.Customer)
        {
            foreach (var chat in ChatsOf(who.Id))
            {
                ListenFor(chat, at);
            }
        }
        else if (_agents.TryGetValue(who.Id, out var agent))
        {
            foreach (var number in agent.Contacts)
            {
                ListenFor(_chats[number], at);
            }
        }
    }
}
