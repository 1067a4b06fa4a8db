using System.Buffers;

namespace ContactCenter.Redaction;

/// <summary>Walks over a text word by word and says what the words mean.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>The signs behind which something else may be spoken of.</summary>
    public static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;\n\r\u3002");

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the token begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends; may be moved on over what has been read otherwise.</summary>
    public int End { get; set; }

    public WordToken Token { get; private set; }

    /// <summary>What the word means; nothing for other tokens.</summary>
    public Cue Cue { get; private set; }

    public bool MoveNext()
    {
        Start = End;
        while (Start < _text.Length && IsSpace(_text[Start]))
        {
            Start++;
        }

        if (Start >= _text.Length)
        {
            return false;
        }

        Cue = Cue.None;
        var letter = Letters.ClassOf(_text[Start]);
        if (letter == LetterClass.None && !IsFigure(_text[Start]))
        {
            Token = WordToken.Sign;
            End = Start + 1;
        }
        else if (CueWords.All.EndOf(_text, Start, out var value) is var end and > 0)
        {
            Token = WordToken.Known;
            Cue = (Cue)value;
            End = end;
        }
        else if (letter == LetterClass.None)
        {
            ReadFigures();
        }
        else
        {
            Token = WordToken.Unknown;
            End = Start + 1;
            while (Letters.AreJoined(_text, End))
            {
                End++;
            }
        }

        return true;
    }

    /// <summary>Whether the character is a digit, or a star in place of one.</summary>
    public static bool IsFigure(char character) => char.IsAsciiDigit(character) || character == Masks.Star;

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\u00A0' or '\u3000';

    private void ReadFigures()
    {
        Token = WordToken.Number;
        for (End = Start; End < _text.Length && IsFigure(_text[End]); End++)
        {
            if (_text[End] == Masks.Star)
            {
                Token = WordToken.Mask;
            }
        }
    }
}
