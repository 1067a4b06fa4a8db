using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ContactCenter.Files;

/// <summary>Gathers characters for a window.</summary>
/// <param name="window">Takes them.</param>
/// <param name="collapses">Whether spaces and line ends in a row are one space, as browsers show them.</param>
internal sealed class TextBlock(ScanWindow window, bool collapses) : IDisposable
{
    private readonly char[] _text = new char[2048];
    private int _length;
    private bool _afterSpace;

    internal void Add(char character)
    {
        var isSpace = collapses && char.IsWhiteSpace(character);
        if (!isSpace || !_afterSpace)
        {
            _text[_length++] = isSpace ? ' ' : character;
        }

        _afterSpace = isSpace;
        if (_length == _text.Length)
        {
            Flush();
        }
    }

    internal void Flush()
    {
        window.Append(_text.AsSpan(0, _length));
        _length = 0;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_text.AsSpan()));
}
