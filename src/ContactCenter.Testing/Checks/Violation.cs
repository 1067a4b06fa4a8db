namespace ContactCenter.Testing;

/// <summary>Something that must never be, and is.</summary>
/// <param name="Invariant">Its name: S1, S2 … of the list of invariants.</param>
/// <param name="What">What was found, in words that name the chat, agent or offer.</param>
internal sealed record Violation(string Invariant, string What)
{
    public override string ToString() => $"{Invariant}: {What}";
}
