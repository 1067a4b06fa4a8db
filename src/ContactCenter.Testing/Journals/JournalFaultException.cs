namespace ContactCenter.Testing;

/// <summary>A journal failed because a test wants it to.</summary>
/// <param name="fault">How it failed.</param>
public sealed class JournalFaultException(JournalFault fault)
    : IOException($"The journal failed as it was told to: {fault}.")
{
    /// <summary>How it failed.</summary>
    public JournalFault Fault { get; } = fault;
}
