using System.Globalization;

namespace ContactCenter.Files;

/// <summary>Names a file of a chat. The engine makes it; nothing of the file's own name is in it.</summary>
/// <remarks>An immutable value, safe for any thread. A key names one content, ever: keys are not used again.</remarks>
/// <param name="Floor">The floor of the chat.</param>
/// <param name="Chat">The chat's number on its floor; not negative.</param>
/// <param name="Id">Tells the files of a chat apart; not empty.</param>
public readonly record struct FileKey(FloorId Floor, long Chat, Guid Id)
{
    /// <summary>The key as text, safe to write to logs.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Floor}/chat-{Chat}/file-{Id:N}");

    internal FileKey Check()
    {
        if (Floor.Value.Length == 0 || Id == Guid.Empty)
        {
            throw new ArgumentException("The default key names no file.", "file");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Chat, "file");
        return this;
    }
}
