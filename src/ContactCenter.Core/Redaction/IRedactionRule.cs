namespace ContactCenter.Redaction;

/// <summary>Looks for one kind of thing that must not travel through a chat.</summary>
/// <remarks>
/// Pure and synchronous: no clock, no I/O, no state that changes. One instance serves every chat at once, so it must
/// be thread safe. A rule that throws, or works longer than its budget allows, closes the gate for that message:
/// the message is refused and the failure is counted under <see cref="Name"/>.
/// </remarks>
public interface IRedactionRule
{
    /// <summary>What this rule finds. Read once, when the pipeline is built.</summary>
    RedactionKind Kind { get; }

    /// <summary>The name in findings, failures and metrics; unique in a pipeline. Read once.</summary>
    /// <value>The code of <see cref="Kind"/> unless the rule says otherwise.</value>
    string Name => Kind.Code;

    /// <summary>Changes whenever the rule would answer differently for some text. Read once.</summary>
    string Version { get; }

    /// <summary>With how few digits this rule can find something: a text that has fewer is not shown to it.</summary>
    /// <value>
    /// 0 by default: the rule sees every text; at most 12. Digits count in any script and disguise, in a text of more
    /// than 512 characters those that stand close together. Most texts have none, and so cost such a rule nothing. It
    /// may be shown a text with fewer all the same. Read once.
    /// </value>
    int FewestDigits => 0;

    /// <summary>Adds every span of the text that must be masked.</summary>
    /// <param name="text">The text as rules read it: digits are 0 to 9, invisible characters are gone.</param>
    /// <param name="findings">Takes spans in positions of <paramref name="text"/>.</param>
    void Find(in RedactionText text, ref FindingList findings);
}
