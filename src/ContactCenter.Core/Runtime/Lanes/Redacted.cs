using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>What became of a text: it may go on, or it is refused.</summary>
/// <param name="Text">As it may be seen; null when it is refused.</param>
/// <param name="Rejection">Why it is refused.</param>
/// <param name="Blocked">What it was blocked for, where the attempt is to be noted.</param>
internal readonly record struct Redacted(
    RedactedText? Text, Rejection? Rejection = null, IReadOnlyList<Finding>? Blocked = null)
{
    internal void Deconstruct(out RedactedText? text, out Rejection? rejection) =>
        (text, rejection) = (Text, Rejection);
}
