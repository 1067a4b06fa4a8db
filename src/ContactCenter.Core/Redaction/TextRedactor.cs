namespace ContactCenter.Redaction;

/// <summary>The pipeline for what is written to logs: text in, text out, never what could not be judged.</summary>
/// <remarks>
/// <para>
/// Of the form that logging stacks ask for (<c>Microsoft.Extensions.Compliance.Redaction.Redactor</c>), so that an
/// adapter of a few lines joins the two. What is dropped or cannot be judged is <see cref="Refused"/>.
/// </para>
/// <para>Clean text costs no allocation. Immutable and thread safe.</para>
/// </remarks>
public sealed class TextRedactor
{
    /// <summary>What stands for a text that may not be written at all.</summary>
    public const string Refused = "[refused]";

    private readonly RedactionPipeline _pipeline;
    private readonly RedactionContext _context;

    /// <summary>A redactor that asks a pipeline.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="context">What is known of all texts that it is given.</param>
    public TextRedactor(RedactionPipeline pipeline, RedactionContext context = default)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        _pipeline = pipeline;
        _context = context;
    }

    /// <summary>How long a text is once it is redacted, in UTF-16 units.</summary>
    /// <param name="source">The text.</param>
    public int GetRedactedLength(ReadOnlySpan<char> source) =>
        Of(source) is { } written ? written.Length : source.Length;

    /// <summary>Writes a text as it may be seen.</summary>
    /// <param name="source">The text.</param>
    /// <param name="destination">Takes it; <see cref="GetRedactedLength"/> says how much room it needs.</param>
    /// <returns>How many characters were written.</returns>
    /// <exception cref="ArgumentException">The destination is too short; nothing was written.</exception>
    public int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        var written = Of(source) is { } text ? text : source;
        if (written.Length > destination.Length)
        {
            throw new ArgumentException(
                $"There is room for {destination.Length} characters, not for {written.Length}.", nameof(destination));
        }

        written.CopyTo(destination);
        return written.Length;
    }

    /// <summary>A text as it may be seen.</summary>
    /// <param name="source">The text; null is none.</param>
    /// <returns>The very string that was given when it is clean.</returns>
    public string Redact(string? source) => source is null ? string.Empty : Of(source) ?? source;

    // Null when the text may be written as it is.
    private string? Of(ReadOnlySpan<char> source)
    {
        var result = _pipeline.Redact(source, _context);
        return result.Verdict != RedactionVerdict.Passed ? Refused
            : result.IsClean ? null
            : result.Text.Text;
    }
}
