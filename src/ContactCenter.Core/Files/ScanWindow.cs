using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>Puts a text of any length through the pipeline, by windows, the end of one in the next.</summary>
/// <remarks>
/// Holds the text as rules read it, without characters that nobody sees: a thousand of them between two digits do not
/// push a number out of the window. One thread at a time.
/// </remarks>
/// <param name="pipeline">Finds what must not travel.</param>
/// <param name="isOpaque">
/// Whether a text, of which more may follow or not, holds something that this scanner cannot read; null: never.
/// </param>
internal sealed class ScanWindow(RedactionPipeline pipeline, Func<string, bool, bool>? isOpaque = null) : IDisposable
{
    internal const int Length = 32 * 1024;

    // Enough for the longest number with the longest gaps, and for all that rules look at around one.
    internal const int Overlap = 1024;

    // A longer run of digits is no number, wherever it is cut.
    private const int LongestRun = 256;

    private const int Step = 4096;

    // There is time to read what few texts have: nobody waits for a file as for a message.
    private static readonly RedactionContext Patient = new() { MayTellInWords = true };

    private readonly char[] _text = new char[Length];
    private readonly int[] _origins = new int[Step];
    private int _length;

    /// <summary>What was found so far. Only a clean text is read further.</summary>
    internal ScanVerdict Verdict { get; private set; } = ScanVerdict.Clean;

    internal void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && Verdict.IsClean)
        {
            var taken = Math.Min(Math.Min(text.Length, Step), Length - _length);
            if (taken > 1 && taken < text.Length && char.IsHighSurrogate(text[taken - 1]))
            {
                taken--;
            }

            Take(text[..taken]);
            text = text[taken..];
            if (_length >= Length - 1)
            {
                ScanAndKeepTheEnd();
            }
        }
    }

    /// <summary>There is no more.</summary>
    internal void End()
    {
        if (Verdict.IsClean)
        {
            Scan(_length, isEnd: true);
        }
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_text.AsSpan()));

    private void Take(ReadOnlySpan<char> text)
    {
        var room = _text.AsSpan(_length);
        if (TextReading.IsPlain(text))
        {
            text.CopyTo(room);
            _length += text.Length;
        }
        else
        {
            _length += TextReading.Read(text, room, _origins);
        }
    }

    // The cut is before the last digits, which may go on; and the next window begins with no rest of a number.
    private void ScanAndKeepTheEnd()
    {
        var end = _length;
        while (end > _length - LongestRun && char.IsAsciiDigit(_text[end - 1]))
        {
            end--;
        }

        Scan(end, isEnd: false);
        var start = end - Overlap;
        for (var limit = start + LongestRun; start < limit && IsWithin(start); start++)
        {
        }

        var kept = _text.AsSpan(start, _length - start);
        kept.CopyTo(_text);
        _length = kept.Length;
    }

    private bool IsWithin(int start) =>
        (char.IsAsciiDigit(_text[start]) && char.IsAsciiDigit(_text[start - 1])) || char.IsLowSurrogate(_text[start]);

    private void Scan(int end, bool isEnd)
    {
        var text = new string(_text, 0, end);
        var result = pipeline.Redact(text, Patient);
        Verdict = result.Verdict switch
        {
            _ when result.IsClean => isOpaque?.Invoke(text, isEnd) == true ? ScanVerdict.NotRead : ScanVerdict.Clean,
            RedactionVerdict.Passed => Blocked(result.Text.Findings.Select(finding => finding.Kind)),
            RedactionVerdict.Dropped => Blocked(result.DroppedKinds),
            _ => ScanVerdict.Blocked(TextAttachmentScanner.Unscannable),
        };
    }

    // Card data names itself before anything else that was found.
    private static ScanVerdict Blocked(IEnumerable<RedactionKind> kinds)
    {
        var code = kinds.OrderBy(kind => kind == RedactionKind.CardNumber ? 0 : 1).First().Code;
        return ScanVerdict.Blocked(code.Length <= ScanVerdict.MaxCodeLength ? code : TextAttachmentScanner.Sensitive);
    }
}
