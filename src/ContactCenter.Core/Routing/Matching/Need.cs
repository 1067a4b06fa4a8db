namespace ContactCenter.Routing;

/// <summary>
/// What some of a queue's contacts ask of their agent alike, and those contacts, in order. Whether an agent could take
/// one is answered for all of them at once. Once it is forgotten another need is written over it.
/// </summary>
internal sealed class Need
{
    private ushort[] _numbers = [];
    private int _count;
    private TraitSet _traits;

    /// <summary>What they ask for, and how long they have waited as far as that lets agents in.</summary>
    internal Trait Asked { get; private set; }

    /// <summary>The numbers of the traits it asks for.</summary>
    internal ReadOnlySpan<ushort> Traits => _numbers.AsSpan(0, _count);

    /// <summary>The same as a set.</summary>
    internal ref readonly TraitSet TraitSet => ref _traits;

    /// <summary>The trait in whose list it is looked for; -1 where it asks for none.</summary>
    internal int ListedUnder { get; set; }

    /// <summary>Not all of it could be given numbers: each agent is asked anew.</summary>
    internal bool IsAskedAnew { get; set; }

    /// <summary>The one contact that does not want, or must not have, everybody who meets the traits.</summary>
    internal WaitingContact? Particular { get; private set; }

    /// <summary>It is the need of one contact.</summary>
    internal bool IsOwn => Particular is not null;

    internal bool IsParticular => IsAskedAnew || Particular is not null;

    internal SortedRuns<Place, WaitingContact> Contacts { get; } = new();

    /// <summary>The first of the contacts; null while nobody waits.</summary>
    internal WaitingContact? First { get; private set; }

    /// <summary>Where the first stands.</summary>
    internal Place Head { get; private set; }

    /// <summary>As of which of the queue's changes nobody who is free meets it.</summary>
    internal long HopelessAt { get; set; } = -1;

    internal bool IsUnsettled { get; set; }

    /// <summary>Nobody waited at some time, and it is among those that are forgotten in turn.</summary>
    internal bool IsIdle { get; set; }

    internal bool Accepts(QueueMember member) =>
        (!IsAskedAnew || Asked.HoldsFor(member))
        && (Particular?.Accepts(member.Agent.Id) ?? true);

    internal void Begin(Trait asked, WaitingContact? particular) => (Asked, Particular) = (asked, particular);

    internal void Ask(int trait)
    {
        if (_count == _numbers.Length)
        {
            Array.Resize(ref _numbers, Math.Max(4, 2 * _count));
        }

        _numbers[_count++] = (ushort)trait;
        _traits.Set(trait, true);
    }

    internal void AskNothing() => (_count, _traits, IsAskedAnew) = (0, default, false);

    internal void Lead(WaitingContact? first, Place head) => (First, Head) = (first, head);
}

/// <summary>A need in a list, with what rules out most agents at hand.</summary>
/// <param name="Need">The need.</param>
internal readonly record struct ListedNeed(Need Need)
{
    private readonly TraitSet _traits = Need.TraitSet;

    /// <summary>Whether an agent meets it.</summary>
    internal bool IsMetBy(QueueMember member) =>
        member.Traits.HasAll(_traits) && (!Need.IsParticular || Need.Accepts(member));
}
