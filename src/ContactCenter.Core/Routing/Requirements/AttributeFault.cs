namespace ContactCenter.Routing;

/// <summary>Why something is no <see cref="AttributeBag"/>.</summary>
/// <param name="Code">
/// A stable code: <c>attribute-name-invalid</c>, <c>attribute-named-twice</c> or <c>too-many-attributes</c>.
/// </param>
/// <param name="Name">The name that was refused, or at which there were too many; cut after 64 UTF-16 units.</param>
/// <remarks>Immutable, safe for any thread. Holds no value of an attribute.</remarks>
public sealed record AttributeFault(string Code, string Name)
{
    /// <summary>The fault in words.</summary>
    public override string ToString() => Code switch
    {
        "attribute-name-invalid" => $"'{Name}' is no name of an attribute: a letter, then letters, digits or any of"
            + " - _ . , at most 64, and none of and, or, not, in, has, true, false.",
        "attribute-named-twice" => $"'{Name}' is named twice.",
        _ => $"'{Name}' is one attribute too many: at most 100.",
    };

    internal static AttributeFault Invalid(string? name) => new("attribute-name-invalid", Cut(name));

    internal static AttributeFault Twice(string name) => new("attribute-named-twice", Cut(name));

    internal static AttributeFault TooMany(string name) => new("too-many-attributes", Cut(name));

    private static string Cut(string? name) =>
        name is { Length: > AttributeName.MaxLength } ? name[..AttributeName.MaxLength] : name ?? string.Empty;
}
