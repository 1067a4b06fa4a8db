namespace ContactCenter.Files;

/// <summary>Reads letters beside digits as the digits that they look like, as whoever reads a picture mistakes them.
/// </summary>
internal static class LookAlikes
{
    internal static string Read(string text) => string.Create(text.Length, text, static (reading, text) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isBesideDigit = (at > 0 && char.IsAsciiDigit(reading[at - 1]))
                || (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));
            reading[at] = isBesideDigit ? DigitOf(text[at]) : text[at];
        }
    });

    private static char DigitOf(char letter) => letter switch
    {
        'O' or 'o' or 'Q' or 'D' => '0',
        'l' or 'I' or 'i' or '|' => '1',
        'Z' or 'z' => '2',
        'S' or 's' => '5',
        'G' or 'b' => '6',
        'B' => '8',
        'q' => '9',
        _ => letter,
    };
}
