namespace ContactCenter.Redaction;

/// <summary>What happens to a message in which a rule found something.</summary>
public enum RedactionMode
{
    /// <summary>The finding is masked and the rest of the message goes on.</summary>
    Redact,

    /// <summary>The whole message is blocked; nobody sees it.</summary>
    Drop,
}
