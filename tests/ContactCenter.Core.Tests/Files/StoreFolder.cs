using ContactCenter.Files;

namespace ContactCenter.Tests.Files;

/// <summary>A folder for a store, gone with the test.</summary>
internal sealed class StoreFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("attachments-").FullName;

    /// <summary>Every file there is.</summary>
    public string[] All => Directory.GetFiles(Root, "*", SearchOption.AllDirectories);

    /// <summary>The only file there is.</summary>
    public string Only => Assert.Single(All);

    public FileSystemAttachmentStore Open() => new(Root, Bytes.Key);

    public string Quarantined(FileKey file) => All.Single(path => path.EndsWith($"{file.Chat}-{file.Id:N}"));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
