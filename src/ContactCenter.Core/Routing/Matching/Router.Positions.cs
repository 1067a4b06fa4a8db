namespace ContactCenter.Routing;

/// <summary>Places in line that were asked for.</summary>
public sealed partial class Router
{
    // Room for as many halvings between two contacts that were put side by side.
    private const long Apart = 1L << 40;

    // What contacts have by their own numbers are multiples of this.
    private const long OfNumber = 1L << 20;

    private const int MostSteps = 64;

    /// <summary>
    /// The place that a waiting contact gets which asks for a position in its line; null where it stands there already.
    /// Where no room is left between two, it is one further back.
    /// </summary>
    /// <param name="contact">Its number.</param>
    /// <param name="position">From 1, over the whole line; those of another priority are not passed.</param>
    /// <param name="taken">What others have been given.</param>
    internal AskedPlace? PlaceAt(long contact, int position, IReadOnlySet<long> taken)
    {
        var waiting = _contacts[contact];
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var (before, behind) = waiting.Queue.Around(waiting, position + steps);
            if (!(before?.CompareTo(waiting.Place) > 0) && !(behind?.CompareTo(waiting.Place) < 0))
            {
                return null;
            }

            if (Between(before, behind, taken) is { } found)
            {
                return waiting.Queue.Rules.AskedPlaceOf(found, waiting.Needs.Priority);
            }
        }

        return null;
    }

    /// <summary>As old as the one behind, so that it passes nobody else; at the tail, as the one before.</summary>
    private static Place? Between(Place? before, Place? behind, IReadOnlySet<long> taken)
    {
        if (behind is not { } next)
        {
            return before is { } last ? Free(last, last.Order + (OfNumber / 2), 1) : null;
        }

        var isTied = before?.Since == next.Since;
        var least = isTied ? before!.Value.Order : long.MinValue;
        var order = isTied ? least + ((next.Order - least) / 2) : next.Order - Apart;
        var found = Free(next, order, -1);
        return found.Order > least ? found : null;

        Place Free(Place beside, long from, int step)
        {
            while (from % OfNumber == 0 || taken.Contains(from))
            {
                from += step;
            }

            return beside with { Order = from };
        }
    }
}
