namespace ConsoleHost.Play;

/// <summary>What is counted while chats are played.</summary>
internal sealed class Tally
{
    private readonly List<long> _waits = [];

    internal int Chats { get; set; }

    internal int Completed { get; set; }

    /// <summary>Messages that were found in a transcript, as they should be.</summary>
    internal long Messages { get; set; }

    internal long Redacted { get; set; }

    internal long Lost { get; set; }

    internal long Duplicated { get; set; }

    internal long OutOfOrder { get; set; }

    internal long Retried { get; set; }

    internal long Offers { get; set; }

    internal long Missed { get; set; }

    internal long Joined { get; set; }

    internal long LeftOut { get; set; }

    /// <summary>Messages that the floor did not take, by the code of the rejection: these are not lost.</summary>
    internal SortedDictionary<string, long> Refused { get; } = new(StringComparer.Ordinal);

    internal bool IsFlawless => Completed == Chats && Lost + Duplicated + OutOfOrder == 0;

    internal void Refuse(string code) => Refused[code] = Refused.GetValueOrDefault(code) + 1;

    internal void Waited(TimeSpan wait) => _waits.Add((long)wait.TotalMilliseconds);

    /// <summary>The wait that so many of a hundred chats did not exceed, in milliseconds of the floor's time.</summary>
    internal long WaitPercentile(int percent)
    {
        if (_waits.Count == 0)
        {
            return 0;
        }

        _waits.Sort();
        return _waits[(((_waits.Count * percent) + 99) / 100) - 1];
    }
}
