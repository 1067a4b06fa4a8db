namespace ContactCenter.Tests;

/// <summary>
/// What users of other products complain about, by the number that the list of it has: with the bug in, the test fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PainAttribute(params int[] numbers) : Attribute
{
    internal IReadOnlyList<int> Numbers { get; } = numbers;
}
