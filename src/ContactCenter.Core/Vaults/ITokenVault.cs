namespace ContactCenter.Vaults;

/// <summary>Where the values are that tokens stand for.</summary>
/// <remarks>
/// <para>
/// Values are sealed before they are stored, and what is destroyed can no longer be unsealed. A floor never asks it to
/// keep security codes, tracks, PINs or PIN blocks. Who may have a value, and that it is audited, is decided before it
/// is asked for: whoever has the vault itself has the values.
/// </para>
/// <para>
/// Implementations are safe for any thread, and every method can be repeated. One that throws or is late refuses the
/// message whose values it was to keep. The message of an exception is not read: it might quote the value.
/// </para>
/// </remarks>
public interface ITokenVault
{
    /// <summary>Keeps a value. Once the task ends it is as durable as anything here.</summary>
    /// <param name="entry">The value; its memory is the caller's again once the task ends.</param>
    /// <param name="cancellationToken">Gives up; the value may be kept.</param>
    ValueTask PutAsync(VaultEntry entry, CancellationToken cancellationToken);

    /// <summary>Gives a value out; null where there is none.</summary>
    /// <param name="key">Which.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidDataException">It is there and cannot be unsealed.</exception>
    ValueTask<VaultEntry?> FindAsync(VaultKey key, CancellationToken cancellationToken);

    /// <summary>Destroys a value. One that is not there is no fault.</summary>
    /// <param name="key">Which.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask DestroyAsync(VaultKey key, CancellationToken cancellationToken);

    /// <summary>Destroys all values of a chat.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="chat">The chat's number.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken);

    /// <summary>Destroys the values of a floor that have expired.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="now">What time it is on the floor.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask DestroyExpiredAsync(FloorId floor, DateTimeOffset now, CancellationToken cancellationToken);
}
