using System.Numerics;

namespace ContactCenter.Routing;

/// <summary>
/// The needs for which somebody waits, in the order of their heads: each in the list of one trait that it asks for. So
/// an agent looks through the lists of the traits that they meet, in each as far as the first need that they meet.
/// </summary>
internal sealed class NeedLists
{
    // By trait, counted from 1; at 0 are those that ask for none.
    private SortedRuns<Place, ListedNeed>[] _lists = [];

    // Where each list begins, side by side: those that begin later than what has been found are passed by.
    private Place[] _heads = [];

    // Which of the traits have a list with somebody in it.
    private TraitSet _filled;

    /// <summary>All of them, list by list.</summary>
    internal IEnumerable<Need> All
    {
        get
        {
            foreach (var list in _lists)
            {
                foreach (var entry in list)
                {
                    yield return entry.Value.Need;
                }
            }
        }
    }

    internal void Add(Need need)
    {
        var index = need.ListedUnder + 1;
        if (index >= _lists.Length)
        {
            Lengthen(index + 1);
        }

        var list = _lists[index];
        list.Add(need.Head, new ListedNeed(need));
        Note(index, list);
    }

    internal void Remove(Need need)
    {
        var index = need.ListedUnder + 1;
        var list = _lists[index];
        list.Remove(need.Head);
        Note(index, list);
    }

    /// <summary>The first of them that an agent meets; null when there is none.</summary>
    internal Need? FirstMetBy(QueueMember member)
    {
        Need? first = null;
        if (_lists is [{ Count: > 0 } askingNothing, ..])
        {
            Look(askingNothing, member, ref first);
        }

        ref readonly var traits = ref member.Traits;
        for (var word = 0; word < _filled.Words; word++)
        {
            for (var left = traits.Word(word) & _filled.Word(word); left != 0; left &= left - 1)
            {
                var index = (word << 6) + BitOperations.TrailingZeroCount(left) + 1;
                if (first is null || _heads[index].CompareTo(first.Head) < 0)
                {
                    Look(_lists[index], member, ref first);
                }
            }
        }

        return first;
    }

    /// <summary>The first of them that anybody who is free meets; null when there is none.</summary>
    internal Need? FirstHopeful(QueueLine queue)
    {
        Need? first = null;
        for (var index = 0; index < _lists.Length; index++)
        {
            if (_lists[index].Count == 0 || (first is not null && _heads[index].CompareTo(first.Head) > 0))
            {
                continue;
            }

            foreach (var (place, listed) in _lists[index])
            {
                if (first is not null && place.CompareTo(first.Head) > 0)
                {
                    break;
                }

                if (queue.IsHopeful(listed.Need))
                {
                    first = listed.Need;
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>Looks in a list for somebody sooner.</summary>
    private static void Look(SortedRuns<Place, ListedNeed> list, QueueMember member, ref Need? first)
    {
        var until = first?.Head;
        for (var run = 0; run < list.RunCount; run++)
        {
            foreach (ref readonly var entry in list.EntriesOf(run))
            {
                if (until is { } sooner && entry.Key.CompareTo(sooner) > 0)
                {
                    return;
                }

                if (entry.Value.IsMetBy(member))
                {
                    first = entry.Value.Need;
                    return;
                }
            }
        }
    }

    private void Note(int index, SortedRuns<Place, ListedNeed> list)
    {
        _heads[index] = list.Count == 0 ? default : list.First.Key;
        if (index > 0)
        {
            _filled.Set(index - 1, list.Count > 0);
        }
    }

    private void Lengthen(int least)
    {
        var length = _lists.Length;
        Array.Resize(ref _lists, Math.Max(least, 2 * length));
        Array.Resize(ref _heads, _lists.Length);
        for (var index = length; index < _lists.Length; index++)
        {
            _lists[index] = new SortedRuns<Place, ListedNeed>();
        }
    }
}
