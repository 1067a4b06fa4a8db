namespace ContactCenter.Redaction;

/// <summary>What a finding is: a card number, or whatever a host's own rule looks for.</summary>
/// <remarks>An immutable value, compared by <see cref="Code"/>; safe to write to logs and metrics.</remarks>
public readonly record struct RedactionKind
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxCodeLength = 64;

    private readonly string? _code;

    private RedactionKind(string code) => _code = code;

    /// <summary>The number of a payment card (PAN).</summary>
    public static RedactionKind CardNumber { get; } = new("card-number");

    /// <summary>A stable kebab-case code; <c>none</c> for the default value.</summary>
    public string Code => _code ?? "none";

    /// <summary>A kind of the host's own.</summary>
    /// <param name="code">
    /// 1 to <see cref="MaxCodeLength"/> characters in kebab-case: <c>a-z</c>, <c>0-9</c> and single hyphens, starting
    /// with a letter.
    /// </param>
    /// <exception cref="ArgumentException">The code is not of that form.</exception>
    public static RedactionKind Custom(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return KebabCase.IsCode(code, MaxCodeLength)
            ? new RedactionKind(code)
            : throw new ArgumentException("A kind is named in kebab-case, as 'loyalty-number'.", nameof(code));
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
