using System.Globalization;

namespace ContactCenter.Runtime;

/// <summary>A file that is sent in a chat.</summary>
/// <param name="Name">
/// What it is called, at most 200 characters; folders before it are left out. It is redacted, and never becomes a path.
/// </param>
/// <param name="Content">What is in it, from where the stream stands to its end. It stays open.</param>
/// <param name="Length">How long it is said to be, in bytes; null where nobody knows. It is counted anyway.</param>
public sealed record OutgoingFile(string Name, Stream Content, long? Length = null)
{
    /// <summary>How long it is said to be, never what it is called: that is not redacted yet.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"a file of {Length ?? -1} bytes");
}
