using System.Xml;

namespace ContactCenter.Files;

/// <summary>The words of a spreadsheet, which its cells name by number.</summary>
/// <remarks>
/// Of long ones only the ends are kept, which is all that can join a neighbour's: they are read whole where they stand,
/// and so a million cells that name one long text cost no more than a million cells.
/// </remarks>
internal sealed class SharedStrings
{
    private const int MaxEnd = 32;

    private readonly List<string> _strings = [];

    internal static SharedStrings None { get; } = new();

    internal string Of(int index) => index < _strings.Count ? _strings[index] : string.Empty;

    internal static SharedStrings Read(XmlReader reader)
    {
        var strings = new SharedStrings();
        var (kept, length) = (new char[2 * MaxEnd], 0);
        var buffer = new char[4096];
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > XmlParts.MaxDepth:
                    throw new ScanLimitException();
                case XmlNodeType.Element when reader.LocalName == "si" && reader.IsEmptyElement:
                    strings._strings.Add(string.Empty);
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "si":
                    strings._strings.Add(new string(kept, 0, length));
                    length = 0;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    XmlParts.Value(reader, buffer, piece => Keep(kept, ref length, piece));
                    break;
                default:
                    break;
            }
        }

        return strings;
    }

    private static void Keep(char[] kept, ref int length, ReadOnlySpan<char> piece)
    {
        foreach (var character in piece)
        {
            if (length == kept.Length)
            {
                kept.AsSpan(MaxEnd + 1).CopyTo(kept.AsSpan(MaxEnd));
                kept[MaxEnd] = ' ';
                length--;
            }

            kept[length++] = character;
        }
    }
}
