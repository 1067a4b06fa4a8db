namespace ContactCenter.Testing;

/// <summary>A command as it comes to the floor.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="At">By the clock of whoever took it in.</param>
/// <param name="Id">What protects it from happening twice.</param>
/// <param name="Print">Tells whether two commands under one id ask the same.</param>
internal sealed record Asked(Command Command, DateTimeOffset At, CommandId Id, ulong Print);
