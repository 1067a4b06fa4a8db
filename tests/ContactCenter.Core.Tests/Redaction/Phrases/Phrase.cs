using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>A message, and what of it must be masked, if anything.</summary>
internal sealed record Phrase(string Text, RedactionKind Kind, int Start, int Length)
{
    public bool IsInnocent => Length == 0;

    /// <summary>What it must look like afterwards.</summary>
    public string Masked => string.Concat(Text.AsSpan(0, Start), new string('*', Length), Text.AsSpan(Start + Length));

    public static Phrase Of(string kind, string marked)
    {
        var (open, close) = (marked.IndexOf('['), marked.IndexOf(']'));
        return kind == "none"
            ? new Phrase(marked, default, 0, 0)
            : new Phrase(
                marked.Remove(close, 1).Remove(open, 1),
                kind switch
                {
                    "cvv" => RedactionKind.SecurityCode,
                    "exp" => RedactionKind.CardExpiry,
                    "pin" => RedactionKind.Pin,
                    _ => throw new ArgumentException(kind),
                },
                open,
                close - open - 1);
    }
}
