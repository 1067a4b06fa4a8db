using System.Collections.Frozen;
using System.Xml;

namespace ContactCenter.Files;

/// <summary>How the XML of documents is read: no document type, no entities, nothing from elsewhere.</summary>
internal static class XmlParts
{
    internal const int MaxDepth = 1_000;

    /// <summary>Within these, text goes on from element to element: a number in two runs is one number.</summary>
    internal static readonly FrozenSet<string> Paragraphs = FrozenSet.Create("p", "h", "si", "is", "text");

    internal static readonly FrozenSet<string> Rows = FrozenSet.Create("row", "tr", "table-row");

    internal static readonly FrozenSet<string> Spaces = FrozenSet.Create("tab", "ptab", "s", "br", "cr", "line-break");

    /// <summary>What is told to a program, and not to a reader.</summary>
    internal static readonly FrozenSet<string> Instructions = FrozenSet.Create("instrText", "delInstrText", "f");

    /// <summary>What somebody has taken out, and others still see as long as the change is marked.</summary>
    internal static readonly FrozenSet<string> Deleted = FrozenSet.Create("del", "moveFrom");

    /// <summary>What somebody has put in.</summary>
    internal static readonly FrozenSet<string> Inserted = FrozenSet.Create("ins", "moveTo");

    /// <summary>What stands within a paragraph and is no part of it: boxes, notes, what older programs show.</summary>
    internal static readonly FrozenSet<string> Asides =
        FrozenSet.Create("annotation", "note", "txbxContent", "text-box", "Fallback");

    /// <summary>Bytes as text: a file or a picture that is not a part of its own.</summary>
    internal static readonly FrozenSet<string> Packed = FrozenSet.Create("binary-data", "binaryData", "binData");

    internal static XmlReader Open(Stream stream, ScanBudget budget) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Math.Max(1, budget.Left),
        CheckCharacters = false,
    });

    /// <summary>Reads the value that the reader stands at, however long it is, a piece at a time.</summary>
    internal static void Value(XmlReader reader, char[] buffer, Action<ReadOnlySpan<char>> take)
    {
        while (reader.ReadValueChunk(buffer, 0, buffer.Length) is var read and > 0)
        {
            take(buffer.AsSpan(0, read));
        }
    }
}
