using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Files;

/// <summary>Where on a disk files are: <c>floor/quarantine/chat-id</c> and <c>floor/delivered/chat/id</c>.</summary>
/// <remarks>
/// A floor is the hash of its id, since ids may hold what a file system cannot tell apart or does not allow. A copy
/// under way is called <c>chat-id.random.part</c>. No name of an attachment occurs.
/// </remarks>
internal sealed class SealedFolder(string root)
{
    private const string PartEnding = ".part";
    private const int HashBytes = 16;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None };

    /// <summary>Makes the folder if need be, and sweeps away what copies left behind that a crash ended.</summary>
    internal void Prepare()
    {
        MakeFolder(root);
        foreach (var floor in Disk.Try(() => Directory.GetDirectories(root)))
        {
            Sweep(Path.Combine(floor, "quarantine"), "*");
        }
    }

    internal string PathOf(FileKey file, FileStage stage) => stage == FileStage.Quarantined
        ? Path.Combine(Quarantine(file.Floor), NameOf(file))
        : Path.Combine(Delivered(file.Floor, file.Chat), file.Id.ToString("N"));

    /// <summary>A new name for a copy, and the folders that it and the whole file will be in.</summary>
    internal string NewPart(FileKey file, string path)
    {
        var name = $"{NameOf(file)}.{RandomNumberGenerator.GetHexString(HashBytes, lowercase: true)}{PartEnding}";
        var part = Path.Combine(Quarantine(file.Floor), name);
        MakeFolder(Path.GetDirectoryName(part)!);
        MakeFolder(Path.GetDirectoryName(path)!);
        return part;
    }

    internal static void Move(string part, string path) => Disk.Try(() =>
    {
        File.Move(part, path, overwrite: true);
        return 0;
    });

    /// <summary>Overwrites the header, so that nothing can unseal the rest, and deletes what there is.</summary>
    internal static void Destroy(string path) => Destroy(path, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>What is in the quarantine of a floor, after it was swept.</summary>
    internal List<FileKey> Quarantined(FloorId floor)
    {
        Sweep(Quarantine(floor), "*");
        List<FileKey> files = [];
        foreach (var path in List(Quarantine(floor), "*"))
        {
            if (TryRead(Path.GetFileName(path), floor, out var file))
            {
                files.Add(file);
            }
        }

        return files;
    }

    /// <summary>What there is of a chat: first what may yet be delivered, then what is.</summary>
    internal List<FileKey> OfChat(FloorId floor, long chat)
    {
        List<FileKey> files = [.. Quarantined(floor).Where(file => file.Chat == chat)];
        foreach (var path in List(Delivered(floor, chat), "*"))
        {
            if (Guid.TryParseExact(Path.GetFileName(path), "N", out var id))
            {
                files.Add(new FileKey(floor, chat, id));
            }
        }

        return files;
    }

    /// <summary>Destroys what copies of one file left behind that have ended.</summary>
    internal void SweepParts(FileKey file) => Sweep(Quarantine(file.Floor), NameOf(file) + ".*");

    /// <summary>Deletes the folder of a chat whose files are gone.</summary>
    internal void ForgetChat(FloorId floor, long chat)
    {
        try
        {
            Directory.Delete(Delivered(floor, chat));
        }
        catch (Exception exception) when (Disk.IsFailure(exception))
        {
            // There was none, or something is in it once more. An empty folder is no harm.
        }
    }

    private static void Sweep(string quarantine, string pattern)
    {
        foreach (var part in List(quarantine, pattern + PartEnding))
        {
            try
            {
                Destroy(part, FileShare.None);
            }
            catch (IOException)
            {
                // Somebody has it open: it is a copy under way, and no leftover.
            }
        }
    }

    private static void Destroy(string path, FileShare share)
    {
        try
        {
            using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, share, bufferSize: 0))
            {
                file.Write(new byte[SealedFormat.HeaderLength]);
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
        }
        catch (Exception exception) when (Disk.IsAbsence(exception))
        {
            // Destroyed before.
        }
        catch (Exception exception) when (Disk.IsFailure(exception))
        {
            throw Disk.Failure(exception);
        }
    }

    private static string[] List(string folder, string pattern) => Disk.Try(() =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, pattern, Everything) : []);

    private static void MakeFolder(string path) => Disk.Try(() => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));

    private static string NameOf(FileKey file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Chat}-{file.Id:N}");

    private static bool TryRead(string name, FloorId floor, out FileKey file)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        file = dash > 0
            && long.TryParse(name.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var chat)
            && Guid.TryParseExact(name.AsSpan(dash + 1), "N", out var id)
                ? new FileKey(floor, chat, id)
                : default;
        return file != default;
    }

    private string Quarantine(FloorId floor) => Path.Combine(root, FolderOf(floor), "quarantine");

    private string Delivered(FloorId floor, long chat) => Path.Combine(
        root, FolderOf(floor), "delivered", chat.ToString(CultureInfo.InvariantCulture));

    private static string FolderOf(FloorId floor) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(floor.Value)).AsSpan(0, HashBytes));
}
