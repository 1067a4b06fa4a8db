using System.Collections.Frozen;
using System.Xml;

namespace ContactCenter.Files;

/// <summary>Reads a part of a word processor's, spreadsheet's or presentation's document as people see it.</summary>
/// <remarks>
/// Runs of a paragraph are joined, cells of a row stand beside each other, and all else is apart. By the names of
/// elements alone, which Office Open XML and OpenDocument share without contradicting each other.
/// </remarks>
/// <param name="text">Takes the text.</param>
/// <param name="strings">What cells of a sheet name by number.</param>
/// <param name="left">Which changes are left out, by their elements: a reader sees a text with them or without.</param>
internal sealed class XmlStory(StoryText text, SharedStrings strings, FrozenSet<string> left)
{
    private readonly char[] _buffer = new char[4096];
    private readonly CellText _cell = new();
    private int _paragraphs;
    private int _rows;
    private int _instructions;
    private int _left;
    private int _asides;

    /// <summary>Whether something was in it that is not text.</summary>
    internal bool HasPackedParts { get; private set; }

    /// <summary>Whether changes are marked in it, so that a number may be whole only with them or without.</summary>
    internal bool HasChanges { get; private set; }

    internal void Read(XmlReader reader)
    {
        while (!text.IsOver && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Element(reader);
                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    XmlParts.Value(reader, _buffer, Characters);
                    break;
                case XmlNodeType.Whitespace when _paragraphs > 0 && !reader.Value.Contains('\n'):
                    // Between two words; with a line end it only makes the file readable.
                    Add(' ');
                    break;
                case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction:
                    text.AddBeside(reader.Value);
                    text.AddBeside('\n');
                    break;
                default:
                    break;
            }
        }
    }

    private void Element(XmlReader reader)
    {
        if (reader.Depth > XmlParts.MaxDepth)
        {
            throw new ScanLimitException();
        }

        var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        Begin(name, reader.GetAttribute("t"));
        while (reader.MoveToNextAttribute())
        {
            Attribute(reader.LocalName, reader.Value);
        }

        if (isEmpty)
        {
            End(name);
        }
    }

    private void Begin(string name, string? type)
    {
        if (XmlParts.Asides.Contains(name))
        {
            _asides++;
            Add('\n');
        }
        else if (XmlParts.Paragraphs.Contains(name))
        {
            _paragraphs++;
            Add(_rows > 0 ? ' ' : '\n');
        }
        else if (XmlParts.Rows.Contains(name))
        {
            _rows++;
        }
        else if (XmlParts.Instructions.Contains(name))
        {
            _instructions++;
        }
        else if (XmlParts.Deleted.Contains(name) || XmlParts.Inserted.Contains(name))
        {
            HasChanges = true;
            _left += left.Contains(name) ? 1 : 0;
        }
        else if (name == "c")
        {
            _cell.Begin(type);
        }
        else if (name == "v")
        {
            _cell.BeginValue();
        }
        else if (name == "noBreakHyphen")
        {
            Add('-');
        }
        else
        {
            HasPackedParts |= XmlParts.Packed.Contains(name);
        }
    }

    private void End(string name)
    {
        if (name == "v" && _cell.EndValue(strings) is { } value)
        {
            Add(value);
        }

        _paragraphs -= XmlParts.Paragraphs.Contains(name) ? 1 : 0;
        _rows -= XmlParts.Rows.Contains(name) ? 1 : 0;
        _left -= left.Contains(name) ? 1 : 0;
        _asides -= XmlParts.Asides.Contains(name) ? 1 : 0;
        if (XmlParts.Instructions.Contains(name))
        {
            _instructions--;
            text.AddBeside('\n');
        }
        else if (_paragraphs == 0 || XmlParts.Spaces.Contains(name) || XmlParts.Paragraphs.Contains(name))
        {
            Add(_rows > 0 ? ' ' : '\n');
        }
    }

    private void Characters(ReadOnlySpan<char> characters)
    {
        if (_instructions > 0)
        {
            text.AddBeside(characters);
        }
        else if (_left == 0 && !_cell.TryTake(characters))
        {
            Add(characters);
        }
    }

    private void Add(char character) => Add([character]);

    private void Add(ReadOnlySpan<char> characters)
    {
        if (_asides > 0)
        {
            text.AddAside(characters);
        }
        else
        {
            text.Add(characters);
        }
    }

    // With its name before it, so that two numbers in a row of attributes are not taken for one.
    private void Attribute(string name, string value)
    {
        text.AddBeside(name);
        text.AddBeside('=');
        text.AddBeside(value);
        text.AddBeside('\n');
        if (CellText.WithoutExponent(value) is { } number)
        {
            text.AddBeside(number);
            text.AddBeside('\n');
        }
    }
}
