using System.Runtime.InteropServices;

namespace ContactCenter.Routing;

/// <summary>What the contacts of the queue ask for: one need for all who ask alike, with its traits numbered.</summary>
internal sealed partial class QueueLine
{
    /// <summary>How many needs are remembered for which nobody waits.</summary>
    private const int MaxIdleNeeds = 4_096;

    private readonly Dictionary<Trait, Need> _needs = [];
    private readonly Traits _traits = new();
    private readonly Queue<Need> _idle = new();
    private readonly Stack<Need> _forgotten = new();

    private Need NeedOf(WaitingContact contact)
    {
        var asked = contact.Needs.Asked;
        if (contact.IsParticular)
        {
            return NewNeed(asked, contact);
        }

        ref var need = ref CollectionsMarshal.GetValueRefOrAddDefault(_needs, asked, out _);
        return need ??= NewNeed(asked, null);
    }

    private Need NewNeed(Trait asked, WaitingContact? particular)
    {
        var need = _forgotten.TryPop(out var forgotten) ? forgotten : new Need();
        need.Begin(asked, particular);
        Number(need);
        return need;
    }

    /// <summary>Gives what is asked for its numbers. Delays that let in everybody are no trait.</summary>
    private void Number(Need need)
    {
        foreach (var part in need.Asked.Requirement?.Conjuncts ?? [])
        {
            Number(need, new Trait(part, TimeSpan.MaxValue));
        }

        if (_delayed.Count > 0)
        {
            Number(need, new Trait(null, need.Asked.Delay));
        }

        need.ListedUnder = _traits.RarestOf(need.Traits);
    }

    private void Number(Need need, Trait trait)
    {
        var number = _traits.NumberOf(trait, out var isNew);
        if (number < 0)
        {
            need.IsAskedAnew = true;
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

        need.Ask(number);
    }

    /// <summary>The first agent is there who takes contacts only after a delay: from now on that is a trait.</summary>
    private void NumberAgain()
    {
        Need[] listed = [.. _lists.All];
        Array.ForEach(listed, _lists.Remove);
        foreach (var need in _needs.Values.Concat(listed.Where(need => need.IsOwn)))
        {
            LetGo(need);
            Number(need);
        }

        Array.ForEach(listed, _lists.Add);
    }

    /// <summary>Somebody else is the first of those who need the same, or nobody.</summary>
    private void Lead(Need need, WaitingContact? first, Place head)
    {
        if (need.First is not null)
        {
            _lists.Remove(need);
        }

        need.Lead(first, head);
        if (first is not null)
        {
            _lists.Add(need);
        }
    }

    /// <summary>Nobody waits who needs this: it is remembered, until many others have been so after it.</summary>
    private void Rest(Need need)
    {
        if (need.IsOwn)
        {
            Forget(need);
            return;
        }

        if (need.IsIdle)
        {
            return;
        }

        need.IsIdle = true;
        _idle.Enqueue(need);
        if (_idle.Count > MaxIdleNeeds)
        {
            var longest = _idle.Dequeue();
            longest.IsIdle = false;
            if (longest.First is null)
            {
                _needs.Remove(longest.Asked);
                Forget(longest);
            }
        }
    }

    private void Forget(Need need)
    {
        LetGo(need);
        if (_forgotten.Count < MaxIdleNeeds)
        {
            _forgotten.Push(need);
        }
    }

    private void LetGo(Need need)
    {
        foreach (var trait in need.Traits)
        {
            _traits.LetGo(trait);
        }

        need.AskNothing();
    }
}
