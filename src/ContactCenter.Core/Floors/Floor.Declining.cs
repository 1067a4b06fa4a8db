using ContactCenter.Chats;

namespace ContactCenter.Floors;

/// <summary>Contacts that an agent has declined and is not offered again for a while.</summary>
internal sealed partial class Floor
{
    /// <summary>What each agent has declined and is not to be offered for now; an index.</summary>
    private readonly Dictionary<AgentId, HashSet<long>> _declined = [];

    private void Withhold(ChatSession chat, AgentId agent, TimeSpan? asked)
    {
        if (chat.Waits && (asked ?? QueueOf(chat).RetryDeclinedAfter) is { } period)
        {
            Raise(new ContactWithheld(chat.Number, agent, _now + period));
        }
    }

    /// <summary>Whoever it was withheld from long enough may be asked again.</summary>
    private void OfferAgain(ChatSession chat)
    {
        foreach (var over in chat.Withheld?.FindAll(one => one.Until <= _now) ?? [])
        {
            Raise(new ContactOfferable(chat.Number, over.Agent));
        }
    }

    /// <summary>They are available anew: what they have declined before may be offered to them.</summary>
    private void ForgetDeclined(AgentId agent, Channel? channel) =>
        ForgetDeclined(agent, chat => channel is null || channel == chat.Channel);

    private void ForgetDeclined(AgentId agent, Func<ChatSession, bool> isOffered)
    {
        if (!_declined.TryGetValue(agent, out var numbers))
        {
            return;
        }

        foreach (var number in numbers.Order().ToArray())
        {
            var chat = _chats[number];
            if (isOffered(chat))
            {
                chat.Release(agent);
                numbers.Remove(number);
                StandAgain(chat);
            }
        }
    }

    /// <summary>Notes what is withheld from whom, before the event is applied that says so.</summary>
    private void NoteDeclined(ChatEvent happened, ChatSession chat)
    {
        switch (happened)
        {
            case ContactWithheld e:
                NoteDeclined(e.Agent, chat.Number);
                break;
            case ContactOfferable e:
                _declined.GetValueOrDefault(e.Agent)?.Remove(chat.Number);
                break;
            case ChatEnded:
                ForgetDeclined(chat);
                break;
            default:
                break;
        }
    }

    private void NoteDeclined(AgentId agent, long chat)
    {
        if (!_declined.TryGetValue(agent, out var numbers))
        {
            _declined.Add(agent, numbers = []);
        }

        numbers.Add(chat);
    }

    /// <summary>Somebody takes it, or it ends: it is no longer withheld from anybody.</summary>
    private void ForgetDeclined(ChatSession chat)
    {
        if (chat.Withheld is { } withheld)
        {
            foreach (var one in withheld)
            {
                _declined[one.Agent].Remove(chat.Number);
            }
        }
    }
}
