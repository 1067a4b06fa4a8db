using System.Globalization;

namespace ContactCenter.Vaults;

/// <summary>Names a value of a chat that a token stands for.</summary>
/// <remarks>An immutable value, safe for any thread, safe to write to logs: it tells nothing of the value.</remarks>
/// <param name="Floor">The floor of the chat.</param>
/// <param name="Chat">The chat's number on its floor.</param>
/// <param name="Token">The letters of the token, drawn at random; <c>B</c> to <c>Z</c>, never a path.</param>
public readonly record struct VaultKey(FloorId Floor, long Chat, string Token)
{
    /// <summary>The key as text.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Floor}/chat-{Chat}/{Token}");
}
