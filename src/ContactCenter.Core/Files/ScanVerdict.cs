namespace ContactCenter.Files;

/// <summary>What a scanner says of a file: clean, not read, or blocked for a reason.</summary>
/// <remarks>An immutable value, safe to write to logs. The default value is <see cref="NotRead"/>.</remarks>
public readonly record struct ScanVerdict
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxCodeLength = 50;

    private ScanVerdict(bool isClean, string? code)
    {
        IsClean = isClean;
        Code = code;
    }

    /// <summary>The scanner has read all of the file and found nothing.</summary>
    public static ScanVerdict Clean { get; } = new(isClean: true, code: null);

    /// <summary>The scanner cannot read such a file and says nothing about it.</summary>
    public static ScanVerdict NotRead => default;

    /// <summary>Whether the scanner has read the file and found nothing.</summary>
    public bool IsClean { get; }

    /// <summary>Whether the file must not be delivered.</summary>
    public bool IsBlocked => Code is not null;

    /// <summary>Why it must not; <see langword="null"/> unless it is blocked.</summary>
    public string? Code { get; }

    /// <summary>The file must not be delivered.</summary>
    /// <param name="code">
    /// Why, as everybody in the chat may know it: 1 to <see cref="MaxCodeLength"/> characters in kebab-case
    /// (<c>a-z</c>, <c>0-9</c> and single hyphens, starting with a letter). Never words of the file.
    /// </param>
    /// <exception cref="ArgumentException">The code is not of that form.</exception>
    public static ScanVerdict Blocked(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return KebabCase.IsCode(code, MaxCodeLength)
            ? new ScanVerdict(isClean: false, code)
            : throw new ArgumentException("A verdict's code is in kebab-case, as 'malware'.", nameof(code));
    }

    /// <inheritdoc/>
    public override string ToString() => IsClean ? "clean" : Code ?? "not-read";

    /// <summary>The worse of two: blocked, then not read, then clean. Of two that block, the first.</summary>
    internal static ScanVerdict Worst(ScanVerdict first, ScanVerdict second) =>
        first.IsBlocked || second.IsClean ? first
        : second.IsBlocked ? second
        : default;
}
