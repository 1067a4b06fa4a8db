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
        Settle();
        IsOpenToAll = true;
        _change++;
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
    internal WaitingContact? FirstWaitingFor(QueueMember member) =>
        Rules.IsMatched ? _lists.FirstMetBy(member)?.First : null;

    /// <summary>
    /// The first free agent for a contact: those who passed it by come last, the one who did so longest ago before the
    /// others. There is somebody.
    /// </summary>
    internal QueueMember FirstFor(WaitingContact contact)
    {
        var first = FirstFor(contact.Need!)!;
        var pass = contact.PassOf(first.Agent.Id);
        if (pass == 0)
        {
            return first;
        }

        // At most one step more than there are agents who passed it by.
        var spot = FreeAgents.Before;
        while (Next(contact.Need!, ref spot) is { } other)
        {
            var otherPass = contact.PassOf(other.Agent.Id);
            (first, pass) = otherPass < pass ? (other, otherPass) : (first, pass);
            if (pass == 0)
            {
                break;
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

    /// <summary>Whether somebody who is free meets a need. That nobody does is remembered.</summary>
    internal bool IsHopeful(Need need)
    {
        if (need.HopelessAt != _change && FirstFor(need) is not null)
        {
            return true;
        }

        need.HopelessAt = _change;
        return false;
    }

    private WaitingContact? FirstUnsettled()
    {
        Need? first = null;
        for (var index = _unsettled.Count - 1; index >= 0; index--)
        {
            var need = _unsettled[index];
            if (need.First is null || FirstFor(need) is null)
            {
                need.IsUnsettled = false;
                _unsettled.RemoveAt(index);
            }
            else if (first is null || need.Head.CompareTo(first.Head) < 0)
            {
                first = need;
            }
        }

        return first?.First;
    }

    private WaitingContact? FirstOfAll()
    {
        if (_lists.FirstHopeful(this) is { } first)
        {
            return first.First;
        }

        Settle();
        return null;
    }

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
