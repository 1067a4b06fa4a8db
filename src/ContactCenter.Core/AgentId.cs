namespace ContactCenter;

/// <summary>Names one agent or supervisor of a floor, as the host's own directory does.</summary>
/// <remarks>
/// 1 to 64 letters, digits or any of <c>- _ . : @ +</c>, in composed Unicode form; compared ordinally, so case
/// matters. Converts from a string implicitly; a string that is no id throws <see cref="FormatException"/>.
/// Immutable, safe for any thread.
/// </remarks>
public readonly record struct AgentId
{
    private readonly string? _value;

    private AgentId(string value) => _value = value;

    /// <summary>The id as text; empty for the default value, which names nobody.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The id that <paramref name="value"/> spells.</summary>
    /// <param name="value">The text of the id.</param>
    /// <exception cref="FormatException"><paramref name="value"/> is no id.</exception>
    public static AgentId Parse(string value) => new(Identifier.Check(value, "agent id"));

    /// <summary>Whether <paramref name="value"/> spells an id, and which; never throws.</summary>
    /// <param name="value">The text of the id.</param>
    /// <param name="id">The id, or the default value when it is none.</param>
    public static bool TryParse(string? value, out AgentId id)
    {
        var valid = Identifier.IsValid(value);
        id = valid ? new AgentId(value!) : default;
        return valid;
    }

    /// <summary>Lets a literal stand where an id is asked for.</summary>
    /// <param name="value">The text of the id.</param>
    public static implicit operator AgentId(string value) => Parse(value);

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
