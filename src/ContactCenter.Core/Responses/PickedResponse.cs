namespace ContactCenter.Responses;

/// <summary>
/// A predefined response as it goes into the message that an agent is writing: filled in and redacted. It is not said
/// by that; the agent edits it, and sends it like any other message.
/// </summary>
/// <param name="Id">Which response.</param>
/// <param name="Text">The words; at most as long as a message may be.</param>
/// <param name="Unresolved">
/// The places that are still open, as <c>customer.name</c> where no name is known, each once and in order: for the
/// agent to fill in.
/// </param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record PickedResponse(string Id, string Text, IReadOnlyList<string> Unresolved)
{
    /// <summary>The id alone, for a log: the words name the customer.</summary>
    public override string ToString() => Id;
}
