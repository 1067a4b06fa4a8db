namespace ContactCenter.Routing;

/// <summary>What contacts ask for before waiting has changed anything: made once for all who wish alike.</summary>
internal sealed class FirstNeeds
{
    /// <summary>More ways to ask than floors have. Where there are more, they are made anew.</summary>
    private const int Most = 4_096;

    private readonly Dictionary<ContactWishes, ContactNeeds> _needs = [];

    internal ContactNeeds Of(ContactWishes wishes)
    {
        if (_needs.TryGetValue(wishes, out var needs))
        {
            return needs;
        }

        if (_needs.Count == Most)
        {
            _needs.Clear();
        }

        _needs.Add(wishes, needs = wishes.After(waited: default, delay: default));
        return needs;
    }
}
