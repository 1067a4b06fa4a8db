namespace ContactCenter;

/// <summary>Names a floor: the queues, agents, waiting contacts and running chats that are decided together.</summary>
/// <remarks>
/// 1 to 64 letters, digits or any of <c>- _ . : @ +</c>, in composed Unicode form; compared ordinally, so case
/// matters. Converts from a string implicitly; a string that is no id throws <see cref="FormatException"/>.
/// Immutable, safe for any thread.
/// </remarks>
public readonly record struct FloorId
{
    private readonly string? _value;

    private FloorId(string value) => _value = value;

    /// <summary>The id as text; empty for the default value, which names nobody.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The id that <paramref name="value"/> spells.</summary>
    /// <param name="value">The text of the id.</param>
    /// <exception cref="FormatException"><paramref name="value"/> is no id.</exception>
    public static FloorId Parse(string value) => new(Identifier.Check(value, "floor id"));

    /// <summary>Whether <paramref name="value"/> spells an id, and which; never throws.</summary>
    /// <param name="value">The text of the id.</param>
    /// <param name="id">The id, or the default value when it is none.</param>
    public static bool TryParse(string? value, out FloorId id)
    {
        var valid = Identifier.IsValid(value);
        id = valid ? new FloorId(value!) : default;
        return valid;
    }

    /// <summary>Lets a literal stand where an id is asked for.</summary>
    /// <param name="value">The text of the id.</param>
    public static implicit operator FloorId(string value) => Parse(value);

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
