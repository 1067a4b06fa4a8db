using System.Collections.Frozen;

namespace ContactCenter.Files;

/// <summary>Reads the text between tags as a browser does, however wrong the tags are.</summary>
/// <remarks>A character at a time, in constant space: depth is not counted and nothing has to be closed.</remarks>
internal sealed class MarkupReader(bool isXml, Action<char> text, Action<MarkupGap> gap)
{
    private const int LongestName = 16;
    private const string VerbatimMark = "[CDATA[";

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
        "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "script", "small", "span", "strike", "strong",
        "style", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private static readonly FrozenSet<string> Block = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
        "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "title", "tr", "ul");

    // By the span of a name, so that a file full of tags makes no strings.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames =
        Inline.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockNames =
        Block.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly char[] _name = new char[LongestName];
    private MarkupState _state;
    private int _length;
    private int _match;
    private bool _closes;
    private string _hidden = string.Empty;

    internal void Add(char character)
    {
        switch (_state)
        {
            case MarkupState.Text when character == '<':
                _state = MarkupState.TagOpen;
                break;
            case MarkupState.Text:
                text(character);
                break;
            case MarkupState.TagOpen or MarkupState.EndTagOpen:
                Open(character);
                break;
            case MarkupState.Declaration:
                Declare(character);
                break;
            case MarkupState.Comment:
                Comment(character);
                break;
            case MarkupState.Bogus:
                CloseIf(character == '>');
                break;
            case MarkupState.Instruction:
                CloseIf(character == '>' && _match == 1);
                _match = character == '?' ? 1 : 0;
                break;
            case MarkupState.Verbatim:
                Verbatim(character);
                break;
            case MarkupState.Hidden:
                Hidden(character);
                break;
            default:
                Tag(character);
                break;
        }
    }

    private void Open(char character)
    {
        var isEnd = _state == MarkupState.EndTagOpen;
        if (char.IsAsciiLetter(character) || (isXml && IsXmlNameStart(character)))
        {
            (_closes, _length, _state) = (isEnd, 0, MarkupState.TagName);
            Tag(character);
        }
        else if (isEnd)
        {
            _state = MarkupState.Bogus;
            CloseIf(character == '>');
        }
        else if (character is '/' or '!' or '?')
        {
            _match = 0;
            _state = character switch
            {
                '/' => MarkupState.EndTagOpen,
                '!' => MarkupState.Declaration,
                _ when isXml => MarkupState.Instruction,
                _ => MarkupState.Bogus,
            };
        }
        else
        {
            _state = MarkupState.Text;
            text('<');
            Add(character);
        }
    }

    private static bool IsXmlNameStart(char character) => char.IsLetter(character) || character is '_' or ':';

    private void Tag(char character)
    {
        var isSpace = character is ' ' or '\t' or '\n' or '\r' or '\f';
        var isQuoted = _state is MarkupState.DoubleQuoted or MarkupState.SingleQuoted;
        if (character == '>' && !isQuoted)
        {
            CloseTag();
            return;
        }

        if (_state == MarkupState.TagName && _length < LongestName)
        {
            _name[_length] = char.ToLowerInvariant(character);
            _length += isSpace || character == '/' ? 0 : 1;
        }

        _state = (_state, character) switch
        {
            (MarkupState.DoubleQuoted, '"') or (MarkupState.SingleQuoted, '\'') => MarkupState.BeforeAttribute,
            (MarkupState.DoubleQuoted or MarkupState.SingleQuoted, _) => _state,
            (MarkupState.BeforeValue, '"') => MarkupState.DoubleQuoted,
            (MarkupState.BeforeValue, '\'') => MarkupState.SingleQuoted,
            (MarkupState.BeforeValue, _) => isSpace ? _state : MarkupState.Unquoted,
            (MarkupState.Unquoted, _) => isSpace ? MarkupState.BeforeAttribute : _state,
            (MarkupState.Attribute or MarkupState.AfterAttribute, '=') => MarkupState.BeforeValue,
            (MarkupState.Attribute or MarkupState.AfterAttribute, _) when isSpace => MarkupState.AfterAttribute,
            (_, '/') => MarkupState.BeforeAttribute,
            (MarkupState.TagName, _) => isSpace ? MarkupState.BeforeAttribute : _state,
            (MarkupState.BeforeAttribute, _) when isSpace => _state,
            _ => MarkupState.Attribute,
        };
    }

    private void CloseTag()
    {
        var name = _name.AsSpan(0, _length);
        gap(InlineNames.Contains(name) ? MarkupGap.Inline
            : BlockNames.Contains(name) ? MarkupGap.Block
            : MarkupGap.Unknown);
        _match = 0;
        _hidden = name switch
        {
            _ when isXml || _closes => string.Empty,
            "script" => "script",
            "style" => "style",
            _ => string.Empty,
        };
        _state = _hidden.Length > 0 ? MarkupState.Hidden : MarkupState.Text;
    }

    private void CloseIf(bool isEnd)
    {
        if (isEnd)
        {
            _state = MarkupState.Text;
            gap(MarkupGap.Inline);
        }
    }

    private void Declare(char character)
    {
        const int Dash = -1;
        if (character == '-' && _match is (0 or Dash))
        {
            (_state, _match) = _match == Dash ? (MarkupState.Comment, 2) : (_state, Dash);
        }
        else if (isXml && _match >= 0 && character == VerbatimMark[_match])
        {
            _match++;
            (_state, _match) = _match == VerbatimMark.Length ? (MarkupState.Verbatim, 0) : (_state, _match);
        }
        else
        {
            _state = MarkupState.Bogus;
            CloseIf(character == '>');
        }
    }

    // Two dashes have been seen at its beginning, so that "<!-->" ends it, as in browsers.
    private void Comment(char character)
    {
        const int Bang = -1;
        CloseIf(character == '>' && _match is (Bang or >= 2));
        _match = character switch
        {
            '-' => Math.Min(2, Math.Max(0, _match) + 1),
            '!' when _match >= 2 => Bang,
            _ => 0,
        };
    }

    private void Verbatim(char character)
    {
        if (character == '>' && _match == 2)
        {
            CloseIf(isEnd: true);
        }
        else if (character == ']' && _match < 2)
        {
            _match++;
        }
        else
        {
            for (; character != ']' && _match > 0; _match--)
            {
                text(']');
            }

            text(character);
        }
    }

    // Nobody sees a script or a style: only its own end tag ends it.
    private void Hidden(char character)
    {
        if (_match == _hidden.Length + 2 && character is ('>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f'))
        {
            (_closes, _length, _state) = (true, _hidden.Length, MarkupState.BeforeAttribute);
            _hidden.CopyTo(_name);
            Tag(character);
            return;
        }

        var expected = _match switch
        {
            0 => '<',
            1 => '/',
            var place when place < _hidden.Length + 2 => _hidden[place - 2],
            _ => '\0',
        };
        _match = char.ToLowerInvariant(character) == expected ? _match + 1 : character == '<' ? 1 : 0;
    }
}
