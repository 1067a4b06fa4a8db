using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>
/// The text of a part of a document as it is read; what stands aside of it: notes, boxes; and what stands beside it:
/// attributes, formulas, notes of the format. They are apart, so that none tears a number of another.
/// </summary>
internal sealed class StoryText : IDisposable
{
    private readonly RedactionPipeline _pipeline;
    private readonly ScanWindow _mainWindow;
    private readonly ScanWindow _besideWindow;
    private readonly TextBlock _main;
    private readonly TextBlock _beside;

    // Few have any.
    private ScanWindow? _asideWindow;
    private TextBlock? _aside;

    internal StoryText(RedactionPipeline pipeline)
    {
        _pipeline = pipeline;
        _mainWindow = new ScanWindow(pipeline);
        _besideWindow = new ScanWindow(pipeline);
        _main = new TextBlock(_mainWindow, collapses: true);
        _beside = new TextBlock(_besideWindow, collapses: true);
    }

    /// <summary>Whether nothing that follows can change the verdict.</summary>
    internal bool IsOver => !_mainWindow.Verdict.IsClean || !_besideWindow.Verdict.IsClean
        || _asideWindow is { Verdict.IsClean: false };

    internal void Add(char character) => _main.Add(character);

    internal void Add(ReadOnlySpan<char> text) => Add(_main, text);

    internal void AddAside(ReadOnlySpan<char> text)
    {
        _asideWindow ??= new ScanWindow(_pipeline);
        Add(_aside ??= new TextBlock(_asideWindow, collapses: true), text);
    }

    internal void AddBeside(char character) => _beside.Add(character);

    internal void AddBeside(ReadOnlySpan<char> text) => Add(_beside, text);

    /// <summary>There is no more.</summary>
    internal ScanVerdict End()
    {
        _main.Flush();
        _beside.Flush();
        _mainWindow.End();
        _besideWindow.End();
        _aside?.Flush();
        _asideWindow?.End();
        var worst = ScanVerdict.Worst(_mainWindow.Verdict, _besideWindow.Verdict);
        return _asideWindow is null ? worst : ScanVerdict.Worst(worst, _asideWindow.Verdict);
    }

    public void Dispose()
    {
        _main.Dispose();
        _beside.Dispose();
        _mainWindow.Dispose();
        _besideWindow.Dispose();
        _aside?.Dispose();
        _asideWindow?.Dispose();
    }

    private static void Add(TextBlock block, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            block.Add(character);
        }
    }
}
