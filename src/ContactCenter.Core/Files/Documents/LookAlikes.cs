namespace ContactCenter.Files;

/// <summary>Reads letters beside digits as the digits that they look like, as whoever reads a picture mistakes them.
/// </summary>
internal static class LookAlikes
{
    internal static string Read(string text) => string.Create(text.Length, text, static (reading, text) =>
    {
        // Forth and back, so that several in a row are read from the digit at either end.
        text.CopyTo(reading);
        for (var at = 1; at < reading.Length; at++)
        {
            reading[at] = char.IsAsciiDigit(reading[at - 1]) ? DigitOf(reading[at]) : reading[at];
        }

        for (var at = reading.Length - 2; at >= 0; at--)
        {
            reading[at] = char.IsAsciiDigit(reading[at + 1]) ? DigitOf(reading[at]) : reading[at];
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
