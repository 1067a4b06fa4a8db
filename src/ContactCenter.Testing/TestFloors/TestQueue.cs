namespace ContactCenter.Testing;

/// <summary>A queue of a <see cref="TestFloor"/>, as it was when asked for.</summary>
/// <param name="Name">The queue's name.</param>
/// <param name="Waiting">The contacts that wait in it, in order; those being offered are not among them.</param>
public sealed record TestQueue(string Name, IReadOnlyList<TestContact> Waiting);
