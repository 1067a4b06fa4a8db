using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>
/// The text of a part of a document as it is read, and what stands beside it: attributes, formulas, notes of the
/// format. They are apart, so that neither tears a number of the other.
/// </summary>
internal sealed class StoryText : IDisposable
{
    private readonly ScanWindow _mainWindow;
    private readonly ScanWindow _besideWindow;
    private readonly TextBlock _main;
    private readonly TextBlock _beside;

    internal StoryText(RedactionPipeline pipeline)
    {
        _mainWindow = new ScanWindow(pipeline);
        _besideWindow = new ScanWindow(pipeline);
        _main = new TextBlock(_mainWindow, collapses: true);
        _beside = new TextBlock(_besideWindow, collapses: true);
    }

    /// <summary>Whether nothing that follows can change the verdict.</summary>
    internal bool IsOver => !_mainWindow.Verdict.IsClean || !_besideWindow.Verdict.IsClean;

    internal void Add(char character) => _main.Add(character);

    internal void Add(ReadOnlySpan<char> text) => Add(_main, text);

    internal void AddBeside(char character) => _beside.Add(character);

    internal void AddBeside(ReadOnlySpan<char> text) => Add(_beside, text);

    /// <summary>There is no more.</summary>
    internal ScanVerdict End()
    {
        _main.Flush();
        _beside.Flush();
        _mainWindow.End();
        _besideWindow.End();
        return ScanVerdict.Worst(_mainWindow.Verdict, _besideWindow.Verdict);
    }

    public void Dispose()
    {
        _main.Dispose();
        _beside.Dispose();
        _mainWindow.Dispose();
        _besideWindow.Dispose();
    }

    private static void Add(TextBlock block, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            block.Add(character);
        }
    }
}
