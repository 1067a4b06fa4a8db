namespace ContactCenter.Routing;

/// <summary>
/// What could be offered. What is settled has been looked at, and stays so until somebody comes: a contact to the head
/// of its line, or an agent. So what is looked at is what has changed; only when much has does a search begin anew.
/// </summary>
internal sealed partial class QueueLine
{
    /// <summary>How many changes are kept apart; with more, everybody is looked at again.</summary>
    private const int MaxApart = 8;

    private readonly List<Need> _unsettled = [];
    private long _change;

    /// <summary>Whoever looks for the next match has it on their list.</summary>
    internal bool IsNoted { get; set; }

    /// <summary>So much has changed that every need is looked at again.</summary>
    internal bool IsOpenToAll { get; private set; }

    internal bool IsUnsettled => IsOpenToAll || _unsettled.Count > 0;

    internal void UnsettleAll()
    {
        IsOpenToAll = true;
        _change++;
        foreach (var need in _unsettled)
        {
            need.IsUnsettled = false;
        }

        _unsettled.Clear();
    }

    /// <summary>The first contact that anybody who is free could be offered; null when there is none.</summary>
    internal WaitingContact? FirstMatchable()
    {
        if (!Rules.IsMatched || Free.Count == 0)
        {
            Settle();
            return null;
        }

        return IsOpenToAll ? FirstOfAll() : FirstUnsettled();
    }

    /// <summary>The first contact that an agent could be offered; null when there is none.</summary>
    internal WaitingContact? FirstFor(QueueMember member) => member.IsFree ? FirstWaitingFor(member) : null;

    /// <summary>The first contact that an agent could be offered, were they free; null when there is none.</summary>
    internal WaitingContact? FirstWaitingFor(QueueMember member)
    {
        if (!Rules.IsMatched)
        {
            return null;
        }

        for (var run = 0; run < _lines.RunCount; run++)
        {
            foreach (ref readonly var listed in _lines.ValuesOf(run))
            {
                if (listed.IsMetBy(member))
                {
                    return Head(listed.Need);
                }
            }
        }

        return null;
    }

    /// <summary>The first free agent for a contact: those who passed it by come last. There is somebody.</summary>
    internal QueueMember FirstFor(WaitingContact contact)
    {
        var first = FirstFor(contact.Need!)!;
        if (!contact.HasPassed(first.Agent.Id))
        {
            return first;
        }

        // At most one step more than there are agents who passed it by.
        var spot = FreeAgents.Before;
        while (Next(contact.Need!, ref spot) is { } other)
        {
            if (!contact.HasPassed(other.Agent.Id))
            {
                return other;
            }
        }

        return first;
    }

    /// <summary>The first free agent who meets a need; null when there is none.</summary>
    internal QueueMember? FirstFor(Need need)
    {
        if (!need.IsParticular)
        {
            return Free.Next(need.Traits, FreeAgents.Before);
        }

        if (need.Particular?.Needs.ReservedFor is { } only)
        {
            return Members.GetValueOrDefault(only) is { IsFree: true } member && member.Meets(need) ? member : null;
        }

        var spot = FreeAgents.Before;
        return Next(need, ref spot);
    }

    /// <summary>The next free agent after a spot who meets a need.</summary>
    internal QueueMember? Next(Need need, ref FreeAgents.Spot spot)
    {
        while (Free.Next(need.Traits, ref spot) is { } member)
        {
            if (!need.IsParticular || need.Accepts(member))
            {
                return member;
            }
        }

        return null;
    }

    private WaitingContact? FirstUnsettled()
    {
        Need? first = null;
        for (var index = _unsettled.Count - 1; index >= 0; index--)
        {
            var need = _unsettled[index];
            if (need.Head is null || FirstFor(need) is null)
            {
                need.IsUnsettled = false;
                _unsettled.RemoveAt(index);
            }
            else if (first is null || need.Head.Value.CompareTo(first.Head!.Value) < 0)
            {
                first = need;
            }
        }

        return Head(first);
    }

    private WaitingContact? FirstOfAll()
    {
        foreach (var (_, listed) in _lines)
        {
            var need = listed.Need;
            if (need.HopelessAt == _change)
            {
                continue;
            }

            if (FirstFor(need) is not null)
            {
                return Head(need);
            }

            need.HopelessAt = _change;
        }

        Settle();
        return null;
    }

    private static WaitingContact? Head(Need? need) =>
        need is not null && need.Contacts.TryFirst(out _, out var contact) ? contact : null;

    private void Unsettle(Need need)
    {
        need.HopelessAt = -1;
        if (IsOpenToAll || need.IsUnsettled)
        {
            return;
        }

        if (_unsettled.Count == MaxApart)
        {
            UnsettleAll();
            return;
        }

        need.IsUnsettled = true;
        _unsettled.Add(need);
    }

    private void Settle()
    {
        IsOpenToAll = false;
        foreach (var need in _unsettled)
        {
            need.IsUnsettled = false;
        }

        _unsettled.Clear();
    }
}
