using System.Collections.Frozen;
using System.Text;

namespace ContactCenter.Files;

/// <summary>Reads rich text as people see it: without control words, escapes resolved, properties beside it.</summary>
/// <remarks>A byte at a time, in space that only nesting takes, and that is bounded.</remarks>
/// <param name="text">Takes it.</param>
/// <param name="showsHidden">Whether what is hidden is read where it stands, or beside the text.</param>
internal sealed class RtfReader(StoryText text, bool showsHidden = false)
{
    private const int MaxNesting = 1_000;
    private const int LongestWord = 32;

    private static readonly FrozenSet<string> Breaks = FrozenSet.Create(
        "par", "line", "row", "sect", "page", "column", "lbr", "tab", "cell", "nestcell", "nestrow", "emspace",
        "enspace", "qmspace");

    private static readonly FrozenSet<string> Properties = FrozenSet.Create(
        "info", "title", "subject", "author", "operator", "keywords", "comment", "doccomm", "company", "category",
        "manager", "fonttbl", "colortbl", "stylesheet", "fldinst", "atnid", "atnauthor", "bkmkstart", "bkmkend",
        "footnote", "annotation", "propname", "staticval");

    private static readonly FrozenSet<string> Settings = FrozenSet.Create(
        "themedata", "colorschememapping", "datastore", "latentstyles", "rsidtbl", "blipuid", "listtable",
        "listoverridetable", "xmlnstbl");

    private readonly Stack<RtfGroup> _groups = new();
    private readonly char[] _characters = new char[8];
    private RtfGroup _group = new(Skip: 1, RtfPlace.Story);
    private Decoder _decoder = CodePages.Of(1252).GetDecoder();
    private int _toSkip;

    /// <summary>Whether it holds a picture.</summary>
    internal bool HasPicture { get; private set; }

    /// <summary>Whether it holds a file of another kind.</summary>
    internal bool HasObject { get; private set; }

    /// <summary>Whether some of it is hidden, so that a number may be whole only with it or without.</summary>
    internal bool HasHidden { get; private set; }

    internal void Read(ReadOnlySpan<byte> content, ScanBudget budget)
    {
        for (var at = 0; at < content.Length && !text.IsOver;)
        {
            if ((at & 0xFFF) == 0)
            {
                budget.Token.ThrowIfCancellationRequested();
            }

            var unit = content[at++];
            switch (unit)
            {
                case (byte)'{':
                    Open();
                    break;
                case (byte)'}':
                    Close();
                    break;
                case (byte)'\\' when at < content.Length:
                    at = Control(content, at);
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Byte(unit);
                    break;
            }
        }
    }

    private void Open()
    {
        if (_groups.Count == MaxNesting)
        {
            throw new ScanLimitException();
        }

        _groups.Push(_group);
        _group = _group with { IsApart = false };
        _toSkip = 0;
    }

    private void Close()
    {
        var outer = _groups.Count > 0 ? _groups.Pop() : _group;
        if (_group.IsApart || outer.Place != _group.Place || outer.IsHidden != _group.IsHidden)
        {
            text.AddBeside('\n');
        }

        _group = outer;
        _toSkip = 0;
    }

    private int Control(ReadOnlySpan<byte> content, int at)
    {
        var first = content[at];
        if (!char.IsAsciiLetter((char)first))
        {
            return at + 1 + Symbol(first, content[(at + 1)..]);
        }

        var end = at;
        while (end < content.Length && end - at < LongestWord && char.IsAsciiLetter((char)content[end]))
        {
            end++;
        }

        var word = Encoding.ASCII.GetString(content[at..end]);
        var (value, length) = Number(content[end..]);
        end += length;
        end += end < content.Length && content[end] == ' ' ? 1 : 0;
        if (word == "bin" && value > 0)
        {
            HasObject = true;
            return (int)Math.Min(content.Length, (long)end + value.Value);
        }

        Word(word, value);
        return end;
    }

    /// <returns>How many bytes more it takes.</returns>
    private int Symbol(byte symbol, ReadOnlySpan<byte> rest)
    {
        switch ((char)symbol)
        {
            case '\'' when rest.Length > 1 && TransferDecoding.TryHex(rest[0], rest[1], out var unit):
                Byte(unit);
                return 2;
            case '*':
                PlaceBeside();
                break;
            case '~' or '\r' or '\n':
                Add(' ');
                break;
            case '_':
                Add('-');
                break;
            case '\\' or '{' or '}':
                Byte(symbol);
                break;
            default:
                break;
        }

        return 0;
    }

    private void Word(string word, int? value)
    {
        switch (word)
        {
            case "u" when value is { } unit:
                _toSkip = 0;
                Add((char)(ushort)unit);
                _toSkip = _group.Skip;
                break;
            case "uc":
                _group = _group with { Skip = Math.Clamp(value ?? 1, 0, 100) };
                break;
            case "ansicpg" when value is { } number:
                _decoder = CodePages.Of(number).GetDecoder();
                break;
            case "pict":
                HasPicture = true;
                _group = _group with { Place = RtfPlace.Nowhere };
                break;
            case "objdata":
                HasObject = true;
                _group = _group with { Place = RtfPlace.Nowhere };
                break;
            case "v" or "plain":
                Hide(word == "v" && value != 0);
                break;
            case "endash" or "emdash":
                Add('-');
                break;
            default:
                Place(word);
                break;
        }
    }

    private void Place(string word)
    {
        if (Breaks.Contains(word))
        {
            Add(' ');
        }
        else if (Settings.Contains(word))
        {
            _group = _group with { Place = RtfPlace.Nowhere };
        }
        else if (Properties.Contains(word))
        {
            PlaceBeside();
        }
    }

    private void PlaceBeside() => _group = _group with
    {
        Place = _group.Place == RtfPlace.Story ? RtfPlace.Beside : _group.Place,
        IsApart = true,
    };

    // Only where it changes: what parts nothing must not tear a number.
    private void Hide(bool isHidden)
    {
        if (isHidden != _group.IsHidden)
        {
            text.AddBeside('\n');
        }

        _group = _group with { IsHidden = isHidden };
        HasHidden |= isHidden;
    }

    private static (int? Value, int Length) Number(ReadOnlySpan<byte> content)
    {
        var at = content is [(byte)'-', ..] ? 1 : 0;
        var isNegative = at > 0;
        var (value, start) = (0L, at);
        for (; at < content.Length && char.IsAsciiDigit((char)content[at]); at++)
        {
            value = Math.Min(int.MaxValue, (value * 10) + (content[at] - '0'));
        }

        return at == start ? (null, 0) : ((int)(isNegative ? -value : value), at);
    }

    private void Byte(byte unit)
    {
        var count = _decoder.GetChars([unit], _characters, flush: false);
        for (var index = 0; index < count; index++)
        {
            Add(_characters[index]);
        }
    }

    private void Add(char character)
    {
        if (_toSkip > 0)
        {
            _toSkip--;
        }
        else if (_group.Place == RtfPlace.Story && (showsHidden || !_group.IsHidden))
        {
            text.Add(character);
        }
        else if (_group.Place != RtfPlace.Nowhere)
        {
            text.AddBeside(character);
        }
    }
}
