namespace ContactCenter.Redaction;

/// <summary>What becomes of a text for something that was found in it.</summary>
/// <remarks>Of several findings in one text the strictest decides: block, drop, redact, flag, pass.</remarks>
public enum RedactionAction
{
    /// <summary>The finding is masked and the rest of the text goes on.</summary>
    Redact,

    /// <summary>The whole text is refused; nobody sees it, and whoever sent it is told.</summary>
    Drop,

    /// <summary>As <see cref="Drop"/>, and the attempt is noted: kind, rule and who it was, never the text.</summary>
    Block,

    /// <summary>The text goes on as it is, and that it did is noted: kind, rule and who it was.</summary>
    Flag,

    /// <summary>The finding is ignored.</summary>
    Pass,
}
