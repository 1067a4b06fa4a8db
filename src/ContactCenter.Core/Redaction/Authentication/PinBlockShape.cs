namespace ContactCenter.Redaction;

/// <summary>The form of a PIN block: 16 hexadecimal digits, or 32 of an AES block, solid or in groups.</summary>
internal readonly struct PinBlockShape : ICuedShape
{
    private const int Block = 16;
    private const int AesBlock = 32;

    public Cue Names => Cue.PinBlock;

    public Cue Hints => Cue.None;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (!char.IsAsciiHexDigit(text[start]) || Letters.IsPartOfId(text, start - 1))
        {
            return -1;
        }

        var first = text[start..].StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? start + 2 : start;
        var (count, end) = (0, -1);
        for (var i = first; i < text.Length && count < AesBlock; i++)
        {
            if (char.IsAsciiHexDigit(text[i]))
            {
                count++;
                end = count is Block or AesBlock && !Letters.IsPartOfId(text, i + 1) ? i + 1 : end;
            }
            else if (text[i] is not (' ' or ':' or '-') || count % 2 != 0)
            {
                break;
            }
        }

        return end;
    }
}
