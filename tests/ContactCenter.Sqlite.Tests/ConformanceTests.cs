using ContactCenter.Testing;

namespace ContactCenter.Sqlite.Tests;

public sealed class ConformanceTests : IDisposable
{
    private readonly JournalFile _file = new();

    public static TheoryData<string> Cases => [.. JournalConformance.Cases];

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public Task In_a_file(string name) => JournalConformance.RunAsync(name, () => _file.Open());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task In_a_file_that_fails_now_and_then(string name)
    {
        using var journal = _file.Open();
        await JournalConformance.RunAsync(name, new FaultyJournal(
            journal, 3, 40, JournalFault.Delayed, JournalFault.FailedBefore, JournalFault.DoneButError));
    }
}
