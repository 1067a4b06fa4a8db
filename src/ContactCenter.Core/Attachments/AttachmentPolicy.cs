using System.Collections.Immutable;

namespace ContactCenter.Attachments;

/// <summary>What may be attached.</summary>
internal sealed record AttachmentPolicy
{
    /// <summary>The longest extension that can be one.</summary>
    internal const int MaxExtension = 20;

    public bool IsEnabled { get; init; } = true;

    public int MaxFiles { get; init; } = 10;

    /// <summary>The files of one message stay below it, together.</summary>
    public long MaxTotalBytes { get; init; } = 25_000_000;

    /// <summary>In lower case, without the dot.</summary>
    public ImmutableArray<string> Extensions { get; init; } = Published;

    public TimeSpan ScanTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many may be on their way in one chat.</summary>
    public int MaxPending { get; init; } = 50;

    /// <summary>What the seed's product takes, as published. Source: chat specification R68.</summary>
    internal static ImmutableArray<string> Published { get; } =
    [
        .. ("html mhtml mht odt pdf pdfxml rtf shtml xps xml xhtml txt eml msg ods dot dothtml dotx dotm pot pothtml "
            + "ppthtml pptmhtml pptxml potm potx pps ppam ppsm ppsx pptx pptm ppt pub pubhtml pubmhtml xls xlshtml "
            + "xlthtml xlt xlsm xltx xltm xlam xlsb xlsx").Split(' '),
    ];

    /// <summary>Why these files may not be sent together; null when they may.</summary>
    /// <param name="files">The extension of each, and its length as far as it is known.</param>
    internal Rejection? Refusal(IReadOnlyCollection<(string Extension, long Length)> files)
    {
        if (!IsEnabled)
        {
            return Rejections.AttachmentsOff;
        }

        if (files.Count == 0)
        {
            return Rejections.MessageEmpty;
        }

        if (files.Count > MaxFiles)
        {
            return Rejections.TooManyFiles.About($"{MaxFiles} at most");
        }

        foreach (var (index, (extension, length)) in files.Index())
        {
            if (!Extensions.Contains(extension))
            {
                // Its place and not its name: what a name holds is nobody's business here.
                return Rejections.ExtensionNotAllowed.About($"file {index + 1}");
            }

            if (length < 0)
            {
                return Rejections.FilesTooLarge.About($"file {index + 1}");
            }
        }

        return files.Sum(file => (decimal)file.Length) >= MaxTotalBytes
            ? Rejections.FilesTooLarge.About($"below {MaxTotalBytes} bytes together")
            : null;
    }

    internal IEnumerable<string> Faults()
    {
        if (MaxFiles is < 1 or > 100)
        {
            yield return $"files of a message {MaxFiles} is not 1 to 100";
        }

        if (MaxPending is < 1 or > 1_000)
        {
            yield return $"files on their way in a chat {MaxPending} is not 1 to 1,000";
        }

        if (MaxTotalBytes is < 1 or > 1_000_000_000)
        {
            yield return $"bytes of a message's files {MaxTotalBytes} is not 1 to 1,000,000,000";
        }

        if (ScanTimeout <= TimeSpan.Zero || ScanTimeout > TimeSpan.FromHours(1))
        {
            yield return $"scan timeout {ScanTimeout} is not above 0 and at most an hour";
        }

        foreach (var extension in Extensions.Where(extension => !IsExtension(extension)))
        {
            yield return $"'{extension}' is no extension in lower case";
        }
    }

    private static bool IsExtension(string text) => text.Length is > 0 and <= MaxExtension
        && text.All(unit => char.IsLetterOrDigit(unit) && !char.IsUpper(unit));
}
