namespace ContactCenter.Testing;

/// <summary>
/// A floor did not do what its specification says; the message tells what was expected and what happened.
/// </summary>
/// <param name="message">In words for whoever reads the failed test.</param>
public sealed class SpecificationFailedException(string message) : Exception(message)
{
    internal SpecificationFailedException(string message, Rejection refusal)
        : this(message) => Refusal = refusal;

    /// <summary>Where something was refused that was not to be.</summary>
    internal Rejection? Refusal { get; }
}
