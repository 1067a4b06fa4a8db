namespace ContactCenter.Files;

/// <summary>Reads the values of JSON as a list: what parts the elements of arrays is a gap, and no more.</summary>
/// <remarks>A character at a time, in constant space, however wrong the JSON is. Escapes are left to another.</remarks>
internal sealed class JsonReader(Action<char> text, Action gap)
{
    private bool _isQuoted;
    private bool _isEscaped;

    internal void Add(char character)
    {
        var isQuote = character == '"' && !_isEscaped;
        _isQuoted ^= isQuote;
        _isEscaped = _isQuoted && character == '\\' && !_isEscaped;
        if (isQuote || (!_isQuoted && (character is ',' or '[' or ']' || char.IsWhiteSpace(character))))
        {
            gap();
        }
        else
        {
            text(character);
        }
    }
}
