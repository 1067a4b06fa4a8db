using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>One file's text on its way through the pipeline: as it stands, and as it is seen.</summary>
/// <remarks>
/// A text with tags is read four times over: as it stands; with escapes decoded, which has what is in tags; and
/// without tags, those that nobody knows once taken for nothing and once for a space. JSON is read three times: as it
/// stands, with escapes decoded, and as a list of its values.
/// </remarks>
internal sealed class TextScan : IDisposable
{
    // Here and there texts have a control character; a file that is full of them only looks like text.
    private const int FreeControls = 8;
    private const int CharactersPerControl = 64;

    private readonly List<ScanWindow> _windows = [];
    private readonly List<TextBlock> _blocks = [];
    private readonly List<EscapeDecoder> _decoders = [];
    private readonly MarkupReader? _markup;
    private readonly JsonReader? _json;
    private readonly TableColumns? _columns;
    private long _characters;
    private long _controls;
    private bool _isBinary;

    internal TextScan(RedactionPipeline pipeline, TextFormat format)
    {
        _windows.Add(new ScanWindow(pipeline, format == TextFormat.Mail ? OpaqueParts.AreInMail : null));
        _columns = format == TextFormat.Table && pipeline.LooksFor(RedactionKind.SecurityCode)
            ? new TableColumns()
            : null;
        if (format is TextFormat.Plain or TextFormat.Table)
        {
            return;
        }

        var isMarkup = format != TextFormat.Json;
        var decoded = Through(new ScanWindow(pipeline, isMarkup ? OpaqueParts.AreInMarkup : null), collapses: false);
        _decoders.Add(new EscapeDecoder(decoded.Add));
        if (isMarkup)
        {
            var joined = Through(new ScanWindow(pipeline), collapses: true);
            var parted = Through(new ScanWindow(pipeline), collapses: true);
            var seen = new EscapeDecoder(character =>
            {
                joined.Add(character);
                parted.Add(character);
            });
            _decoders.Add(seen);
            _markup = new MarkupReader(format == TextFormat.Xml, seen.Add, gap =>
            {
                seen.Flush();
                Part(joined, gap == MarkupGap.Block);
                Part(parted, gap != MarkupGap.Inline);
            });
        }
        else
        {
            var listed = Through(new ScanWindow(pipeline), collapses: true);
            var values = new EscapeDecoder(listed.Add);
            _decoders.Add(values);
            _json = new JsonReader(values.Add, () =>
            {
                values.Flush();
                listed.Add(' ');
            });
        }
    }

    /// <summary>Whether nothing that follows can change the verdict.</summary>
    internal bool IsOver => _isBinary || _windows.Exists(window => !window.Verdict.IsClean)
        || _columns is { Verdict.IsClean: false };

    internal void Append(ReadOnlySpan<char> text)
    {
        Count(text);
        _windows[0].Append(text);
        _columns?.Append(text);
        if (_decoders.Count > 0)
        {
            foreach (var character in text)
            {
                _decoders[0].Add(character);
                _markup?.Add(character);
                _json?.Add(character);
            }
        }
    }

    /// <summary>There is no more.</summary>
    internal ScanVerdict End()
    {
        if (!IsOver)
        {
            _decoders.ForEach(decoder => decoder.Flush());
            _blocks.ForEach(block => block.Flush());
            _windows.ForEach(window => window.End());
        }

        return _windows.Select(window => window.Verdict)
            .Append(_columns?.End() ?? ScanVerdict.Clean)
            .Aggregate(_isBinary ? ScanVerdict.NotRead : ScanVerdict.Clean, ScanVerdict.Worst);
    }

    public void Dispose()
    {
        _blocks.ForEach(block => block.Dispose());
        _windows.ForEach(window => window.Dispose());
    }

    private static void Part(TextBlock block, bool isParted)
    {
        if (isParted)
        {
            block.Add(' ');
        }
    }

    private TextBlock Through(ScanWindow window, bool collapses)
    {
        var block = new TextBlock(window, collapses);
        _windows.Add(window);
        _blocks.Add(block);
        return block;
    }

    private void Count(ReadOnlySpan<char> text)
    {
        _characters += text.Length;
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\u0085'))
            {
                _isBinary |= character == '\0';
                _controls++;
            }
        }

        _isBinary |= _controls > FreeControls + (_characters / CharactersPerControl);
    }
}
