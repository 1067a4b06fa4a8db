namespace ContactCenter.Redaction;

/// <summary>Finds the digits of a message that is known to hold part of a number.</summary>
internal static class ToldPart
{
    /// <summary>Adds the digits, groups with what parts them as one.</summary>
    public static void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        findings.Spend(characters.Length);
        for (var start = DigitRuns.Next(characters, 0); start >= 0;)
        {
            var end = DigitRuns.EndOf(characters, start);
            while (Separators.GapAt(characters, end) is var gap and > 0)
            {
                end = DigitRuns.EndOf(characters, end + gap);
            }

            findings.Add(start, end - start);
            start = DigitRuns.Next(characters, end);
        }
    }
}
