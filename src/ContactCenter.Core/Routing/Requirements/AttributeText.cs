namespace ContactCenter.Routing;

/// <summary>
/// What a configuration says of an agent or a queue, as text that <see cref="AttributeValue.TryParse"/> reads.
/// </summary>
internal sealed record AttributeText(string Name, string Value)
{
    /// <summary>All of it as it is compared; what cannot be read is not said.</summary>
    internal static AttributeBag Bag(IEnumerable<AttributeText> said)
    {
        var read = new List<(string, AttributeValue)>();
        foreach (var (name, text) in said)
        {
            if (AttributeValue.TryParse(text, out var value))
            {
                read.Add((name, value));
            }
        }

        return AttributeBag.TryOf([.. read], out var bag, out _) ? bag : AttributeBag.Empty;
    }
}
