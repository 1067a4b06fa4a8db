namespace ContactCenter.Testing;

/// <summary>How large a large floor is that is simulated.</summary>
/// <param name="Agents">How many agents have a desk.</param>
/// <param name="Customers">How many customers come as its day begins, and now and then later.</param>
internal sealed record FloorSize(int Agents, int Customers);
