namespace ContactCenter.Files;

/// <summary>What a scanner says of a file: clean, not read, or blocked for a reason.</summary>
/// <remarks>An immutable value, safe to write to logs. The default value is <see cref="NotRead"/>.</remarks>
public readonly record struct ScanVerdict
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxCodeLength = 50;

    private ScanVerdict(bool isClean, string? code, bool isUnread = false)
    {
        IsClean = isClean;
        Code = code;
        IsUnread = isUnread;
    }

    /// <summary>The scanner has read all of the file and found nothing.</summary>
    public static ScanVerdict Clean { get; } = new(isClean: true, code: null);

    /// <summary>The scanner cannot read such a file and says nothing about it.</summary>
    public static ScanVerdict NotRead => default;

    /// <summary>Whether the scanner has read the file and found nothing.</summary>
    public bool IsClean { get; }

    /// <summary>Whether the file must not be delivered.</summary>
    public bool IsBlocked => Code is not null && !IsUnread;

    /// <summary>Whether it may be delivered although nobody has read all of it.</summary>
    public bool IsUnread { get; }

    /// <summary>Why it must not, or what could not be read; <see langword="null"/> else.</summary>
    public string? Code { get; }

    /// <summary>The file must not be delivered.</summary>
    /// <param name="code">
    /// Why, as everybody in the chat may know it: 1 to <see cref="MaxCodeLength"/> characters in kebab-case
    /// (<c>a-z</c>, <c>0-9</c> and single hyphens, starting with a letter). Never words of the file.
    /// </param>
    /// <exception cref="ArgumentException">The code is not of that form.</exception>
    public static ScanVerdict Blocked(string code) => new(isClean: false, Checked(code));

    /// <summary>
    /// The scanner could not read all of the file and found nothing in the rest, and the host's policy lets it pass. If
    /// no other scanner objects it is delivered, and the audit trail says so.
    /// </summary>
    /// <param name="code">What could not be read, in the form of <see cref="Blocked"/>.</param>
    /// <exception cref="ArgumentException">The code is not of that form.</exception>
    public static ScanVerdict Unread(string code) => new(isClean: false, Checked(code), isUnread: true);

    /// <inheritdoc/>
    public override string ToString() => IsClean ? "clean" : IsUnread ? "unread " + Code : Code ?? "not-read";

    /// <summary>
    /// The worse of two: blocked, then not read, then delivered unread, then clean. Of two alike, the first.
    /// </summary>
    internal static ScanVerdict Worst(ScanVerdict first, ScanVerdict second) =>
        RankOf(second) > RankOf(first) ? second : first;

    private static int RankOf(ScanVerdict verdict) =>
        verdict.IsBlocked ? 3 : verdict.IsClean ? 0 : verdict.IsUnread ? 1 : 2;

    private static string Checked(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return KebabCase.IsCode(code, MaxCodeLength)
            ? code
            : throw new ArgumentException("A verdict's code is in kebab-case, as 'malware'.", nameof(code));
    }
}
