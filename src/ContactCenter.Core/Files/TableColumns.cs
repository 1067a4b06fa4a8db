using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Files;

/// <summary>
/// Looks in a table for codes that only the head of their column names: what stands beside such a name in a message
/// stands far below it here.
/// </summary>
internal sealed class TableColumns
{
    private const int LongestHead = 4096;
    private const int FewestDigits = 3;
    private const int MostDigits = 4;

    // A PIN of six digits may be a place in India: in a table of addresses it is.
    private const int PinDigits = 4;

    private const Cue Codes = Cue.SecurityCode | Cue.Pin;
    private const Cue OfCards = Cue.Card | Cue.SecurityCode | Cue.Expiry;
    private const string Separators = ",;\t|";

    private readonly StringBuilder _head = new();
    private readonly char[] _cell = new char[MostDigits];
    private Cue[] _columns = [];
    private char _separator;
    private int _column;
    private int _length;
    private bool _isQuoted;
    private bool _isInHead = true;
    private bool _isOver;

    /// <summary>Whether there is such a code; the kind of the first.</summary>
    internal ScanVerdict Verdict { get; private set; } = ScanVerdict.Clean;

    /// <summary>Whether a whole table has one.</summary>
    internal static bool HoldCodes(string text)
    {
        var columns = new TableColumns();
        columns.Append(text);
        return !columns.End().IsClean;
    }

    internal void Append(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length && !_isOver; i++)
        {
            if (_isInHead)
            {
                TakeHead(text[i]);
            }
            else
            {
                Take(text[i]);
            }
        }
    }

    /// <summary>There is no more.</summary>
    internal ScanVerdict End()
    {
        EndCell();
        return Verdict;
    }

    private void TakeHead(char character)
    {
        if (character is not ('\n' or '\r'))
        {
            _head.Append(character);
            _isOver = _head.Length == LongestHead;
        }
        else if (_head.Length > 0)
        {
            var head = Unquoted(_head.ToString());
            _separator = Separators.MaxBy(separator => head.Count(separator));
            var cells = head.Split(_separator);

            // Of cards a "CID" is no id of a customer's.
            var isOfCards = ((Cue)CueWords.All.ValuesIn(head) & OfCards) != Cue.None;
            var codes = isOfCards ? Codes | Cue.SecurityHint : Codes;
            _columns = [.. cells.Select(cell => CueWords.In(cell) & codes)];
            _isInHead = false;
            _isOver = _columns.All(codes => codes == Cue.None);
        }
    }

    /// <summary>The same without what separates nothing, as it stands in quotes.</summary>
    private static string Unquoted(string head)
    {
        var isQuoted = false;
        return string.Create(head.Length, head, (cells, from) =>
        {
            for (var i = 0; i < cells.Length; i++)
            {
                isQuoted ^= from[i] == '"';
                cells[i] = isQuoted && Separators.Contains(from[i], StringComparison.Ordinal) ? ' ' : from[i];
            }
        });
    }

    private void Take(char character)
    {
        if (character == '"')
        {
            _isQuoted = !_isQuoted;
        }
        else if (!_isQuoted && character is '\n' or '\r')
        {
            EndCell();
            _column = 0;
        }
        else if (!_isQuoted && character == _separator)
        {
            EndCell();
            _column++;
        }
        else if (character is not (' ' or '\''))
        {
            if (_length < MostDigits)
            {
                _cell[_length] = character;
            }

            _length++;
        }
    }

    private void EndCell()
    {
        var codes = _column < _columns.Length ? _columns[_column] : Cue.None;
        if (codes != Cue.None && _length is >= FewestDigits and <= MostDigits
            && !_cell.AsSpan(0, _length).ContainsAnyExceptInRange('0', '9'))
        {
            var kind = (codes & (Cue.SecurityCode | Cue.SecurityHint)) != Cue.None ? RedactionKind.SecurityCode
                : _length == PinDigits ? RedactionKind.Pin
                : default(RedactionKind?);
            Verdict = kind is { } found ? ScanVerdict.Blocked(found.Code) : Verdict;
            _isOver = kind is not null;
        }

        _cell.AsSpan().Clear();
        _length = 0;
    }
}
