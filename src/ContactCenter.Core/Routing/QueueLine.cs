using System.Runtime.InteropServices;

namespace ContactCenter.Routing;

/// <summary>
/// One queue: the contacts that wait in it, by what they need, and the agents who are free for it, both in order.
/// </summary>
internal sealed partial class QueueLine(QueueName name, Channel channel)
{
    /// <summary>How many needs are remembered for which nobody waits.</summary>
    private const int MaxIdleNeeds = 4_096;

    private readonly Dictionary<Trait, Need> _needs = [];
    private readonly Traits _traits = new();
    private readonly SortedRuns<Place, ListedNeed> _lines = new();
    private readonly HashSet<AgentId> _delayed = [];
    private int _idleNeeds;

    internal QueueName Name { get; } = name;

    internal Channel Channel { get; set; } = channel;

    internal QueueRules Rules { get; set; } = QueueRules.Default;

    internal FreeAgents Free { get; } = new();

    /// <summary>Everyone who serves the queue, free or not.</summary>
    internal Dictionary<AgentId, QueueMember> Members { get; } = [];

    /// <summary>How many wait, those that are being offered left out.</summary>
    internal int WaitingCount { get; private set; }

    /// <summary>
    /// How many wait or are being offered, for the first time or again; what is handed over is with an agent still.
    /// </summary>
    internal int Length { get; set; }

    /// <summary>How many agents are held for it, so that they are offered its contacts next.</summary>
    internal int Held { get; set; }

    /// <summary>Those that wait, in order. Costs what it looks at, and a little for each need.</summary>
    internal IEnumerable<WaitingContact> Waiting
    {
        get
        {
            var heads = new PriorityQueue<SortedRuns<Place, WaitingContact>.Enumerator, Place>();
            foreach (var (place, listed) in _lines)
            {
                var contacts = listed.Need.Contacts.GetEnumerator();
                contacts.MoveNext();
                heads.Enqueue(contacts, place);
            }

            while (heads.TryDequeue(out var contacts, out _))
            {
                if (contacts.Current.Key.IsAsking)
                {
                    yield break;
                }

                yield return contacts.Current.Value;
                if (contacts.MoveNext())
                {
                    heads.Enqueue(contacts, contacts.Current.Key);
                }
            }
        }
    }

    /// <summary>How many come before a contact that is in line.</summary>
    internal int CountBefore(WaitingContact contact)
    {
        var before = 0;
        foreach (var (_, listed) in _lines)
        {
            before += listed.Need.Contacts.CountBefore(contact.Place);
        }

        return before;
    }

    /// <summary>Puts a contact into the line of those who need the same.</summary>
    internal void Put(WaitingContact contact)
    {
        var need = contact.Need is { IsForgotten: false } known && known.IsOwn == contact.IsParticular
            ? known
            : NeedOf(contact);
        var place = contact.IsOffered ? contact.Place.AsAsking : contact.Place;
        (contact.Need, contact.StandsAt) = (need, place);
        _idleNeeds -= need.Contacts.Count == 0 && !need.IsOwn ? 1 : 0;
        need.Contacts.Add(place, contact);
        WaitingCount += place.IsAsking ? 0 : 1;
        Relist(need);
        if (need.Head == place)
        {
            Unsettle(need);
        }
    }

    internal void Take(WaitingContact contact)
    {
        var (need, place) = (contact.Need!, contact.StandsAt!.Value);
        contact.StandsAt = null;
        need.Contacts.Remove(place);
        WaitingCount -= place.IsAsking ? 0 : 1;
        Relist(need);
        if (need.IsOwn)
        {
            LetGo(need);
        }
        else if (need.Contacts.Count == 0 && ++_idleNeeds > MaxIdleNeeds)
        {
            ForgetIdleNeeds();
        }
    }

    /// <summary>Somebody serves the queue, or serves it in another way; they are not free at the moment.</summary>
    internal void Keep(QueueMember member)
    {
        Members[member.Agent.Id] = member;
        if (member.Membership.Delay > TimeSpan.Zero && _delayed.Add(member.Agent.Id) && _delayed.Count == 1)
        {
            NumberAgain();
        }

        member.Ask(_traits);
    }

    internal void Remove(QueueMember member)
    {
        SetFree(member, false);
        Members.Remove(member.Agent.Id);
        _delayed.Remove(member.Agent.Id);
    }

    /// <summary>Puts a member among the free, at the place that they have now, or takes them out.</summary>
    /// <returns>Whether they are free now and were not before.</returns>
    internal bool SetFree(QueueMember member, bool isFree)
    {
        var wasFree = member.IsFree;
        if (wasFree)
        {
            var standing = isFree ? Rules.StandingOf(member) : default;
            if (isFree && standing == member.Standing)
            {
                return false;
            }

            Free.Remove(member);
        }

        if (isFree)
        {
            member.Standing = Rules.StandingOf(member);
            Free.Add(member);
        }

        return isFree && !wasFree;
    }

    private Need NeedOf(WaitingContact contact)
    {
        var asked = new Trait(contact.Needs.Requirement, contact.Needs.Waited);
        if (contact.IsParticular)
        {
            return Numbered(new Need(asked.Requirement, asked.Delay) { Particular = contact });
        }

        ref var need = ref CollectionsMarshal.GetValueRefOrAddDefault(_needs, asked, out var isKnown);
        if (!isKnown)
        {
            need = Numbered(new Need(asked.Requirement, asked.Delay));
            _idleNeeds++;
        }

        return need!;
    }

    /// <summary>Gives what is asked for its numbers. Delays that let in everybody are no trait.</summary>
    private Need Numbered(Need need)
    {
        var numbers = new List<ushort>();
        foreach (var part in need.Requirement?.Conjuncts ?? [])
        {
            Number(new Trait(part, TimeSpan.MaxValue));
        }

        if (_delayed.Count > 0)
        {
            Number(new Trait(null, need.Delay));
        }

        (need.Traits, need.IsForgotten) = ([.. numbers], false);
        return need;

        void Number(Trait trait)
        {
            var number = _traits.NumberOf(trait, out var isNew);
            if (number < 0)
            {
                need.Other = new Trait(need.Requirement, need.Delay);
                return;
            }

            if (isNew)
            {
                foreach (var member in Members.Values)
                {
                    member.SetHas(number, trait.HoldsFor(member));
                }

                Free.Learn(number);
            }

            numbers.Add((ushort)number);
        }
    }

    /// <summary>The first agent is there who takes contacts only after a delay: from now on that is a trait.</summary>
    private void NumberAgain()
    {
        var listed = new List<Need>();
        foreach (var (_, one) in _lines)
        {
            listed.Add(one.Need);
        }

        foreach (var need in _needs.Values.Concat(listed.Where(need => need.IsOwn)))
        {
            LetGo(need);
            Numbered(need);
        }

        foreach (var need in listed)
        {
            _lines.Remove(need.Head!.Value);
            _lines.Add(need.Head.Value, new ListedNeed(need));
        }
    }

    private void ForgetIdleNeeds()
    {
        foreach (var (asked, need) in _needs)
        {
            if (need.Contacts.Count == 0)
            {
                _needs.Remove(asked);
                LetGo(need);
            }
        }

        _idleNeeds = 0;
    }

    private void LetGo(Need need)
    {
        foreach (var trait in need.Traits)
        {
            _traits.LetGo(trait);
        }

        (need.Traits, need.IsForgotten) = ([], true);
    }

    private void Relist(Need need)
    {
        var isThere = need.Contacts.TryFirst(out var head, out _);
        if (need.Head is { } listed)
        {
            if (isThere && listed == head)
            {
                return;
            }

            _lines.Remove(listed);
        }

        need.Head = isThere ? head : null;
        if (isThere)
        {
            _lines.Add(head, new ListedNeed(need));
        }
    }
}
