using System.Collections;

namespace ContactCenter.Floors;

/// <summary>Who was responsible for a customer's last contact of a channel when it ended.</summary>
internal readonly record struct LastAgent(
    CustomerId Customer, Channel Channel, AgentId Agent, DateTimeOffset EndedAt);

/// <summary>
/// The agents whom customers had last, in the order in which those contacts ended: one for each customer and channel.
/// </summary>
internal sealed class LastAgents : IReadOnlyCollection<LastAgent>
{
    /// <summary>More customers than a large floor has in a day, at some 200 bytes each.</summary>
    internal const int Most = 20_000;

    private readonly LinkedList<LastAgent> _agents = [];
    private readonly Dictionary<(CustomerId, Channel), LinkedListNode<LastAgent>> _index = [];

    public int Count => _agents.Count;

    internal AgentId? Of(CustomerId customer, Channel channel) =>
        _index.TryGetValue((customer, channel), out var last) ? last.Value.Agent : default(AgentId?);

    /// <summary>Keeps one; where there are too many, the oldest is forgotten.</summary>
    internal void Keep(LastAgent last)
    {
        if (_index.TryGetValue((last.Customer, last.Channel), out var before))
        {
            Forget(before);
        }

        _index.Add((last.Customer, last.Channel), _agents.AddLast(last));
        if (Count > Most)
        {
            Forget(_agents.First!);
        }
    }

    internal void Forget(Func<LastAgent, bool> which)
    {
        for (var last = _agents.First; last is not null;)
        {
            var next = last.Next;
            if (which(last.Value))
            {
                Forget(last);
            }

            last = next;
        }
    }

    public IEnumerator<LastAgent> GetEnumerator() => _agents.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Forget(LinkedListNode<LastAgent> last)
    {
        _index.Remove((last.Value.Customer, last.Value.Channel));
        _agents.Remove(last);
    }
}
