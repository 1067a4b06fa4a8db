using System.Security.Cryptography;

namespace ContactCenter.Vaults;

/// <summary>
/// A vault that lives as long as the process: for tests, demonstrations, and hosts that need no durability.
/// </summary>
/// <remarks>
/// Values are sealed under a random key of the vault's own, so that a dump of memory shows little of them. Safe for any
/// thread.
/// </remarks>
public sealed class InMemoryTokenVault : ITokenVault
{
    private readonly Lock _gate = new();
    private readonly Dictionary<VaultKey, byte[]> _values = [];
    private readonly VaultSeal _seal = new(RandomNumberGenerator.GetBytes(VaultSeal.KeyLength));
    private readonly int _capacity;

    /// <summary>An empty vault.</summary>
    /// <param name="capacity">How many values it keeps, 1 or more; it refuses the next. Default: 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public InMemoryTokenVault(int capacity = 1_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no room for it.</exception>
    public ValueTask PutAsync(VaultEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var closed = _seal.Close(entry);
        lock (_gate)
        {
            if (_values.Count >= _capacity && !_values.ContainsKey(entry.Key))
            {
                throw new InvalidOperationException($"The vault keeps {_capacity} values, and no more.");
            }

            _values[entry.Key] = closed;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<VaultEntry?> FindAsync(VaultKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(_values.TryGetValue(key, out var closed) ? _seal.Open(key, closed) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask DestroyAsync(VaultKey key, CancellationToken cancellationToken) =>
        DestroyWhere((one, _) => one == key);

    /// <inheritdoc/>
    public ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken) =>
        DestroyWhere((one, _) => one.Floor == floor && one.Chat == chat);

    /// <inheritdoc/>
    public ValueTask DestroyExpiredAsync(FloorId floor, DateTimeOffset now, CancellationToken cancellationToken) =>
        DestroyWhere((one, closed) => one.Floor == floor && VaultSeal.ExpiryOf(closed) <= now);

    /// <summary>How many values it keeps.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _values.Count;
            }
        }
    }

    private ValueTask DestroyWhere(Func<VaultKey, byte[], bool> isMeant)
    {
        lock (_gate)
        {
            foreach (var (key, closed) in _values.Where(one => isMeant(one.Key, one.Value)).ToArray())
            {
                Array.Clear(closed);
                _values.Remove(key);
            }
        }

        return ValueTask.CompletedTask;
    }
}
