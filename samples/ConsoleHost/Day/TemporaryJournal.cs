namespace ConsoleHost.Day;

/// <summary>A place for the journal of one day, gone when the day is over: the next one begins anew.</summary>
internal sealed class TemporaryJournal : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bank-day-");

    internal string File => Path.Combine(_folder.FullName, "floor.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
